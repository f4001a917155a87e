package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expected values were computed by torchvision 0.28 on Pillow 12.3 images. */
class ColorsTest {
  private static int[] changed(int channels, Consumer<int[][]> change) {
    byte[] image = PackedImages.image(channels, 2, 3);
    int[][] planes = new int[channels][6];
    for (int i = 0; i < image.length; i++) {
      planes[i / 6][i % 6] = image[i] & 255;
    }
    change.accept(planes);
    return Arrays.stream(planes).flatMapToInt(Arrays::stream).toArray();
  }

  private static void near(int[] actual, String expectedValues) {
    int[] expected = Arrays.stream(expectedValues.split(" ")).mapToInt(Integer::parseInt).toArray();
    int[] apart =
        IntStream.range(0, expected.length).map(i -> Math.abs(actual[i] - expected[i])).toArray();
    assertThat(apart).hasSameSizeAs(actual);
    assertThat(Arrays.stream(apart).max().orElseThrow()).as("%s", actual).isLessThanOrEqualTo(1);
  }

  @Test
  void brightnessBlendsWithBlack() {
    near(
        changed(3, p -> Colors.brightness(p, 0.7)),
        "0 25 51 41 74 108 58 84 109 99 133 166 116 142 168 157 11 45");
    near(
        changed(3, p -> Colors.brightness(p, 1.3)),
        "0 48 96 76 139 201 107 156 204 184 246 255 215 255 255 255 22 84");
  }

  @Test
  void contrastBlendsWithTheMeanGray() {
    int[] scratch = new int[6];
    near(
        changed(3, p -> Colors.contrast(p, 0.7, scratch)),
        "39 64 90 80 113 147 97 123 148 138 172 205 155 181 207 196 50 84");
    near(
        changed(3, p -> Colors.contrast(p, 1.3, scratch)),
        "0 9 57 37 100 162 68 117 165 145 208 255 176 224 255 253 0 45");
    near(changed(1, p -> Colors.contrast(p, 1.3, scratch)), "0 26 74 55 117 179");
  }

  @Test
  void saturationBlendsWithEachPixelsGray() {
    int[] scratch = new int[6];
    near(
        changed(3, p -> Colors.saturation(p, 0.7, scratch)),
        "20 57 94 79 118 166 78 115 152 137 176 224 136 173 210 195 55 103");
    near(
        changed(3, p -> Colors.saturation(p, 1.3, scratch)),
        "0 16 53 38 95 143 87 124 161 146 203 251 195 232 255 254 0 26");
  }

  @Test
  void hueTurnsThroughHsv() {
    near(
        changed(3, p -> Colors.hue(p, 0.08)),
        "0 37 74 59 29 78 8 45 82 67 190 238 166 203 240 225 17 65");
    near(
        changed(3, p -> Colors.hue(p, -0.1)),
        "0 37 74 59 190 238 166 203 240 225 168 216 148 185 222 207 17 65");
    near(
        changed(3, p -> Colors.hue(p, 0.5)),
        "166 203 240 225 94 143 74 111 148 133 17 65 0 37 74 59 190 238");
  }

  @Test
  void grayPixelsStayGrayUnderAnyHueAndSaturation() {
    int[][] planes = {{0, 1, 127, 255}, {0, 1, 127, 255}, {0, 1, 127, 255}};
    Colors.hue(planes, 0.3);
    Colors.saturation(planes, 1.8, new int[4]);
    assertThat(planes)
        .isDeepEqualTo(new int[][] {{0, 1, 127, 255}, {0, 1, 127, 255}, {0, 1, 127, 255}});
  }

  @Test
  void grayscaleIsTheLumaInEveryChannel() {
    near(
        changed(3, Colors::grayscale),
        "68 105 142 127 145 193 68 105 142 127 145 193 68 105 142 127 145 193");
  }

  @Test
  void solarizeInvertsFromTheThresholdOn() {
    near(
        changed(3, p -> Colors.solarize(p, 128)),
        "0 37 74 59 107 100 83 120 98 113 65 17 89 52 15 30 17 65");
    int[][] edge = {{127, 128, 255, 0}};
    Colors.solarize(edge, 128);
    assertThat(edge[0]).containsExactly(127, 127, 0, 0);
  }

  @Test
  void oneChannelHasNoColorToChange() {
    int[] before = changed(1, p -> {});
    assertThat(changed(1, p -> Colors.hue(p, 0.1))).isEqualTo(before);
    assertThat(changed(1, p -> Colors.saturation(p, 0.2, new int[6]))).isEqualTo(before);
    assertThat(changed(1, Colors::grayscale)).isEqualTo(before);
  }
}
