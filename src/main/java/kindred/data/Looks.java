package kindred.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import kindred.array.Sha256;

/**
 * What is compared of images to find duplicates: a digest of the pixels, a 64-bit difference hash
 * (is each of 9×8 gray means darker than the one to its right), and 16×16 gray means.
 */
final class Looks {
  private static final int ROWS = 8;
  private static final int COLUMNS = 9;
  private static final int THUMB = 16;

  private final ByteBuffer[] digests;
  private final long[] hashes;
  private final byte[] thumbs; // N×16×16
  private final double[] means;
  private final double[] norms; // of the thumbs less their means

  private final ImageSet set;
  private final MessageDigest sha = Sha256.begin();
  private final byte[] pixels;
  private final int[] gray;

  /** With room for the images of a data set; each is {@link #look}ed at before it is asked for. */
  Looks(ImageSet set) {
    this.set = set;
    int count = set.count();
    digests = new ByteBuffer[count];
    hashes = new long[count];
    thumbs = new byte[Math.multiplyExact(count, THUMB * THUMB)];
    means = new double[count];
    norms = new double[count];
    pixels = new byte[set.info().imageBytes()];
    gray = new int[set.info().height() * set.info().width()];
  }

  /** Reads an image. */
  void look(int image) {
    set.pixels(image, pixels, 0);
    digests[image] = ByteBuffer.wrap(sha.digest(pixels));
    makeGray();
    int[] small = shrink(COLUMNS, ROWS);
    long hash = 0;
    for (int i = 0; i < small.length; i++) {
      if (i % COLUMNS < COLUMNS - 1) {
        hash = hash << 1 | (small[i] < small[i + 1] ? 1 : 0);
      }
    }
    hashes[image] = hash;
    keepThumb(image, shrink(THUMB, THUMB));
  }

  private void makeGray() {
    int plane = gray.length;
    boolean color = pixels.length > plane;
    for (int i = 0; i < plane; i++) {
      int first = pixels[i] & 0xFF;
      gray[i] =
          color
              ? (77 * first
                      + 150 * (pixels[i + plane] & 0xFF)
                      + 29 * (pixels[i + 2 * plane] & 0xFF))
                  / 256
              : first;
    }
  }

  /** Means of boxes, times 16, so that soft slopes are not lost. */
  private int[] shrink(int columns, int rows) {
    int height = set.info().height();
    int width = set.info().width();
    int[] means = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      int top = row * height / rows;
      int bottom = Math.max(top + 1, (row + 1) * height / rows);
      for (int column = 0; column < columns; column++) {
        int left = column * width / columns;
        int right = Math.max(left + 1, (column + 1) * width / columns);
        means[row * columns + column] =
            16 * sum(top, bottom, left, right) / ((bottom - top) * (right - left));
      }
    }
    return means;
  }

  private int sum(int top, int bottom, int left, int right) {
    int width = set.info().width();
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += gray[y * width + x];
      }
    }
    return sum;
  }

  private void keepThumb(int image, int[] small) {
    int at = image * small.length;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < small.length; i++) {
      int value = small[i] / 16;
      thumbs[at + i] = (byte) value;
      sum += value;
      squares += value * value;
    }
    means[image] = sum / small.length;
    norms[image] = Math.sqrt(Math.max(0, squares - sum * means[image]));
  }

  /** Equal for images with the same pixels. */
  ByteBuffer digest(int image) {
    return digests[image];
  }

  long hash(int image) {
    return hashes[image];
  }

  /** Correlation of the gray means, from -1 to 1; 0 if one of the images is flat. */
  double correlation(int a, int b) {
    return correlation(a, this, b);
  }

  /** As above, with an image of another data set. */
  double correlation(int a, Looks other, int b) {
    if (norms[a] == 0 || other.norms[b] == 0) {
      return 0;
    }
    int length = THUMB * THUMB;
    int from = a * length;
    int with = b * length;
    int products = 0;
    for (int i = 0; i < length; i++) {
      products += (thumbs[from + i] & 0xFF) * (other.thumbs[with + i] & 0xFF);
    }
    return (products - length * means[a] * other.means[b]) / (norms[a] * other.norms[b]);
  }
}
