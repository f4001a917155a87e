package kindred.data;

import kindred.array.UserCache;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;

/**
 * libjpeg-turbo, as the library Leptonica brings it for every system and calls it. For one thread;
 * keeps a small array from image to image.
 */
final class Libjpeg {
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";
  private static final int MOST_KEPT = 1_000_000; // pixels, for each of many decoders
  private static final int NO_COLORMAP = 0;
  private static final int FULL_SIZE = 1;

  /** Without the hint to go on, an image that libjpeg-turbo warns of is none. */
  private static final int NO_BAD_DATA = 0;

  private int[] kept = {};

  private Libjpeg() {}

  /** Null on a system that it does not run on, or not as fast: Windows has no files in memory. */
  static Libjpeg create() {
    return Loaded.DONE ? new Libjpeg() : null;
  }

  /** Loads when it is first asked for. */
  private static final class Loaded {
    static final boolean DONE = load();

    private static boolean load() {
      if (System.getProperty("os.name").startsWith("Windows")) {
        return false;
      }
      if (System.getProperty(CACHE) == null) {
        System.setProperty(CACHE, UserCache.folder().resolve("natives").toString());
      }
      try {
        Loader.load(leptonica.class);
        leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE);
        return true;
      } catch (LinkageError otherSystem) {
        return false; // the JDK reads every JPEG then
      }
    }
  }

  /**
   * Decodes a JPEG of 8 bits.
   *
   * @param components 1 or 3, as its header says
   * @return H×W pixels or more, red or gray in the highest byte, then green and blue, valid until
   *     the next call; null if libjpeg-turbo cannot read it or warns of anything
   */
  int[] decode(byte[] jpeg, int width, int height, int components) {
    PIX pix =
        leptonica.pixReadMemJpeg(jpeg, jpeg.length, NO_COLORMAP, FULL_SIZE, null, NO_BAD_DATA);
    if (pix == null) {
      return null;
    }
    try {
      int depth = components == 1 ? Byte.SIZE : Integer.SIZE;
      boolean asTold =
          leptonica.pixGetWidth(pix) == width
              && leptonica.pixGetHeight(pix) == height
              && leptonica.pixGetDepth(pix) == depth;
      return asTold ? copy(leptonica.pixGetData(pix), width, height, depth) : null;
    } finally {
      leptonica.pixDestroy(pix);
    }
  }

  private int[] copy(IntPointer data, int width, int height, int depth) {
    int count = width * height;
    if (depth == Integer.SIZE) {
      int[] pixels = array(count);
      data.get(pixels, 0, count);
      return pixels;
    }
    int line = (width + 3) / 4; // four gray pixels a word, the first in its highest byte
    int[] words = new int[line];
    int[] pixels = array(count);
    for (int y = 0; y < height; y++) {
      data.position((long) y * line).get(words, 0, line);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = words[x / 4] << (Byte.SIZE * (x % 4));
      }
    }
    return pixels;
  }

  private int[] array(int count) {
    if (count > MOST_KEPT) {
      return new int[count];
    }
    if (kept.length < count) {
      kept = new int[count];
    }
    return kept;
  }
}
