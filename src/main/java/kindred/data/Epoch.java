package kindred.data;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * One pass over the images: batches in order, made ahead by daemon threads that share each batch's
 * images among them. Ends its threads when closed. For one caller's thread.
 */
public final class Epoch implements AutoCloseable {
  /** Images a thread takes at a time: few enough to share out, enough not to quarrel for. */
  private static final int CHUNK = 8;

  private final Batches batches;
  private final int epoch;
  private final int[] order;
  private final BufferRing ring;
  private final List<Thread> threads = new ArrayList<>();

  // all below guarded by the ring's lock
  private final Deque<Work> started = new ArrayDeque<>();
  private int nextToStart;
  private Throwable failure;
  private boolean closed;

  /** A batch in the making. */
  private static final class Work {
    final Batch batch;
    final int[] images;
    int taken;
    int filled;

    Work(Batch batch) {
      this.batch = batch;
      this.images = batch.images();
    }
  }

  /** Some images of a batch, for one thread. */
  private record Chunk(Work work, int from, int to) {}

  Epoch(Batches batches, int epoch, int[] order, int fromBatch, BufferRing ring) {
    this.batches = batches;
    this.epoch = epoch;
    this.order = order;
    this.ring = ring;
    this.nextToStart = fromBatch;
    ring.claim();
    for (int i = 0; i < batches.threads(); i++) {
      Thread thread = new Thread(this::produce, "views-" + epoch + "-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /**
   * The next batch, waiting until it is made; null after the last. Close it to let its buffer be
   * used again: {@value BufferRing#CAPACITY} open batches leave no room for another.
   *
   * @throws IllegalStateException if a batch could not be made, with the reason as its cause; or
   *     after close; or if every buffer is held by open batches
   * @throws CancellationException if the calling thread is interrupted while it waits
   */
  public Batch next() {
    ring.lock.lock();
    try {
      while (failure == null && !closed && !finished()) {
        Work first = started.peek();
        if (first != null && first.filled == first.images.length) {
          return started.remove().batch;
        }
        if (first == null && ring.exhausted()) {
          throw new IllegalStateException("every buffer is held by an open batch; close one first");
        }
        ring.changed.await();
      }
      if (failure != null) {
        throw new IllegalStateException(
            "a batch of epoch " + epoch + " could not be made: " + failure, failure);
      }
      if (closed) {
        throw new IllegalStateException("epoch " + epoch + " is closed");
      }
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    } finally {
      ring.lock.unlock();
    }
  }

  private boolean finished() {
    return started.isEmpty() && nextToStart == batches.perEpoch();
  }

  private void produce() {
    try {
      BatchFiller filler = batches.filler();
      for (Chunk chunk = take(); chunk != null; chunk = take()) {
        Work work = chunk.work();
        for (int i = chunk.from(); i < chunk.to(); i++) {
          filler.fill(work.batch, i, work.images[i]);
        }
        filled(chunk);
      }
    } catch (
        Throwable e) { // whatever ends a producer must reach the caller, who would wait forever
      fail(e);
    }
  }

  /** Waits for images to fill in; null when there are no more. */
  private Chunk take() throws InterruptedException {
    ring.lock.lock();
    try {
      while (!closed && failure == null) {
        Work last = started.peekLast();
        if (last != null && last.taken < last.images.length) {
          int from = last.taken;
          last.taken = Math.min(from + CHUNK, last.images.length);
          return new Chunk(last, from, last.taken);
        }
        if (nextToStart == batches.perEpoch()) {
          return null;
        }
        ByteBuffer buffer = ring.take();
        if (buffer == null) {
          ring.changed.await();
        } else {
          started.add(new Work(batches.emptyBatch(epoch, nextToStart++, order, buffer)));
          ring.changed.signalAll();
        }
      }
      return null;
    } finally {
      ring.lock.unlock();
    }
  }

  private void filled(Chunk chunk) {
    ring.lock.lock();
    try {
      Work work = chunk.work();
      work.filled += chunk.to() - chunk.from();
      if (work.filled == work.images.length) {
        ring.changed.signalAll();
      }
    } finally {
      ring.lock.unlock();
    }
  }

  private void fail(Throwable reason) {
    ring.lock.lock();
    try {
      if (failure == null) {
        failure = reason;
      }
      ring.changed.signalAll();
    } finally {
      ring.lock.unlock();
    }
  }

  /** Ends the threads and takes back every buffer but those of batches still open. */
  @Override
  public void close() {
    ring.lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      ring.changed.signalAll();
    } finally {
      ring.lock.unlock();
    }
    joinThreads();
    for (Work work : started) {
      work.batch.close();
    }
    started.clear();
    ring.unclaim();
  }

  private void joinThreads() {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true; // a producer still writes to a buffer, so the wait goes on
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
