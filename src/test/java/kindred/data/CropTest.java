package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CropTest {
  private final Draws draws = new Draws();

  @Test
  void areaAndAspectStayInTheirRangesAndFillThem() {
    Augmentation how = Augmentation.byolFirst(32);
    double smallest = 1;
    double largest = 0;
    double meanShare = 0;
    for (int image = 0; image < 2000; image++) {
      draws.startStream(1, 0, image, 0);
      Crop crop = Crop.draw(how, 100, 100, draws);
      double share = crop.height() * crop.width() / 1e4;
      double aspect = (double) crop.width() / crop.height();
      assertThat(aspect).isBetween(0.73, 1.37); // sides are whole pixels
      assertThat(crop.top()).isBetween(0, 100 - crop.height());
      assertThat(crop.left()).isBetween(0, 100 - crop.width());
      smallest = Math.min(smallest, share);
      largest = Math.max(largest, share);
      meanShare += share / 2000;
    }
    assertThat(smallest).isBetween(0.075, 0.1);
    assertThat(largest).isBetween(0.95, 1.0);
    // torchvision's own mean over 20,000 crops: large ones often do not fit and are drawn anew
    assertThat(meanShare).isCloseTo(0.482, Offset.offset(0.015));
  }

  @Test
  void cropsReachEveryBorder() {
    Augmentation how = Augmentation.byolFirst(32);
    boolean[] seen = new boolean[4];
    for (int image = 0; image < 500; image++) {
      draws.startStream(1, 0, image, 0);
      Crop crop = Crop.draw(how, 8, 12, draws);
      seen[0] |= crop.top() == 0;
      seen[1] |= crop.left() == 0;
      seen[2] |= crop.top() + crop.height() == 8;
      seen[3] |= crop.left() + crop.width() == 12;
    }
    assertThat(seen).containsOnly(true);
  }

  @Test
  void anImageTooNarrowForAnyTryGivesItsCenter() {
    Augmentation whole =
        new Augmentation(1, 1, 0.75, 4.0 / 3, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 128);
    assertThat(Crop.draw(whole, 8, 100, draws)).isEqualTo(new Crop(0, 44, 8, 11));
    assertThat(Crop.draw(whole, 100, 9, draws)).isEqualTo(new Crop(44, 0, 12, 9));
    assertThat(Crop.draw(whole, 100, 1, draws)).isEqualTo(new Crop(49, 0, 1, 1));
  }

  @Test
  void takesTheSameNumberOfDrawsWhateverTheShape() {
    Augmentation how = Augmentation.byolFirst(32);
    assertThat(drawAfter(how, 32, 32)).isEqualTo(drawAfter(how, 4, 300));
  }

  private long drawAfter(Augmentation how, int height, int width) {
    draws.startStream(1, 2, 3, 4);
    Crop.draw(how, height, width, draws);
    return draws.nextLong();
  }
}
