package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussianBlurTest {
  private static int[] blurred(double sigma) {
    byte[] image = PackedImages.image(1, 5, 5);
    int[][] planes = new int[1][25];
    Arrays.setAll(planes[0], i -> image[i] & 255);
    new GaussianBlur(5).blur(planes, sigma);
    return planes[0];
  }

  /** Expected values by torchvision's gaussian_blur with 5 and 9 taps. */
  @Test
  void equalsTorchvisionWithinOneLevel() {
    int[] narrow = {
      34, 61, 101, 141, 168, 76, 107, 148, 167, 192, 138, 169, 172, 110, 121, 185, 183, 125, 131,
      149, 185, 137, 130, 164, 130
    };
    int[] wide = {
      92, 103, 127, 148, 156, 109, 118, 134, 147, 152, 141, 143, 144, 142, 142, 161, 156, 146, 140,
      138, 165, 158, 146, 140, 140
    };
    near(blurred(0.6), narrow);
    near(blurred(1.2), wide);
  }

  private static void near(int[] actual, int[] expected) {
    int[] apart = new int[expected.length];
    Arrays.setAll(apart, i -> Math.abs(actual[i] - expected[i]));
    assertThat(Arrays.stream(apart).max().orElseThrow()).as("%s", actual).isLessThanOrEqualTo(1);
  }

  @Test
  void plainAreaKeepsItsValueAtAnySigma() {
    for (double sigma : new double[] {0.1, 0.9, 2, 40}) {
      int[][] planes = {new int[49], new int[49]};
      Arrays.fill(planes[0], 255);
      Arrays.fill(planes[1], 131);
      new GaussianBlur(7).blur(planes, sigma);
      assertThat(planes[0]).containsOnly(255);
      assertThat(planes[1]).containsOnly(131);
    }
  }

  @Test
  void aViewOfOnePixelCanBeBlurred() {
    int[][] planes = {{77}};
    new GaussianBlur(1).blur(planes, 2);
    assertThat(planes[0]).containsExactly(77);
  }
}
