package kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A file that grows, and is made lasting bit by bit beside its writing, so that whoever makes it
 * lasting at its end need not wait for all of it. What comes last is not lasting when it is closed.
 * For one thread.
 */
final class SyncedFile implements Closeable {
  private static final long AT_ONCE = 1 << 25; // bytes

  private final FileChannel channel;
  private long unsynced; // bytes since the file was last made lasting
  private CompletableFuture<Void> syncing = CompletableFuture.completedFuture(null);

  private SyncedFile(FileChannel channel) {
    this.channel = channel;
  }

  /** A file that is empty, whatever was there before. */
  static SyncedFile fresh(Path file) throws IOException {
    return new SyncedFile(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  /** A file that goes on where it ends. */
  static SyncedFile more(Path file) throws IOException {
    return new SyncedFile(FileChannel.open(file, StandardOpenOption.APPEND));
  }

  /**
   * Appends the first bytes of an array.
   *
   * @throws IOException also if bytes of earlier calls could not be made lasting
   */
  void write(byte[] bytes, int count) throws IOException {
    for (ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count); rest.hasRemaining(); ) {
      channel.write(rest);
    }
    unsynced += count;
    if (unsynced >= AT_ONCE && syncing.isDone()) {
      unsynced = 0;
      awaitSync();
      syncing = CompletableFuture.runAsync(this::sync);
    }
  }

  private void sync() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitSync() throws IOException {
    try {
      syncing.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      awaitSync();
    } finally {
      channel.close();
    }
  }
}
