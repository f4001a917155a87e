package kindred.array;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Replaces a file whole or not at all: written beside it, forced to the disk, renamed over it. A
 * failure leaves the old file as it was.
 */
public final class AtomicFile {
  private static final AtomicLong WRITES = new AtomicLong();

  private AtomicFile() {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Replaces the file. What the content throws, unchecked, is passed on.
   *
   * @throws UncheckedIOException if it cannot be written; the message names the file
   */
  public static void write(Path target, Content content) {
    Path temporary =
        target.resolveSibling(
            "."
                + target.getFileName()
                + "."
                + WRITES.incrementAndGet() // threads may write the same file
                + "."
                + ProcessHandle.current().pid()
                + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      discard(temporary, e);
      throw new UncheckedIOException(
          new IOException(target + " cannot be written: " + e.getMessage(), e));
    } catch (RuntimeException | Error e) {
      discard(temporary, e);
      throw e;
    }
  }

  private static void discard(Path temporary, Throwable reason) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** Replaces the file with text in UTF-8. */
  public static void writeString(Path target, String text) {
    writeBytes(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces the file with bytes. */
  public static void writeBytes(Path target, byte[] bytes) {
    write(target, channel -> writeFully(channel, ByteBuffer.wrap(bytes)));
  }

  static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
