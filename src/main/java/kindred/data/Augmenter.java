package kindred.data;

/**
 * Makes views of images, C×H×W to C×S×S of uint8. Every view takes the same number of draws, except
 * for the crop, which comes last. One thread at a time; make one for each.
 */
final class Augmenter {
  private static final int CROP_ATTEMPTS = 10;

  private final int channels;
  private final int height;
  private final int width;
  private final int size;
  private final Resampling[] resamplings;
  private final byte[] rows;
  private final byte[] out;
  private final ColorJitter colors = new ColorJitter();
  private final Blur blur;
  private final int[] order = new int[4];

  /** For images channels×height×width and views channels×size×size. */
  Augmenter(int channels, int height, int width, int size) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.size = size;
    resamplings = new Resampling[Math.max(height, width) + 1];
    rows = new byte[height * size];
    out = new byte[channels * size * size];
    blur = new Blur(size);
  }

  /**
   * The image as it is, centered; cut or with a black margin where its size differs.
   *
   * @return C×S×S, valid until the next call
   */
  byte[] plain(byte[] image) {
    java.util.Arrays.fill(out, (byte) 0);
    int h = Math.min(height, size);
    int w = Math.min(width, size);
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < h; y++) {
        int from = (c * height + (height - h) / 2 + y) * width + (width - w) / 2;
        int to = (c * size + (size - h) / 2 + y) * size + (size - w) / 2;
        System.arraycopy(image, from, out, to, w);
      }
    }
    return out;
  }

  /**
   * An augmented view.
   *
   * @return C×S×S, valid until the next call
   */
  byte[] augment(byte[] image, Augmentation how, Draws draws) {
    boolean flip = draws.bernoulli(how.flip());
    boolean jitter = draws.bernoulli(how.jitter());
    shuffle(draws);
    float brightness = factor(draws, how.brightness());
    float contrast = factor(draws, how.contrast());
    float saturation = factor(draws, how.saturation());
    int turn = (int) (draws.uniform(-how.hue(), how.hue()) * 255) & 0xff;
    boolean gray = draws.bernoulli(how.grayscale());
    boolean blurred = draws.bernoulli(how.blur());
    double sigma = draws.uniform(0.1, 2);
    boolean solarize = draws.bernoulli(how.solarize());
    crop(image, how, flip, draws);
    if (jitter) {
      for (int change : order) {
        change(change, brightness, contrast, saturation, turn);
      }
    }
    if (gray && channels == 3) {
      colors.grayscale(out, size * size);
    }
    if (blurred) {
      blur.apply(out, channels, sigma);
    }
    if (solarize) {
      colors.solarize(out, out.length);
    }
    return out;
  }

  private void shuffle(Draws draws) {
    for (int i = 0; i < order.length; i++) {
      int j = draws.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  private static float factor(Draws draws, double strength) {
    return (float) draws.uniform(Math.max(0, 1 - strength), 1 + strength);
  }

  private void change(int which, float brightness, float contrast, float saturation, int turn) {
    int plane = size * size;
    if (which == 0) {
      colors.brightness(out, out.length, brightness);
    } else if (which == 1) {
      colors.contrast(out, plane, channels, contrast);
    } else if (channels == 3) {
      if (which == 2) {
        colors.saturation(out, plane, saturation);
      } else if (turn != 0) {
        colors.hue(out, plane, turn);
      }
    }
  }

  private void crop(byte[] image, Augmentation how, boolean flip, Draws draws) {
    double area = (double) height * width;
    double logAspect = Math.log(how.maxAspect());
    for (int attempt = 0; attempt < CROP_ATTEMPTS; attempt++) {
      double target = area * draws.uniform(how.minScale(), 1);
      double aspect = Math.exp(draws.uniform(-logAspect, logAspect));
      int w = (int) Math.round(Math.sqrt(target * aspect));
      int h = (int) Math.round(Math.sqrt(target / aspect));
      if (w > 0 && h > 0 && w <= width && h <= height) {
        int top = draws.nextInt(height - h + 1);
        int left = draws.nextInt(width - w + 1);
        resize(image, top, left, h, w, flip);
        return;
      }
    }
    // No crop fits: the largest centered one whose aspect is allowed.
    int h = (int) Math.min(height, Math.round(width * how.maxAspect()));
    int w = (int) Math.min(width, Math.round(height * how.maxAspect()));
    resize(image, (height - h) / 2, (width - w) / 2, h, w, flip);
  }

  private Resampling resampling(int length) {
    Resampling found = resamplings[length];
    if (found == null) {
      found = new Resampling(length, size);
      resamplings[length] = found;
    }
    return found;
  }

  private void resize(byte[] image, int top, int left, int h, int w, boolean flip) {
    Resampling across = resampling(w);
    Resampling down = resampling(h);
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < h; y++) {
        int from = (c * height + top + y) * width + left;
        for (int x = 0; x < size; x++) {
          int to = flip ? size - 1 - x : x;
          rows[y * size + to] = (byte) across.apply(image, from, 1, x);
        }
      }
      int plane = c * size * size;
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          out[plane + y * size + x] = (byte) down.apply(rows, x, size, y);
        }
      }
    }
  }
}
