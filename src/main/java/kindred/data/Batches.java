package kindred.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;

/**
 * Batches of views of some images, epoch after epoch. What an epoch holds is decided by the seed
 * and the epoch's number alone: neither the number of threads nor where one starts changes a byte.
 *
 * <p>Memory is a ring of at most {@value BufferRing#CAPACITY} direct buffers of V×B×C×S×S bytes,
 * kept from epoch to epoch.
 */
public final class Batches {
  private final ImageSet set;
  private final int[] images;
  private final int batch;
  private final int size;
  private final List<View> views;
  private final long seed;
  private final int threads;
  private final boolean shuffled;
  private final int perEpoch;
  private final BufferRing ring;

  /**
   * Shuffled batches, for training. A last incomplete batch is left out, unless it is the only one.
   *
   * @param images numbers of the images to go through
   * @param batch B
   * @param size S
   * @param threads that make views while the caller computes
   * @throws BadInput if there are no images, or the numbers cannot be met
   */
  public Batches(
      ImageSet set, int[] images, int batch, int size, List<View> views, long seed, int threads) {
    this(set, images, batch, size, views, seed, threads, true);
  }

  private Batches(
      ImageSet set,
      int[] images,
      int batch,
      int size,
      List<View> views,
      long seed,
      int threads,
      boolean shuffled) {
    if (views.isEmpty()) {
      throw new IllegalArgumentException("a batch without views");
    }
    require(images.length > 0, "data set " + set.name() + " has no images for this; choose some");
    require(batch >= 1, "the batch size is " + batch + "; choose 1 or more");
    require(threads >= 1, "the number of threads is " + threads + "; choose 1 or more");
    this.set = set;
    this.images = images.clone();
    this.batch = Math.min(batch, images.length);
    this.size = size;
    this.views = List.copyOf(views);
    this.seed = seed;
    this.threads = threads;
    this.shuffled = shuffled;
    this.perEpoch =
        shuffled ? images.length / this.batch : (images.length + this.batch - 1) / this.batch;
    requireSize();
    this.ring = new BufferRing(bufferBytes());
  }

  /**
   * The plain images in the order given, the last batch being smaller if need be; for embedding.
   * Errors as for training.
   */
  public static Batches inOrder(ImageSet set, int[] images, int batch, int size, int threads) {
    return new Batches(set, images, batch, size, List.of(View.plain()), 0, threads, false);
  }

  /** The smallest size that a network takes and the whole image fits in: a multiple of 8. */
  public static int networkSize(ImageSet set) {
    int longer = Math.max(set.info().height(), set.info().width());
    return (longer + 7) / 8 * 8;
  }

  private void requireSize() {
    require(
        size >= 1 && size <= Augmenter.MAX_SIZE,
        "views of " + size + " pixels; choose a size from 1 to " + Augmenter.MAX_SIZE);
    boolean plain = views.stream().anyMatch(View::maybePlain);
    int longer = Math.max(set.info().height(), set.info().width());
    require(
        !plain || longer <= size,
        "plain images of data set "
            + set.name()
            + " have "
            + longer
            + " pixels and do not fit in "
            + size
            + "; choose at least "
            + networkSize(set));
  }

  private int bufferBytes() {
    long bytes = (long) views.size() * batch * viewBytes();
    require(
        bytes <= Integer.MAX_VALUE,
        "a batch of " + batch + " images would take " + bytes + " bytes; choose a smaller batch");
    return (int) bytes;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new BadInput(otherwise);
    }
  }

  /** How many batches an epoch has. */
  public int perEpoch() {
    return perEpoch;
  }

  /**
   * Starts making an epoch's batches, from one of them on. The epoch before must have been closed.
   *
   * @param fromBatch 0 for the whole epoch
   * @throws IllegalStateException if an epoch is still open
   */
  public Epoch epoch(int epoch, int fromBatch) {
    if (fromBatch < 0 || fromBatch > perEpoch) {
      throw new IllegalArgumentException("batch " + fromBatch + " of " + perEpoch);
    }
    int[] order =
        shuffled
            ? Draws.permutation(images.length, seed, epoch)
            : IntStream.range(0, images.length).toArray();
    return new Epoch(this, epoch, order, fromBatch, ring);
  }

  /** An empty batch over a free buffer. */
  Batch emptyBatch(int epoch, int index, int[] order, ByteBuffer buffer) {
    int from = index * batch;
    int[] rows = Arrays.copyOfRange(order, from, Math.min(from + batch, images.length));
    int[] chosen = IntStream.of(rows).map(row -> images[row]).toArray();
    buffer.clear().limit(views.size() * chosen.length * viewBytes());
    return new Batch(
        epoch,
        index,
        chosen,
        rows,
        views.size(),
        set.info().channels(),
        size,
        buffer,
        ring::release);
  }

  private int viewBytes() {
    return set.info().channels() * size * size;
  }

  int threads() {
    return threads;
  }

  /** What one thread needs to fill batches. */
  BatchFiller filler() {
    return new BatchFiller(set, views, size, seed);
  }
}
