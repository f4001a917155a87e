package kindred.data;

import java.util.Arrays;

/**
 * A stream of random numbers decided by its key alone, so that neither the number of threads nor a
 * resumed run changes a draw. SplitMix64 (Steele, Lea, Flood 2014). One thread at a time.
 */
public final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** The stream of a key, such as seed, epoch, image and purpose. */
  public Draws(long... key) {
    rekey(key);
  }

  /** Becomes the stream of another key. */
  public void rekey(long... key) {
    long hash = key.length;
    for (long part : key) {
      hash = mix(hash + GOLDEN + mix(part));
    }
    state = hash;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  /** 64 uniform bits. */
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  /** True with probability p; takes one draw whatever p is. */
  public boolean bernoulli(double p) {
    return nextDouble() < p;
  }

  /** Uniform in 0 … bound − 1, without bias. */
  public int nextInt(int bound) {
    // Multiply-shift; the rare draws that would favor small numbers are drawn again (Lemire 2019).
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xffffffffL;
    if (low < bound) {
      long threshold = (0x100000000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xffffffffL;
      }
    }
    return (int) (product >>> 32);
  }

  /** 0 … n − 1 in an order decided by the key (Fisher and Yates). */
  public static int[] permutation(int n, long... key) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    Draws draws = new Draws(key);
    for (int i = n - 1; i > 0; i--) {
      int j = draws.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}
