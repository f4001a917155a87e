package kindred.data;

/**
 * A small random generator whose every stream is named by a key, such as (seed, epoch, image,
 * stream), so that neither threads nor a resumed run change what is drawn. The key is hashed into
 * the state of a xoshiro256++ generator (Blackman and Vigna). The same numbers on every platform.
 * Not for use by several threads at once.
 */
public final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long a;
  private long b;
  private long c;
  private long d;

  /** Draws of the stream (0, 0, 0, 0) until another is named. */
  public Draws() {
    startStream(0, 0, 0, 0);
  }

  /** Goes to the start of a stream. Allocates nothing and costs a few nanoseconds. */
  public void startStream(long seed, long epoch, long image, long stream) {
    start(fold(fold(fold(fold(0, seed), epoch), image), stream));
  }

  private void start(long hash) {
    a = mix(hash += GOLDEN);
    b = mix(hash += GOLDEN);
    c = mix(hash += GOLDEN);
    d = mix(hash + GOLDEN);
  }

  private static long fold(long hash, long part) {
    return mix(mix(hash + GOLDEN) + part);
  }

  /** The finalizer of SplitMix64: a bijection in which every input bit reaches every output bit. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** 64 random bits. */
  public long nextLong() {
    long result = Long.rotateLeft(a + d, 23) + a;
    long t = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = Long.rotateLeft(d, 45);
    return result;
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * Uniform in 0 … bound−1, without bias: the high word of bits × bound, drawn anew in the rare
   * case (about bound in 2⁶⁴) that would favor some results.
   *
   * @throws IllegalArgumentException if the bound is below 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound + " leaves nothing to draw from");
    }
    long bits = nextLong();
    if (Long.compareUnsigned(bits * bound, bound)
        < 0) { // the costly division is hardly ever needed
      long unfair = Long.remainderUnsigned(-bound, bound);
      while (Long.compareUnsigned(bits * bound, unfair) < 0) {
        bits = nextLong();
      }
    }
    // multiplyHigh is signed; a negative factor lacks one times the other factor in the high word
    return (int) (Math.multiplyHigh(bits, bound) + ((bits >> 63) & bound));
  }

  /** Uniform in [from, to); one draw even if both are equal. */
  public double uniform(double from, double to) {
    return from + (to - from) * nextDouble();
  }

  /** True with the given probability; one draw even for 0 and 1. */
  public boolean bernoulli(double probability) {
    return nextDouble() < probability;
  }

  /** Normal with mean 0 and variance 1 (Box and Muller); two draws. */
  public double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
  }

  /** A uniformly random order of 0 … n−1 (Fisher and Yates), chosen by the key. */
  public static int[] permutation(int n, long... key) {
    long hash = 0;
    for (long part : key) {
      hash = fold(hash, part);
    }
    Draws draws = new Draws();
    draws.start(hash);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = draws.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
