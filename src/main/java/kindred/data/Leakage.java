package kindred.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import kindred.experiment.BadInput;

/**
 * Finds images of one side, such as a test set, that are or look the same as an image of another,
 * such as a training set: what was trained on would be tested on. The measure is that of {@link
 * Duplicates}. Each image is told with the one image of the other side that is most like it.
 */
public final class Leakage {
  private static final double READING = 0.6; // of the time, about

  /**
   * Some images of a data set.
   *
   * @param images their numbers, in any order
   */
  public record Side(ImageSet set, int[] images) {
    /** All images. */
    public static Side all(ImageSet set) {
      int[] images = new int[set.count()];
      Arrays.setAll(images, i -> i);
      return new Side(set, images);
    }
  }

  /**
   * An image that is on both sides.
   *
   * @param image of the side that was asked about
   * @param twin of the other side
   * @param same whether every pixel is the same
   * @param bits how many of 64 bits of the hashes differ
   * @param correlation of their gray means, at most 1
   */
  public record Leak(int image, int twin, boolean same, int bits, double correlation) {}

  /**
   * What was found.
   *
   * @param leaks those with the same pixels first, then the most similar
   * @param images how many were asked about
   */
  public record Found(List<Leak> leaks, int images) {
    /** How many have the same pixels as an image of the other side. */
    public int exact() {
      return (int) leaks.stream().filter(Leak::same).count();
    }

    /** How many only look like one. */
    public int near() {
      return leaks.size() - exact();
    }
  }

  private static final Comparator<Leak> MOST_SIMILAR_FIRST =
      Comparator.comparing(Leak::same)
          .reversed()
          .thenComparingInt(Leak::bits)
          .thenComparing(Comparator.comparingDouble(Leak::correlation).reversed())
          .thenComparingInt(Leak::image)
          .thenComparingInt(Leak::twin);

  private final Side test;
  private final Side train;
  private final int bits;
  private final DoubleConsumer progress;
  private final BooleanSupplier cancelled;
  private final Looks testLooks;
  private final Looks trainLooks;
  private final Map<Integer, Leak> leaks = new HashMap<>();

  private Leakage(
      Side test, Side train, int bits, DoubleConsumer progress, BooleanSupplier cancelled) {
    this.test = test;
    this.train = train;
    this.bits = bits;
    this.progress = progress;
    this.cancelled = cancelled;
    testLooks = new Looks(test.set());
    trainLooks = new Looks(train.set());
  }

  /**
   * Compares every image of one side with every one of the other; 10,000 with 50,000 small ones
   * take a few seconds. For background threads.
   *
   * @param test the side that is asked about
   * @param bits how many of 64 may differ, 0 to {@link Duplicates#MOST_BITS}
   * @param progress told the share done now and then, on the calling thread
   * @param cancelled asked often
   * @throws BadInput if the sides' images differ in shape, as equal pictures would then differ too
   * @throws CancellationException if cancelled
   */
  public static Found find(
      Side test, Side train, int bits, DoubleConsumer progress, BooleanSupplier cancelled) {
    if (bits < 0 || bits > Duplicates.MOST_BITS) {
      throw new IllegalArgumentException(bits + " bits");
    }
    requireSameShape(test.set().info(), train.set().info());
    Leakage search = new Leakage(test, train, bits, progress, cancelled);
    search.look();
    search.findExact();
    search.findNear();
    progress.accept(1);
    return new Found(
        search.leaks.values().stream().sorted(MOST_SIMILAR_FIRST).toList(), test.images().length);
  }

  private static void requireSameShape(DatasetInfo one, DatasetInfo other) {
    if (one.channels() != other.channels()
        || one.height() != other.height()
        || one.width() != other.width()) {
      throw new BadInput(
          "%s has images of %s and %s of %s, which cannot be compared; import one of them anew"
              .formatted(one.name(), shape(one), other.name(), shape(other)));
    }
  }

  private static String shape(DatasetInfo info) {
    return info.channels() + "×" + info.height() + "×" + info.width();
  }

  private void look() {
    int all = test.images().length + train.images().length;
    int done = 0;
    for (int image : test.images()) {
      report(READING * done++ / all, done);
      testLooks.look(image);
    }
    for (int image : train.images()) {
      report(READING * done++ / all, done);
      trainLooks.look(image);
    }
  }

  private void report(double share, int step) {
    if (step % 256 == 0) {
      report(share);
    }
  }

  private void report(double share) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the search for leaks was stopped");
    }
    progress.accept(share);
  }

  private void findExact() {
    Map<ByteBuffer, Integer> twins = new HashMap<>();
    for (int image : train.images()) {
      twins.putIfAbsent(trainLooks.digest(image), image);
    }
    for (int image : test.images()) {
      Integer twin = twins.get(testLooks.digest(image));
      if (twin != null) {
        leaks.put(image, new Leak(image, twin, true, 0, 1));
      }
    }
  }

  private void findNear() {
    int bands = HashBands.count(bits);
    for (int band = 0; band < bands; band++) {
      double share = READING + (1 - READING) * band / bands;
      report(share);
      Map<Long, int[]> buckets = new HashMap<>();
      long[] sorted = sorted(band, bands);
      for (int from = 0, to; from < sorted.length; from = to) {
        to = from + 1;
        while (to < sorted.length && sorted[to] >>> 32 == sorted[from] >>> 32) {
          to++;
        }
        buckets.put(sorted[from] >>> 32, new int[] {from, to});
      }
      int step = 0;
      for (int image : test.images()) {
        report(share, ++step);
        int[] bucket = buckets.get(HashBands.part(testLooks.hash(image), band, bands));
        if (bucket != null && !same(image)) {
          compare(image, sorted, bucket);
        }
      }
    }
  }

  private boolean same(int image) {
    return leaks.containsKey(image) && leaks.get(image).same();
  }

  /** A band's bits and the image, of all training images. */
  private long[] sorted(int band, int bands) {
    long[] sorted =
        Arrays.stream(train.images())
            .mapToLong(i -> (HashBands.part(trainLooks.hash(i), band, bands) << 32) | i)
            .toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private void compare(int image, long[] sorted, int[] bucket) {
    long hash = testLooks.hash(image);
    for (int i = bucket[0]; i < bucket[1]; i++) {
      int twin = (int) sorted[i];
      int differing = Long.bitCount(hash ^ trainLooks.hash(twin));
      if (differing <= bits) {
        double correlation = testLooks.correlation(image, trainLooks, twin);
        if (correlation >= Duplicates.ALIKE) {
          Leak leak = new Leak(image, twin, false, differing, correlation);
          leaks.merge(image, leak, (a, b) -> MOST_SIMILAR_FIRST.compare(a, b) <= 0 ? a : b);
        }
      }
    }
  }
}
