package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SquareFitTest {
  private static byte[] checkerboard(int width, int height) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((i % width + i / width) % 2 == 0 ? 255 : 0);
    }
    return pixels;
  }

  private static byte[] fit(int size, int height, int width, byte[] pixels) {
    return new SquareFit(size).of(Picture.of(1, height, width, pixels)).pixels();
  }

  @Test
  void fineCheckerboardBecomesGrayWhenScaledDown() {
    for (byte value : fit(16, 128, 128, checkerboard(128, 128))) {
      assertThat(value & 0xff).isBetween(126, 129);
    }
  }

  @Test
  void checkerboardFinerThanAFractionalScaleIsNotAliased() {
    for (byte value : fit(10, 37, 53, checkerboard(53, 37))) {
      assertThat(value & 0xff).isBetween(110, 145);
    }
  }

  @Test
  void halvingWeighsLikeATriangle() {
    byte[] row = {0, 0, 0, (byte) 240, 0, 0, 0, 0};
    byte[] pixels = new byte[64];
    for (int y = 0; y < 8; y++) {
      System.arraycopy(row, 0, pixels, y * 8, 8);
    }
    // around output 1 (center 3.0) weights 1 3 3 1 of 8; around output 2 (center 5.0) likewise
    assertThat(fit(4, 8, 8, pixels)).startsWith(0, 240 * 3 / 8, 240 / 8, 0);
  }

  @Test
  void theMiddleOfAWideImageIsKept() {
    byte[] pixels = new byte[40 * 120];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % 120 >= 40 && i % 120 < 80 ? 200 : 0);
    }
    byte[] square = fit(20, 40, 120, pixels);
    // beside the edges, over which the filter reaches, all is of the middle third
    for (int i = 0; i < square.length; i++) {
      if (i % 20 > 0 && i % 20 < 19) {
        assertThat(square[i] & 0xff).isEqualTo(200);
      }
    }
  }

  @Test
  void smallImageIsPaddedWithZerosAroundTheMiddleAndNotEnlarged() {
    byte[] square = fit(8, 2, 3, new byte[] {1, 2, 3, 4, 5, 6});
    byte[] expected = new byte[64];
    // 5 columns are missing: 3 at the left, 2 at the right; 6 rows: 3 above, 3 below
    System.arraycopy(new byte[] {1, 2, 3}, 0, expected, 3 * 8 + 3, 3);
    System.arraycopy(new byte[] {4, 5, 6}, 0, expected, 4 * 8 + 3, 3);
    assertThat(square).isEqualTo(expected);
  }

  @Test
  void imageLongerOnOneSideOnlyIsCroppedThereAndPaddedElsewhere() {
    byte[] square = fit(8, 2, 12, SampleFiles.counting(24));
    byte[] expected = new byte[64];
    System.arraycopy(new byte[] {2, 3, 4, 5, 6, 7, 8, 9}, 0, expected, 3 * 8, 8);
    System.arraycopy(new byte[] {14, 15, 16, 17, 18, 19, 20, 21}, 0, expected, 4 * 8, 8);
    assertThat(square).isEqualTo(expected);
  }

  @Test
  void imageOfTheRightSizeIsLeftAsItIs() {
    byte[] pixels = SampleFiles.counting(3 * 64);
    assertThat(new SquareFit(8).of(Picture.of(3, 8, 8, pixels)).pixels()).isEqualTo(pixels);
  }

  @Test
  void channelsDoNotMixWhenScaled() {
    byte[] pixels = new byte[3 * 256];
    for (int i = 0; i < 256; i++) {
      pixels[i] = 10;
      pixels[256 + i] = 20;
      pixels[512 + i] = 30;
    }
    byte[] square = new SquareFit(8).of(Picture.of(3, 16, 16, pixels)).pixels();
    for (int i = 0; i < square.length; i++) {
      assertThat(square[i]).isEqualTo((byte) (10 * (1 + i / 64)));
    }
  }
}
