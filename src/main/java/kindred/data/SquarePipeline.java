package kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Decodes the images of a source on several threads and hands them out in the source's order. At
 * most a fixed number of chunks is under way, so memory does not depend on the number of images.
 */
final class SquarePipeline implements Closeable {
  private static final int CHUNK = 16; // images; handing over single small ones costs more
  private static final long POLL_MILLIS = 50;

  private final ImageSource.Reading reading;
  private final SquareFit fit;
  private final BooleanSupplier cancelled;
  private final int ahead; // chunks
  private final ExecutorService threads;
  private final BlockingQueue<ImageDecoder> decoders; // one per thread
  private final Queue<Future<List<Result>>> underway = new ArrayDeque<>();
  private int unread;
  private volatile boolean closed;

  /**
   * What became of an image: a square, or a reason why not.
   *
   * @param square null if the image is skipped
   * @param skipped null if it is not
   */
  record Result(String name, int label, Square square, String skipped) {}

  /**
   * @param first image that is handed out; those before it are passed over
   * @param cancelled asked often, from the calling thread
   */
  SquarePipeline(
      ImageSource source,
      int first,
      int size,
      Background background,
      int threads,
      BooleanSupplier cancelled)
      throws IOException {
    this.reading = source.read();
    this.unread = source.count() - first;
    for (int passed = 0; passed < first; passed++) {
      reading.next();
    }
    this.fit = new SquareFit(size);
    this.cancelled = cancelled;
    this.ahead = 2 * threads;
    this.threads = Executors.newFixedThreadPool(threads, SquarePipeline::thread);
    this.decoders = new ArrayBlockingQueue<>(threads);
    for (int i = 0; i < threads; i++) {
      decoders.add(new ImageDecoder(background));
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "image decoder");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The next images, one or more.
   *
   * @throws CancellationException if the import was cancelled or this thread interrupted
   * @throws NoSuchElementException after the last image
   */
  List<Result> next() throws IOException {
    while (underway.size() < ahead && unread > 0) {
      List<ImageSource.Item> chunk = readChunk();
      underway.add(threads.submit(() -> decode(chunk)));
    }
    return await(underway.remove());
  }

  private List<ImageSource.Item> readChunk() throws IOException {
    List<ImageSource.Item> chunk = new ArrayList<>(CHUNK);
    for (; chunk.size() < CHUNK && unread > 0; unread--) {
      chunk.add(reading.next());
    }
    return chunk;
  }

  private List<Result> decode(List<ImageSource.Item> chunk) throws InterruptedException {
    ImageDecoder decoder = decoders.take();
    try {
      List<Result> results = new ArrayList<>(chunk.size());
      for (ImageSource.Item item : chunk) {
        if (closed) {
          throw new CancellationException();
        }
        results.add(decode(item, decoder));
      }
      return results;
    } finally {
      decoders.add(decoder);
    }
  }

  private Result decode(ImageSource.Item item, ImageDecoder decoder) {
    try {
      Square square = item.content().load(decoder, fit);
      return new Result(item.name(), item.label(), square, null);
    } catch (UnusableImage e) {
      return new Result(item.name(), item.label(), null, e.getMessage());
    }
  }

  private List<Result> await(Future<List<Result>> chunk) {
    try {
      while (!cancelled.getAsBoolean()) {
        try {
          return chunk.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // a large image takes its time: look again whether anyone still waits for it
        }
      }
      throw new CancellationException("import cancelled");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("import interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("decoding failed", e.getCause());
    }
  }

  /** Waits until no thread works on this source any more. */
  @Override
  public void close() throws IOException {
    closed = true;
    threads.shutdown();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    decoders.forEach(ImageDecoder::close);
    reading.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
