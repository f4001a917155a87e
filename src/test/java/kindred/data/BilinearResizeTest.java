package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The expected values were computed by torchvision 0.28 on Pillow 12.3 images. */
class BilinearResizeTest {
  private static int[] resized(Crop crop, int size, boolean flip) {
    int[] target = new int[size * size];
    new BilinearResize(size).resize(PackedImages.image(1, 9, 11), 0, 11, crop, flip, target);
    return target;
  }

  @Test
  void enlargesBilinearly() {
    assertThat(resized(new Crop(2, 3, 2, 3), 4, false))
        .containsExactly(39, 76, 120, 157, 62, 101, 123, 122, 108, 150, 128, 51, 131, 175, 131, 15);
  }

  @Test
  void shrinksWithoutAliasing() {
    assertThat(resized(new Crop(0, 0, 9, 11), 4, false))
        .containsExactly(
            97, 149, 121, 120, 158, 128, 120, 121, 129, 150, 128, 99, 126, 156, 132, 102);
  }

  @Test
  void shrinksOneSideWhileEnlargingTheOther() {
    assertThat(resized(new Crop(1, 2, 7, 2), 4, false))
        .containsExactly(
            185, 171, 143, 129, 119, 124, 134, 138, 165, 155, 134, 123, 99, 123, 171, 195);
  }

  @Test
  void flipMirrorsTheRows() {
    assertThat(resized(new Crop(0, 0, 9, 11), 4, true))
        .containsExactly(
            120, 121, 149, 97, 121, 120, 128, 158, 99, 128, 150, 129, 102, 132, 156, 126);
  }

  @Test
  void onePixelFillsTheView() {
    assertThat(resized(new Crop(4, 5, 1, 1), 3, false)).containsOnly(129);
  }

  @Test
  void aWhiteImageOfAnySizeStaysWhite() {
    byte[] white = new byte[600 * 700];
    Arrays.fill(white, (byte) 255);
    BilinearResize resize = new BilinearResize(8);
    int[] target = new int[64];
    for (int length : new int[] {1, 2, 7, 8, 9, 31, 513, 600}) {
      resize.resize(white, 0, 700, new Crop(0, 0, length, length + 3), false, target);
      assertThat(target).as("from %d pixels", length).containsOnly(255);
    }
  }
}
