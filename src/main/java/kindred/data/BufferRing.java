package kindred.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded number of equal direct buffers, made when first needed and used again. Its lock also
 * guards the epoch that fills them, as both wait for the same events.
 */
final class BufferRing {
  /** One in use, one ready, and two being filled. */
  static final int CAPACITY = 4;

  final ReentrantLock lock = new ReentrantLock();

  /** Signaled when a buffer comes back or the epoch's state changes. */
  final Condition changed = lock.newCondition();

  private final int bytes;
  private final Deque<ByteBuffer> free = new ArrayDeque<>();
  private int made;
  private boolean claimed;

  BufferRing(int bytes) {
    this.bytes = bytes;
  }

  /** Reserves the ring for one epoch. */
  void claim() {
    lock.lock();
    try {
      if (claimed) {
        throw new IllegalStateException("close the epoch before starting another");
      }
      claimed = true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends an epoch's claim. */
  void unclaim() {
    lock.lock();
    try {
      claimed = false;
    } finally {
      lock.unlock();
    }
  }

  /** A free buffer, or null; called with the lock held. */
  ByteBuffer take() {
    if (free.isEmpty() && made < CAPACITY) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
      made++;
      return buffer;
    }
    return free.poll();
  }

  /** Whether there is no buffer to take; called with the lock held. */
  boolean exhausted() {
    return free.isEmpty() && made == CAPACITY;
  }

  /** Takes a buffer back. */
  void release(ByteBuffer buffer) {
    lock.lock();
    try {
      free.push(buffer);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
