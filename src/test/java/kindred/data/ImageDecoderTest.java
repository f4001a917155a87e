package kindred.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder();
  private final SquareFit fit = new SquareFit(16);

  @AfterEach
  void close() {
    decoder.close();
  }

  private Square decode(BufferedImage image, String format) throws Exception {
    return decoder.decode("image." + format, SampleFiles.encoded(image, format), fit);
  }

  private ThrowingCallable decoding(String name, byte[] bytes) {
    return () -> decoder.decode(name, bytes, fit);
  }

  private void assertUnusable(String name, byte[] bytes, String reason) {
    assertThatThrownBy(decoding(name, bytes)).isInstanceOf(UnusableImage.class).hasMessage(reason);
  }

  /** The value that an 8-bit image of {@link SampleFiles#image} has, in the order of a square. */
  private static byte[] planes(int... bands) {
    byte[] planes = new byte[bands.length * 256];
    for (int i = 0; i < planes.length; i++) {
      int y = i % 256 / 16;
      int x = i % 16;
      planes[i] = (byte) ((x * 37 + y * 11 + bands[i / 256] * 50) % 256);
    }
    return planes;
  }

  @Test
  void colorPngKeepsItsExactValuesInOrderRedGreenBlue() throws Exception {
    Square square = decode(SampleFiles.image(16, 16, BufferedImage.TYPE_3BYTE_BGR), "png");
    assertThat(square.channels()).isEqualTo(3);
    assertThat(square.pixels()).isEqualTo(planes(0, 1, 2));
  }

  @Test
  void grayPngKeepsItsExactValuesInOneChannel() throws Exception {
    Square square = decode(SampleFiles.image(16, 16, BufferedImage.TYPE_BYTE_GRAY), "png");
    assertThat(square.channels()).isEqualTo(1);
    assertThat(square.pixels()).isEqualTo(planes(0));
  }

  @Test
  void sixteenBitsAreRoundedToEight() throws Exception {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_USHORT_GRAY);
    int[] values = {0, 128, 129, 257, 32768, 65535};
    for (int x = 0; x < values.length; x++) {
      image.getRaster().setSample(x, 0, 0, values[x]);
    }
    assertThat(decode(image, "png").pixels()).startsWith(0, 0, 1, 1, 128, 255);
  }

  @Test
  void transparentPixelsLieOverWhite() throws Exception {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_4BYTE_ABGR);
    image.setRGB(0, 0, new Color(10, 20, 30, 255).getRGB());
    image.setRGB(1, 0, new Color(10, 20, 30, 0).getRGB());
    image.setRGB(2, 0, new Color(0, 100, 255, 51).getRGB());
    byte[] pixels = decode(image, "png").pixels();
    assertThat(pixels).startsWith(10, 255, 204);
    assertThat(Arrays.copyOfRange(pixels, 256, 259)).containsExactly(20, 255, 224);
    assertThat(Arrays.copyOfRange(pixels, 512, 515)).containsExactly(30, 255, 255);
  }

  @Test
  void indexedPngTakesItsPalettesColors() throws Exception {
    byte[] red = {0, (byte) 200};
    byte[] green = {0, 100};
    IndexColorModel colors = new IndexColorModel(1, 2, red, green, red);
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_BINARY, colors);
    image.getRaster().setSample(1, 0, 0, 1);
    Square square = decode(image, "png");
    assertThat(square.channels()).isEqualTo(3);
    assertThat(square.pixels()).startsWith(0, 200, 0);
    assertThat(Arrays.copyOfRange(square.pixels(), 256, 259)).containsExactly(0, 100, 0);
  }

  @Test
  void blackAndWhitePngIsGray() throws Exception {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_BINARY);
    image.getRaster().setSample(1, 0, 0, 1);
    Square square = decode(image, "png");
    assertThat(square.channels()).isEqualTo(1);
    assertThat(square.pixels()).startsWith(0, 255, 0);
  }

  @Test
  void grayJpegIsNotChangedByAColorSpace() throws Exception {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, 16, 16, filled(64));
    Square square = decode(image, "jpeg");
    assertThat(square.channels()).isEqualTo(1);
    for (byte value : square.pixels()) {
      assertThat((int) value).isBetween(63, 65);
    }
  }

  @Test
  void colorJpegComesBackNearly() throws Exception {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, new Color(200, 60, 20).getRGB());
    }
    Square square = decode(image, "jpeg");
    assertThat(square.pixels()[0] & 0xff).isBetween(196, 204);
    assertThat(square.pixels()[256] & 0xff).isBetween(56, 64);
    assertThat(square.pixels()[512] & 0xff).isBetween(16, 24);
  }

  private static int[] filled(int value) {
    int[] values = new int[256];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void truncatedJpegIsRefusedWhereverItEnds() throws IOException {
    byte[] jpeg = SampleFiles.colorJpeg(64, 64);
    for (int end : new int[] {jpeg.length - 2, jpeg.length - 100, jpeg.length / 2, 200, 20, 4}) {
      assertThatThrownBy(decoding("a.jpg", Arrays.copyOf(jpeg, end)))
          .as("ending at %d of %d", end, jpeg.length)
          .isInstanceOf(UnusableImage.class)
          .hasMessageContaining("damaged JPEG");
    }
  }

  @Test
  void jpegIsReadAgainAfterABrokenOne() throws Exception {
    byte[] jpeg = SampleFiles.colorJpeg(16, 16);
    byte[] before = decoder.decode("a.jpg", jpeg, fit).pixels();
    assertUnusable("b.jpg", Arrays.copyOf(jpeg, jpeg.length - 40), "truncated or damaged JPEG");
    assertThat(decoder.decode("a.jpg", jpeg, fit).pixels()).isEqualTo(before);
  }

  @Test
  void truncatedPngIsRefused() throws IOException {
    byte[] png = SampleFiles.grayPng(64, 64);
    assertUnusable("a.png", Arrays.copyOf(png, png.length - 1), "truncated PNG");
    assertUnusable("a.png", Arrays.copyOf(png, png.length / 2), "truncated PNG");
    assertUnusable("a.png", Arrays.copyOf(png, 8), "truncated PNG");
  }

  @Test
  void pngWithAFlippedBitIsRefused() throws IOException {
    byte[] png = SampleFiles.grayPng(64, 64);
    png[png.length / 2] ^= 1;
    assertUnusable("a.png", png, "damaged PNG");
  }

  @Test
  void pngWithTooFewRowsIsRefused() throws IOException {
    byte[] png = SampleFiles.grayPng(64, 64);
    setHeaderInt(png, 20, 65); // one row more than there is data for, with a good checksum
    assertUnusable("a.png", png, "damaged PNG");
  }

  @Test
  void absurdlyLargeImageIsRefusedBeforeItIsDecoded() throws IOException {
    byte[] png = SampleFiles.grayPng(16, 16);
    setHeaderInt(png, 16, 1_000_000);
    setHeaderInt(png, 20, 1_000_000);
    assertUnusable("a.png", png, "larger than 100 megapixels");
  }

  private static void setHeaderInt(byte[] png, int at, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(png).putInt(at, value);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    bytes.putInt(29, (int) crc.getValue());
  }

  @Test
  void emptyAndForeignFilesAreRefused() {
    assertUnusable("a.jpg", new byte[0], "empty file");
    assertUnusable("a.jpg", "hello, world".getBytes(UTF_8), "not an image in a known format");
  }

  @Test
  void wronglyNamedImageIsRefusedAndOneWithoutEndingIsNot() throws Exception {
    byte[] png = SampleFiles.grayPng(16, 16);
    assertUnusable("a.JPG", png, "wrongly named: a PNG image called .jpg");
    assertUnusable(
        "a.gif", SampleFiles.colorJpeg(16, 16), "wrongly named: a JPEG image called .gif");
    assertThat(decoder.decode("cats/0001", png, fit).pixels()).isEqualTo(planes(0));
  }

  /** A frame of 4×3 at (2, 1) on a screen of 8×6; its colors are 1, 2, 3, 1, …, 2, 0. */
  @Test
  void gifWhoseFirstFrameIsSmallerThanItsScreenIsTheWholeScreen() throws Exception {
    String start = "474946383961080006009100000a141ec8000000c8000000c8";
    String frame = "2c020001000400030000020a0cc53114c7501c431105003b";
    String clear = "21f9040100000000"; // the first color is transparent
    byte[] filled = HexFormat.of().parseHex(start + frame);
    byte[] open = HexFormat.of().parseHex(start + clear + frame);

    assertThat(red(filled, 0, 0)).isEqualTo(10);
    assertThat(red(open, 0, 0)).isEqualTo(255);
    for (byte[] gif : new byte[][] {filled, open}) {
      assertThat(red(gif, 2, 1)).isEqualTo(200);
      assertThat(red(gif, 3, 1)).isZero();
      assertThat(red(gif, 5, 1)).isEqualTo(200);
    }
  }

  /** In an image of 8×6 that is padded to a square of 16. */
  private int red(byte[] gif, int x, int y) throws Exception {
    return decoder.decode("a.gif", gif, fit).pixels()[(y + 5) * 16 + x + 4] & 0xFF;
  }
}
