package kindred.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Finds images of a data set that are the same, and images that look the same: their difference
 * hashes differ in few bits and their gray means correlate. Pairs that differ in at most D bits
 * agree wholly in one of D+1 bands of the hash, so only images that share a band are compared.
 */
public final class Duplicates {
  /** Largest useful number of differing bits; beyond it everything resembles everything. */
  public static final int MOST_BITS = 10;

  /** Most pairs that are kept, the most similar. */
  public static final int MOST_PAIRS = 5000;

  /** Least correlation of gray means of images that look the same. */
  static final double ALIKE = 0.98;

  private static final double READING = 0.6; // of the time, about

  private static final Comparator<Pair> MOST_SIMILAR_FIRST =
      Comparator.comparing(Pair::same)
          .reversed()
          .thenComparingInt(Pair::bits)
          .thenComparing(Comparator.comparingDouble(Pair::correlation).reversed())
          .thenComparingInt(Pair::first)
          .thenComparingInt(Pair::second);

  /**
   * Two images that are or look the same.
   *
   * @param first the one with the lower number
   * @param same whether every pixel is the same
   * @param bits how many of 64 bits of the hashes differ
   * @param correlation of their gray means, at most 1
   */
  public record Pair(int first, int second, boolean same, int bits, double correlation) {}

  /**
   * What was found.
   *
   * @param pairs the most similar first; of several images with the same pixels, each is paired
   *     with the first of them only
   * @param exact how many pairs have the same pixels
   * @param near how many others were found, kept or not
   */
  public record Found(List<Pair> pairs, int exact, long near) {}

  private final ImageSet set;
  private final int bits;
  private final DoubleConsumer progress;
  private final BooleanSupplier cancelled;
  private final Looks looks;
  private final List<Pair> exact = new ArrayList<>();
  private final PriorityQueue<Pair> nearest = new PriorityQueue<>(MOST_SIMILAR_FIRST.reversed());
  private long near;

  private Duplicates(ImageSet set, int bits, DoubleConsumer progress, BooleanSupplier cancelled) {
    this.set = set;
    this.bits = bits;
    this.progress = progress;
    this.cancelled = cancelled;
    this.looks = new Looks(set);
  }

  /**
   * Compares all images of a data set; 50,000 small ones take a few seconds.
   *
   * @param bits how many of 64 may differ, 0 to {@link #MOST_BITS}
   * @param progress told the share done now and then, on the calling thread
   * @param cancelled asked often
   * @throws CancellationException if cancelled
   */
  public static Found find(
      ImageSet set, int bits, DoubleConsumer progress, BooleanSupplier cancelled) {
    if (bits < 0 || bits > MOST_BITS) {
      throw new IllegalArgumentException(bits + " bits");
    }
    Duplicates search = new Duplicates(set, bits, progress, cancelled);
    search.findNear(search.findExact());
    return search.found();
  }

  /** Returns the images that no earlier one equals. */
  private int[] findExact() {
    Map<ByteBuffer, Integer> firsts = new HashMap<>();
    int[] different = new int[set.count()];
    int count = 0;
    for (int image = 0; image < set.count(); image++) {
      if (image % 256 == 0) {
        report(READING * image / set.count());
      }
      looks.look(image);
      Integer first = firsts.putIfAbsent(looks.digest(image), image);
      if (first == null) {
        different[count++] = image;
      } else {
        exact.add(new Pair(first, image, true, 0, 1));
      }
    }
    return Arrays.copyOf(different, count);
  }

  private void report(double share) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the search for duplicates was stopped");
    }
    progress.accept(share);
  }

  private void findNear(int[] images) {
    int bands = HashBands.count(bits);
    for (int band = 0; band < bands; band++) {
      report(READING + (1 - READING) * band / bands);
      long[] sorted = new long[images.length]; // the band's bits, then the image
      for (int i = 0; i < images.length; i++) {
        sorted[i] = (HashBands.part(looks.hash(images[i]), band, bands) << 32) | images[i];
      }
      Arrays.sort(sorted);
      for (int from = 0; from < sorted.length; ) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] >>> 32 == sorted[from] >>> 32) {
          to++;
        }
        compare(sorted, from, to, band, bands);
        from = to;
      }
    }
  }

  private void compare(long[] sorted, int from, int to, int band, int bands) {
    for (int i = from; i < to; i++) {
      if ((i - from) % 1024 == 1023) {
        report(READING + (1 - READING) * band / bands);
      }
      int first = (int) sorted[i];
      long hash = looks.hash(first);
      for (int j = i + 1; j < to; j++) {
        long difference = hash ^ looks.hash((int) sorted[j]);
        int differing = Long.bitCount(difference);
        if (differing <= bits && !agreesBefore(difference, band, bands)) {
          consider(first, (int) sorted[j], differing);
        }
      }
    }
  }

  /** Whether the pair was met in an earlier band. */
  private static boolean agreesBefore(long difference, int band, int bands) {
    for (int earlier = 0; earlier < band; earlier++) {
      if (HashBands.part(difference, earlier, bands) == 0) {
        return true;
      }
    }
    return false;
  }

  private void consider(int first, int second, int differing) {
    double correlation = looks.correlation(first, second);
    if (correlation < ALIKE) {
      return;
    }
    near++;
    nearest.add(new Pair(first, second, false, differing, correlation));
    if (nearest.size() > MOST_PAIRS) {
      nearest.remove();
    }
  }

  private Found found() {
    progress.accept(1);
    List<Pair> pairs = new ArrayList<>(exact);
    pairs.addAll(nearest);
    pairs.sort(MOST_SIMILAR_FIRST);
    return new Found(
        List.copyOf(pairs.subList(0, Math.min(MOST_PAIRS, pairs.size()))), exact.size(), near);
  }
}
