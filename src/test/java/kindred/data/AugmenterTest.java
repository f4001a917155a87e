package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import kindred.experiment.Json;
import org.junit.jupiter.api.Test;

class AugmenterTest {
  private final Draws draws = new Draws();

  /** A view that always shows the whole image, with some values of its augmentation set. */
  private static Augmentation whole(Object... namesAndValues) {
    ObjectNode tree = Json.tree(Augmentation.none());
    tree.put("solarizeThreshold", 256); // tells it from none, so that it takes the ordinary way
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.putPOJO((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Json.read(Json.line(tree), Augmentation.class, "view");
  }

  private byte[] view(Augmentation how, int channels, int height, int width, int size) {
    byte[] target = new byte[channels * size * size + 2];
    draws.startStream(5, 6, 7, 8);
    byte[] image = PackedImages.image(channels, height, width);
    new Augmenter(channels, height, width, size).view(how, image, draws, target, 1);
    assertThat(target[0]).isZero();
    assertThat(target[target.length - 1]).isZero();
    return Arrays.copyOfRange(target, 1, target.length - 1);
  }

  @Test
  void plainViewIsCenteredAndPaddedWithZeros() {
    byte[] view = view(Augmentation.none(), 3, 4, 2, 8);
    byte[] image = PackedImages.image(3, 4, 2);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < 8; y++) {
        for (int x = 0; x < 8; x++) {
          boolean inside = y >= 2 && y < 6 && x >= 3 && x < 5;
          int expected = inside ? image[c * 8 + (y - 2) * 2 + x - 3] : 0;
          assertThat(view[c * 64 + y * 8 + x]).isEqualTo((byte) expected);
        }
      }
    }
  }

  @Test
  void plainViewSmallerThanItsImageIsRefused() {
    assertThatThrownBy(() -> view(Augmentation.none(), 1, 9, 4, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4×9");
  }

  @Test
  void weakViewsKeepColorsAndDifferInWhatTheyShow() {
    byte[] image = new byte[3 * 64];
    for (int i = 0; i < 64; i++) {
      image[i] = 10;
      image[64 + i] = (byte) 200;
      image[128 + i] = (byte) (4 * i); // a ramp, so that crops differ
    }
    Augmenter augmenter = new Augmenter(3, 8, 8, 8);
    Set<Byte> corners = new HashSet<>();
    for (int number = 0; number < 20; number++) {
      byte[] view = new byte[3 * 64];
      draws.startStream(1, 0, number, 0);
      augmenter.view(Augmentation.weak(), image, draws, view, 0);
      assertThat(Arrays.copyOf(view, 128)).isEqualTo(Arrays.copyOf(image, 128));
      corners.add(view[128]);
    }
    assertThat(corners).hasSizeGreaterThan(10);
  }

  @Test
  void augmentedViewFillsTheWholeSquare() {
    assertThat(view(whole(), 1, 6, 6, 6)).isEqualTo(PackedImages.image(1, 6, 6));
    byte[] view = view(Augmentation.byolFirst(16), 3, 10, 7, 16);
    assertThat(view).hasSize(3 * 256);
    int zeros = 0;
    for (byte value : view) {
      zeros += value == 0 ? 1 : 0;
    }
    assertThat(zeros).isLessThan(256);
  }

  @Test
  void certainStepsHappen() {
    byte[] image = PackedImages.image(1, 6, 6);
    byte[] flipped = view(whole("flip", 1), 1, 6, 6, 6);
    byte[] solarized = view(whole("solarize", 1, "solarizeThreshold", 0), 1, 6, 6, 6);
    for (int i = 0; i < 36; i++) {
      assertThat(flipped[i]).isEqualTo(image[i / 6 * 6 + 5 - i % 6]);
      assertThat(solarized[i]).isEqualTo((byte) (255 - image[i]));
    }
    byte[] gray = view(whole("grayscale", 1), 3, 6, 6, 6);
    assertThat(Arrays.copyOfRange(gray, 0, 36)).isEqualTo(Arrays.copyOfRange(gray, 72, 108));
    assertThat(view(whole("blur", 1), 1, 6, 6, 6)).isNotEqualTo(image);
    assertThat(view(whole("jitter", 1, "brightness", 0.4), 1, 6, 6, 6)).isNotEqualTo(image);
    assertThat(view(whole("jitter", 0, "brightness", 0.4), 1, 6, 6, 6)).isEqualTo(image);
  }

  /**
   * Per strength: what one factor's change does to the color (200, 100, 50), seen in its values.
   */
  @Test
  void everyJitterStrengthSetsTheRangeOfItsOwnFactor() {
    fills("brightness", 0.4, rgb -> rgb[0] / 200.0);
    fills("contrast", 0.3, rgb -> (rgb[0] - rgb[1]) / 100.0);
    fills("saturation", 0.2, rgb -> (rgb[0] - rgb[1]) / 100.0);
    // this color's hue is 20 degrees, and a degree of hue moves its green by 150/60
    fills("hue", 0.05, rgb -> 1 + ((rgb[1] - 100 + 50 - rgb[2]) * 60 / 150.0) / 360);
  }

  private void fills(String strength, double s, ToDoubleFunction<int[]> factorOf) {
    Augmentation how = whole("jitter", 1, strength, s);
    byte[] image = {(byte) 200, 100, 50};
    Augmenter augmenter = new Augmenter(3, 1, 1, 1);
    byte[] view = new byte[3];
    double[] factors = new double[500];
    for (int i = 0; i < factors.length; i++) {
      draws.startStream(1, 1, i, 0);
      augmenter.view(how, image, draws, view, 0);
      factors[i] = factorOf.applyAsDouble(new int[] {view[0] & 255, view[1] & 255, view[2] & 255});
    }
    assertThat(Arrays.stream(factors).min().orElseThrow())
        .as(strength)
        .isBetween(1 - s - 0.02, 1 - s + 0.05);
    double largest = strength.equals("brightness") ? 255 / 200.0 : 1 + s;
    assertThat(Arrays.stream(factors).max().orElseThrow())
        .as(strength)
        .isBetween(largest - 0.05, largest + 0.02);
  }

  @Test
  void switchingStepsOffChangesNoOtherStepsDraws() {
    long after = drawAfter(Augmentation.byolFirst(96), 3);
    assertThat(drawAfter(Augmentation.byolSecond(32), 3)).isEqualTo(after);
    assertThat(drawAfter(Augmentation.byolSecond(32), 1)).isEqualTo(after);
    assertThat(drawAfter(whole(), 3)).isEqualTo(after);
  }

  private long drawAfter(Augmentation how, int channels) {
    view(how, channels, 12, 9, 16);
    return draws.nextLong();
  }

  @Test
  void anAugmenterGivesTheSameViewHoweverManyItMadeBefore() {
    Augmentation how = Augmentation.byolFirst(96);
    Augmenter augmenter = new Augmenter(3, 4, 4, 4);
    byte[] image = PackedImages.image(3, 4, 4);
    byte[] first = new byte[48];
    byte[] again = new byte[48];
    for (int i = 0; i < 50; i++) {
      draws.startStream(1, 1, i, 0);
      augmenter.view(how, image, draws, first, 0);
      draws.startStream(1, 1, i, 0);
      new Augmenter(3, 4, 4, 4).view(how, image, draws, again, 0);
      assertThat(first).isEqualTo(again);
    }
  }

  @Test
  void twoAndFourChannelsAreRefused() {
    assertThatThrownBy(() -> new Augmenter(4, 8, 8, 8)).hasMessageContaining("not 4");
  }
}
