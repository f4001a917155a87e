package kindred.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.imaging.formats.ico.IcoImageParser;

/**
 * The largest image of an icon file; of several the one with most colors. Others are not looked at.
 * A bitmap is decoded by Commons Imaging, a PNG as any other.
 */
final class IconCodec implements Codec {
  private static final Magic PNG = new Magic("89504E470D0A1A0A");
  private static final int HEADER = 6; // bytes
  private static final int ENTRY = 16; // bytes
  private static final int LONGEST = 256; // pixels, of a bitmap's sides
  private static final int COLORS = 6; // where an entry tells its bits a pixel
  private static final int LENGTH = 8;
  private static final int OFFSET = 12;

  private final IcoImageParser parser = new IcoImageParser();
  private final JdkCodec png = new JdkCodec(ImageFormat.PNG);
  private byte[] bitmap; // an icon file of that image alone; null if it is a PNG

  @Override
  public int[] open(byte[] image) throws IOException, UnusableImage {
    ByteBuffer icon = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    int entry = largest(icon);
    int from = icon.getInt(entry + OFFSET);
    byte[] content =
        Arrays.copyOfRange(image, from, Math.addExact(from, icon.getInt(entry + LENGTH)));
    if (from + (long) content.length > image.length) {
      throw new UnusableImage("truncated ICO");
    }
    bitmap = null;
    if (PNG.begins(content, 0)) {
      return png.open(content);
    }
    return openBitmap(icon, entry, content);
  }

  private static int largest(ByteBuffer icon) throws UnusableImage {
    int count = icon.getShort(4) & 0xFFFF;
    if (count == 0) {
      throw new UnusableImage("an icon without images");
    }
    int best = HEADER;
    for (int i = 1; i < count; i++) {
      int entry = HEADER + i * ENTRY;
      if (rank(icon, entry) > rank(icon, best)) {
        best = entry;
      }
    }
    return best;
  }

  private static int rank(ByteBuffer icon, int entry) {
    int area = side(icon.get(entry)) * side(icon.get(entry + 1));
    return (area << 8) | Math.min(255, icon.getShort(entry + COLORS) & 0xFFFF);
  }

  private static int side(byte told) {
    return told == 0 ? 256 : told & 0xFF;
  }

  private int[] openBitmap(ByteBuffer icon, int entry, byte[] content) throws UnusableImage {
    ByteBuffer header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int width = header.getInt(4);
    int height = header.getInt(8) / 2; // the mask lies below the colors
    if (width < 1 || height < 1 || width > LONGEST || height > LONGEST) {
      throw new UnusableImage("damaged ICO");
    }
    ByteBuffer alone =
        ByteBuffer.allocate(HEADER + ENTRY + content.length).order(ByteOrder.LITTLE_ENDIAN);
    alone.putShort((short) 0).putShort((short) 1).putShort((short) 1);
    alone.put(icon.slice(entry, LENGTH)).putInt(content.length).putInt(HEADER + ENTRY);
    bitmap = alone.put(content).array();
    return new int[] {width, height};
  }

  @Override
  public Picture picture(Background background) throws IOException, UnusableImage {
    if (bitmap == null) {
      return png.picture(background);
    }
    List<BufferedImage> images = parser.getAllBufferedImages(bitmap);
    return new BufferedPicture(images.get(0), background, Orientation.UPRIGHT);
  }

  @Override
  public void close() {
    png.close();
  }
}
