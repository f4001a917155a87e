package kindred.gui.map;

import java.util.LinkedHashMap;
import kindred.data.ImageSet;

/**
 * Small pictures of a data set's images, pixel by pixel, for drawing by background threads: pixel
 * images larger by a whole factor, others smaller by averaging. A bounded number is kept. For any
 * thread.
 */
final class Thumbnails {
  private static final int KEPT_BYTES = 24 << 20;
  private static final int OPAQUE = 0xFF000000;

  private final ImageSet set;
  private final int longer;
  private final LinkedHashMap<Integer, int[]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int keptSide;

  Thumbnails(ImageSet set) {
    this.set = set;
    this.longer = Math.max(set.info().height(), set.info().width());
  }

  /** The largest side not above some pixels at which images are not blurred. */
  int side(double most) {
    return longer > most ? (int) most : longer * (int) (most / longer);
  }

  /** side × side pixels of an image, opaque but where it is not square. */
  int[] of(int image, int side) {
    synchronized (kept) {
      if (side != keptSide) {
        kept.clear();
        keptSide = side;
      }
      int[] there = kept.get(image);
      if (there != null) {
        return there;
      }
    }
    int[] made = make(image, side);
    synchronized (kept) {
      if (side == keptSide) {
        kept.put(image, made);
        while (kept.size() * 4L * side * side > KEPT_BYTES) {
          kept.remove(kept.keySet().iterator().next());
        }
      }
    }
    return made;
  }

  private int[] make(int image, int side) {
    byte[] pixels = new byte[set.info().imageBytes()];
    set.pixels(image, pixels, 0);
    int height = set.info().height();
    int width = set.info().width();
    double step = (double) longer / side;
    int[] argb = new int[side * side];
    for (int y = 0; y < (int) (height / step); y++) {
      for (int x = 0; x < (int) (width / step); x++) {
        argb[y * side + x] =
            average(
                pixels,
                (int) (y * step),
                Math.max((int) (y * step) + 1, (int) ((y + 1) * step)),
                (int) (x * step),
                Math.max((int) (x * step) + 1, (int) ((x + 1) * step)));
      }
    }
    return argb;
  }

  private int average(byte[] pixels, int top, int bottom, int left, int right) {
    int argb = OPAQUE;
    int plane = set.info().height() * set.info().width();
    for (int channel = 0; channel < 3; channel++) {
      int from = set.info().channels() == 1 ? 0 : channel * plane;
      int sum = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          sum += pixels[from + y * set.info().width() + x] & 0xFF;
        }
      }
      int mean = sum / ((bottom - top) * (right - left));
      argb |= mean << (16 - 8 * channel);
    }
    return argb;
  }

  /** How many are kept now. */
  int kept() {
    synchronized (kept) {
      return kept.size();
    }
  }
}
