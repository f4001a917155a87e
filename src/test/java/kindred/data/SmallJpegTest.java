package kindred.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class SmallJpegTest {
  private final Random random = new Random(7);

  /** All the bytes of a picture C×H×W, or why there is none. */
  private static String seen(Codec codec, byte[] jpeg) {
    try (codec) {
      codec.open(jpeg);
      Picture picture = codec.picture(Background.WHITE);
      byte[][] row = new byte[picture.channels()][picture.width()];
      StringBuilder seen = new StringBuilder(picture.channels() + "×" + picture.width());
      for (int y = 0; y < picture.height(); y++) {
        picture.row(y, row);
        seen.append(Arrays.deepToString(row));
      }
      return seen.toString();
    } catch (UnusableImage | IOException | RuntimeException e) {
      return "refused";
    }
  }

  private static String jdk(byte[] jpeg) {
    return seen(new JdkCodec(ImageFormat.JPEG), jpeg);
  }

  private BufferedImage image(int width, int height, boolean gray, boolean noise) {
    BufferedImage image =
        new BufferedImage(
            width, height, gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < 12; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillOval(
          random.nextInt(width), random.nextInt(height), 1 + width / 3, 1 + height / 3);
    }
    graphics.dispose();
    for (int i = 0; noise && i < width * height; i++) {
      image.setRGB(i % width, i / width, random.nextInt(1 << 24));
    }
    return image;
  }

  /** Chroma stored once for {@code across} × {@code down} pixels. */
  private static byte[] encoded(BufferedImage image, float quality, int across, int down)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), how);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode luma = (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
    luma.setAttribute("HsamplingFactor", Integer.toString(across));
    luma.setAttribute("VsamplingFactor", Integer.toString(down));
    metadata.setFromTree(format, root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), how);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  private byte[] color(int width, int height) throws IOException {
    return encoded(image(width, height, false, false), 0.8f, 2, 2);
  }

  @Test
  void decodesToTheSamePixelsAsTheFullDecoder() throws IOException {
    int[][] sizes = {{32, 32}, {33, 31}, {5, 7}, {17, 1}, {40, 96}, {250, 201}};
    int[][] chroma = {{1, 1}, {2, 1}, {2, 2}};
    SmallJpeg small = new SmallJpeg();
    for (int[] size : sizes) {
      for (float quality : new float[] {0.05f, 0.5f, 0.9f, 1}) {
        for (int kind = 0; kind < 8; kind++) {
          boolean gray = kind < 2;
          int[] sampling = gray ? chroma[0] : chroma[kind / 2 - 1];
          BufferedImage image = image(size[0], size[1], gray, kind % 2 == 1);
          byte[] jpeg = encoded(image, quality, sampling[0], sampling[1]);
          String what = Arrays.toString(size) + quality + Arrays.toString(sampling) + gray;
          assertTrue(small.open(jpeg), what);
          assertEquals(gray ? 1 : 3, small.channels());
          assertEquals(size[0], small.width());
          assertEquals(size[1], small.height());
          byte[] pixels = small.decode();
          assertTrue(pixels != null, what);
          assertEquals(jdk(jpeg), seen(new JpegCodec(), jpeg), what);
        }
      }
    }
  }

  @Test
  void leavesOtherKindsToTheFullDecoder() throws IOException {
    byte[] wide = color(300, 300);
    byte[] narrow = color(3, 9);
    byte[] sideways = encoded(image(32, 32, false, false), 0.8f, 1, 2);
    for (byte[] jpeg : new byte[][] {wide, narrow, sideways}) {
      assertFalse(new SmallJpeg().open(jpeg));
      assertEquals(jdk(jpeg), seen(new JpegCodec(), jpeg));
    }
  }

  @Test
  void isAsStrictWithDamagedFilesAsTheFullDecoder() throws IOException {
    byte[] whole = color(32, 32);
    for (int i = 2; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] = (byte) random.nextInt(256);
      assertEquals(jdk(damaged), seen(new JpegCodec(), damaged), "byte " + i);
      if (i % 8 == 0) {
        byte[] cut = Arrays.copyOf(whole, i);
        assertEquals(jdk(cut), seen(new JpegCodec(), cut), "cut to " + i);
      }
    }
  }

  @Test
  void keepsNothingOfTheImageBefore() throws IOException {
    SmallJpeg used = new SmallJpeg();
    for (int i = 0; i < 20; i++) {
      byte[] jpeg = encoded(image(9 + 7 * i, 64 - 3 * i, i % 3 == 0, true), 0.3f + i * 0.03f, 1, 1);
      SmallJpeg fresh = new SmallJpeg();
      assertTrue(fresh.open(jpeg) && used.open(jpeg));
      assertArrayEquals(fresh.decode(), used.decode());
    }
  }
}
