package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegCodecTest {
  private static byte[] jpeg(int width, int height, int type) throws IOException {
    return SampleFiles.encoded(SampleFiles.image(width, height, type), "jpg");
  }

  private static byte[] pixels(Codec codec, byte[] jpeg) throws Exception {
    int[] size = codec.open(jpeg);
    Picture picture = codec.picture(Background.WHITE);
    byte[] pixels = new byte[0];
    byte[][] row = new byte[picture.channels()][picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      picture.row(y, row);
      for (byte[] channel : row) {
        pixels = Arrays.copyOf(pixels, pixels.length + channel.length);
        System.arraycopy(channel, 0, pixels, pixels.length - channel.length, channel.length);
      }
    }
    assertThat(pixels).hasSize(picture.channels() * size[0] * size[1]);
    return pixels;
  }

  private static void assertAsTheJdkReadsIt(UnaryOperator<byte[]> change, byte[] jpeg)
      throws Exception {
    byte[] changed = change.apply(jpeg);
    try (Codec ours = new JpegCodec();
        Codec jdk = new JdkCodec(ImageFormat.JPEG)) {
      byte[] expected = pixels(jdk, changed);
      assertThat(pixels(ours, changed)).isEqualTo(expected);
      assertThat(pixels(ours, changed)).as("once more").isEqualTo(expected);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void libjpegTurboIsThere() {
    assertThat(Libjpeg.create()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"32, 32", "33, 17", "1, 1", "3, 50", "1500, 900"})
  void readsTheSamePixelsAsTheJdk(int width, int height) throws Exception {
    assertAsTheJdkReadsIt(same -> same, jpeg(width, height, BufferedImage.TYPE_3BYTE_BGR));
    assertAsTheJdkReadsIt(same -> same, jpeg(width, height, BufferedImage.TYPE_BYTE_GRAY));
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "6", "8"})
  void turnsPhotographsAsTheirExifTells(int orientation) throws Exception {
    assertAsTheJdkReadsIt(
        jpeg -> withOrientation(jpeg, orientation), jpeg(21, 34, BufferedImage.TYPE_3BYTE_BGR));
    assertAsTheJdkReadsIt(
        jpeg -> withOrientation(jpeg, orientation), jpeg(21, 34, BufferedImage.TYPE_BYTE_GRAY));
  }

  private static byte[] withOrientation(byte[] jpeg, int value) {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      18,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) value,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] longer = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, longer, 0, 2);
    System.arraycopy(exif, 0, longer, 2, exif.length);
    System.arraycopy(jpeg, 2, longer, 2 + exif.length, jpeg.length - 2);
    return longer;
  }

  @Test
  void refusesWhatIsCutShortAndReadsOn() throws Exception {
    byte[] whole = jpeg(64, 64, BufferedImage.TYPE_3BYTE_BGR);
    try (Codec codec = new JpegCodec()) {
      for (int length : new int[] {3, 20, whole.length / 2, whole.length - 5}) {
        assertThatThrownBy(() -> pixels(codec, Arrays.copyOf(whole, length)))
            .isInstanceOfAny(IOException.class, RuntimeException.class, UnusableImage.class);
      }
    }
    assertAsTheJdkReadsIt(same -> same, whole);
  }
}
