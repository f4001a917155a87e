package kindred.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The lines of a file that others append to, each handed on once it is whole. Of what was read
 * nothing is read again, unless the file has become shorter. For one thread at a time.
 */
public final class LineTail {
  /** Takes a line: the bytes from, inclusive, to, exclusive, without the line break. */
  @FunctionalInterface
  public interface Lines {
    void line(byte[] bytes, int from, int to) throws IOException;
  }

  private final Path file;
  private long position;
  private boolean behind;

  public LineTail(Path file) {
    this.file = file;
  }

  /**
   * Hands on what has come since.
   *
   * @param most bytes to read; a longer line is still read whole
   * @param restart told first if the file is a new one, as it became shorter or went away
   * @return whether there was a line or a restart
   */
  public boolean read(int most, Runnable restart, Lines lines) throws IOException {
    long size = size();
    boolean restarted = size < position;
    if (restarted) {
      position = 0;
      restart.run();
    }
    behind = false;
    if (size == position) {
      return restarted;
    }
    int length = (int) Math.min(size - position, most);
    byte[] bytes = bytes(length);
    int whole = lastBreak(bytes) + 1;
    if (whole == 0 && position + length < size) {
      bytes = bytes((int) Math.min(size - position, Integer.MAX_VALUE - 16));
      whole = lastBreak(bytes) + 1;
    }
    position += whole;
    behind = whole > 0 && position < size && length == most;
    handOn(bytes, whole, lines);
    return restarted || whole > 0;
  }

  private long size() throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException notYet) {
      return 0;
    }
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int read;
      do {
        read = channel.read(buffer, position + buffer.position());
      } while (read > 0 && buffer.hasRemaining());
    }
    return buffer.hasRemaining() ? Arrays.copyOf(bytes, buffer.position()) : bytes;
  }

  private static int lastBreak(byte[] bytes) {
    int at = bytes.length - 1;
    while (at >= 0 && bytes[at] != '\n') {
      at--;
    }
    return at;
  }

  private static void handOn(byte[] bytes, int length, Lines lines) throws IOException {
    int begin = 0;
    for (int at = 0; at < length; at++) {
      if (bytes[at] == '\n') {
        if (at > begin) {
          lines.line(bytes, begin, at);
        }
        begin = at + 1;
      }
    }
  }

  /** Whether the file had more than was allowed to be read the last time. */
  public boolean behind() {
    return behind;
  }
}
