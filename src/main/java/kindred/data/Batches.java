package kindred.data;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Batches of views, made by background threads while the caller computes. What a batch holds
 * depends on seed, epoch and images alone. Memory is bounded by a few batches, whatever the data
 * set's size.
 */
public final class Batches implements AutoCloseable {
  private static final int SIZE_UNIT = 8;
  private static final AtomicInteger THREADS = new AtomicInteger();

  /** Purposes of draws, so that no two purposes share numbers. */
  private static final long ORDER = 1;

  private static final long SOURCE = 2;
  private static final long VIEW = 3;

  private final ImageSet set;
  private final int[] images;
  private final int batch;
  private final int size;
  private final List<View> views;
  private final long seed;
  private final boolean shuffled;
  private final ExecutorService workers;
  private final ArrayBlockingQueue<ByteBuffer> buffers;
  private final ThreadLocal<Scratch> scratch;

  /**
   * Shuffled batches to train on. A last batch that would be smaller is left out, unless it is the
   * only one.
   *
   * @param images to take, by number
   * @param batch images in a batch
   * @param size S, the side of a view
   * @param threads that make batches
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
    this.set = set;
    this.images = images.clone();
    this.batch = Math.max(1, Math.min(batch, images.length));
    this.size = size;
    this.views = List.copyOf(views);
    this.seed = seed;
    this.shuffled = shuffled;
    int ring = threads + 2;
    buffers = new ArrayBlockingQueue<>(ring);
    int bytes =
        Math.multiplyExact(
            Math.multiplyExact(views.size() * this.batch, set.info().channels()), size * size);
    for (int i = 0; i < ring; i++) {
      buffers.add(ByteBuffer.allocateDirect(bytes));
    }
    workers = Executors.newFixedThreadPool(threads, Batches::daemon);
    scratch = ThreadLocal.withInitial(Scratch::new);
  }

  /** All images once, as they are and in the order given, the last batch maybe smaller. */
  public static Batches inOrder(ImageSet set, int[] images, int batch, int size, int threads) {
    return new Batches(set, images, batch, size, List.of(View.plain()), 0, threads, false);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "batches-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** The side of the images a network sees: the data set's, up to the next multiple of 8. */
  public static int networkSize(ImageSet set) {
    int side = Math.max(set.info().height(), set.info().width());
    return (side + SIZE_UNIT - 1) / SIZE_UNIT * SIZE_UNIT;
  }

  /** Batches in an epoch. */
  public int perEpoch() {
    return shuffled ? images.length / batch : (images.length + batch - 1) / batch;
  }

  /**
   * Begins an epoch. Close it before the next.
   *
   * @param number from 0
   * @param fromBatch skips the batches before it
   */
  public Epoch epoch(int number, int fromBatch) {
    return new Epoch(number, fromBatch);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  /** One pass over the images. One thread at a time. */
  public final class Epoch implements AutoCloseable {
    private final int number;
    private final int[] order;
    private final ArrayDeque<Future<Batch>> ahead = new ArrayDeque<>();
    private int submitted;

    private Epoch(int number, int fromBatch) {
      this.number = number;
      this.submitted = fromBatch;
      this.order = shuffled ? Draws.permutation(images.length, ORDER, seed, number) : identity();
      prefetch();
    }

    private int[] identity() {
      int[] identity = new int[images.length];
      java.util.Arrays.setAll(identity, i -> i);
      return identity;
    }

    private void prefetch() {
      while (submitted < perEpoch()) {
        ByteBuffer buffer = buffers.poll();
        if (buffer == null) {
          return;
        }
        int index = submitted++;
        ahead.add(workers.submit(() -> make(index, buffer)));
      }
    }

    /**
     * The next batch, or null at the end of the epoch. Close it to free its buffer.
     *
     * @throws IllegalStateException if a batch could not be made
     */
    public Batch next() {
      prefetch();
      Future<Batch> first = ahead.poll();
      if (first == null) {
        return null;
      }
      try {
        return first.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a batch could not be made", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for a batch", e);
      }
    }

    private Batch make(int index, ByteBuffer buffer) {
      try {
        int from = index * batch;
        int count = Math.min(batch, images.length - from);
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
          chosen[i] = images[order[from + i]];
        }
        int bytes = set.info().channels() * size * size;
        Scratch mine = scratch.get();
        for (int view = 0; view < views.size(); view++) {
          for (int i = 0; i < count; i++) {
            byte[] pixels = mine.view(chosen[i], number, view);
            buffer.put((view * count + i) * bytes, pixels, 0, bytes);
          }
        }
        ByteBuffer filled = buffer.slice(0, views.size() * count * bytes);
        return new Batch(chosen, filled, () -> buffers.add(buffer));
      } catch (RuntimeException | Error e) {
        buffers.add(buffer);
        throw e;
      }
    }

    /** Waits for batches under way and frees what was made ahead. */
    @Override
    public void close() {
      List<Future<Batch>> rest = new ArrayList<>(ahead);
      ahead.clear();
      for (Future<Batch> future : rest) {
        try {
          future.get().close();
        } catch (ExecutionException | CancellationException e) {
          // Its buffer is back already, and nobody waits for what it would have held.
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  /** One thread's working memory. */
  private final class Scratch {
    private final byte[] image = new byte[set.info().imageBytes()];
    private final Draws draws = new Draws();
    private final Augmenter augmenter =
        new Augmenter(set.info().channels(), set.info().height(), set.info().width(), size);

    byte[] view(int number, int epoch, int view) {
      View how = views.get(view);
      draws.rekey(SOURCE, seed, epoch, number, view);
      set.pixels(how.source().imageFor(number, draws), image, 0);
      if (how.augmentation() == null) {
        return augmenter.plain(image);
      }
      draws.rekey(VIEW, seed, epoch, number, view);
      return augmenter.augment(image, how.augmentation(), draws);
    }
  }
}
