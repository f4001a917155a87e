package kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads small entries of a ZIP archive by one read each, where {@link ZipFile} takes four and lets
 * in one thread at a time. It learns from the archive's directory where entries begin (PKWARE's
 * APPNOTE 6.3, sections 4.3 and 4.5.3); whatever is unusual is left to {@link ZipFile}, which is
 * also who found the archive whole. Safe for use by any number of threads.
 */
final class ZipReads implements Closeable {
  private static final int WINDOW = 1 << 20; // bytes of the directory that are in memory at once
  private static final int UNKNOWN = -1;

  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int LARGE_END = 0x06064b50;
  private static final int LARGE_END_BYTES = 56;
  private static final int MOST_COMMENT = 0xFFFF;
  private static final int EXTRA = 64; // what local headers have beyond their names at most, mostly

  private final FileChannel channel;
  private final long[] starts; // of local headers, in the order of the directory

  private ZipReads(FileChannel channel, long[] starts) {
    this.channel = channel;
    this.starts = starts;
  }

  /**
   * Opens an archive.
   *
   * @param entries how many it has, directories included
   */
  static ZipReads of(Path archive, int entries) throws IOException {
    FileChannel channel = FileChannel.open(archive);
    long[] starts = {};
    try {
      Directory directory = directory(channel);
      if (directory != null && directory.entries() == entries) {
        starts = starts(channel, directory);
      }
    } catch (IOException unreadable) {
      // ZipFile may have better luck, and says what is wrong
    }
    return new ZipReads(channel, starts);
  }

  /** Where the directory is, and how far entries begin after where they say they do. */
  private record Directory(long entries, long at, long bytes, long shift) {}

  /** Null if it is nowhere usual. */
  private static Directory directory(FileChannel channel) throws IOException {
    int length = (int) Math.min(channel.size(), END_BYTES + MOST_COMMENT);
    long from = channel.size() - length;
    ByteBuffer tail = read(channel, from, length);
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END && at + END_BYTES + u2(tail, at + 20) == tail.limit()) {
        return u2(tail, at + 10) == 0xFFFF || u4(tail, at + 16) == 0xFFFFFFFFL
            ? large(channel, from + at)
            : directory(from + at, u2(tail, at + 10), u4(tail, at + 12), u4(tail, at + 16));
      }
    }
    return null;
  }

  private static Directory directory(long end, long entries, long bytes, long offset) {
    long at = end - bytes;
    return at < offset || offset < 0 || bytes < 0
        ? null
        : new Directory(entries, at, bytes, at - offset);
  }

  /** Of an archive with more entries or bytes than the first format could have. */
  private static Directory large(FileChannel channel, long end) throws IOException {
    ByteBuffer locator = read(channel, end - LOCATOR_BYTES, LOCATOR_BYTES);
    if (locator.limit() < LOCATOR_BYTES || locator.getInt(0) != LOCATOR) {
      return null;
    }
    long at = locator.getLong(8);
    ByteBuffer large = read(channel, at, LARGE_END_BYTES);
    return large.limit() < LARGE_END_BYTES || large.getInt(0) != LARGE_END
        ? null
        : directory(at, large.getLong(32), large.getLong(40), large.getLong(48));
  }

  /** Empty if the directory is not as it should be. */
  private static long[] starts(FileChannel channel, Directory directory) throws IOException {
    long[] starts = new long[(int) directory.entries()];
    long end = directory.at() + directory.bytes();
    ByteBuffer window = ByteBuffer.allocate(0);
    long from = directory.at(); // of the window
    long at = from;
    for (int i = 0; i < starts.length; i++) {
      if (at + CENTRAL_BYTES > from + window.limit()) {
        from = at;
        window = read(channel, from, (int) Math.max(0, Math.min(WINDOW, end - from)));
      }
      int header = (int) (at - from);
      if (header + CENTRAL_BYTES > window.limit() || window.getInt(header) != CENTRAL) {
        return new long[0];
      }
      long start = u4(window, header + 42);
      starts[i] = start == 0xFFFFFFFFL ? UNKNOWN : start + directory.shift();
      at +=
          CENTRAL_BYTES
              + u2(window, header + 28)
              + u2(window, header + 30)
              + u2(window, header + 32);
    }
    return starts;
  }

  /** Up to so many bytes from a place; none if the file has no such place. */
  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    if (from >= 0) {
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = channel.read(bytes, from + bytes.position());
      }
    }
    return bytes.flip();
  }

  private static int u2(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private static long u4(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & 0xFFFFFFFFL;
  }

  /**
   * The content of an entry.
   *
   * @param number its place in the directory
   * @return null if it has to be read otherwise; its checksum was not compared
   */
  byte[] read(int number, ZipEntry entry) {
    long start = number < starts.length ? starts[number] : UNKNOWN;
    if (start < 0 || !small(entry.getCompressedSize()) || !small(entry.getSize())) {
      return null;
    }
    try {
      return read(start, (int) entry.getCompressedSize(), entry);
    } catch (IOException otherwise) {
      return null;
    }
  }

  private static boolean small(long bytes) {
    return bytes >= 0 && bytes <= ZipFiles.HARMLESS_BYTES; // negative where nobody knows
  }

  private byte[] read(long start, int packed, ZipEntry entry) throws IOException {
    int names = 2 * entry.getName().length() + EXTRA;
    ByteBuffer header = read(channel, start, LOCAL_BYTES + names + packed);
    boolean encrypted = header.limit() > LOCAL_BYTES && (u2(header, 6) & 1) != 0;
    if (header.limit() <= LOCAL_BYTES || header.getInt(0) != LOCAL || encrypted) {
      return null;
    }
    int at = LOCAL_BYTES + u2(header, 26) + u2(header, 28);
    ByteBuffer data = header;
    if (at + packed > header.limit()) {
      data = read(channel, start + at, packed);
      at = 0;
    }
    if (at + packed > data.limit() || u2(header, 8) != entry.getMethod()) {
      return null;
    }
    byte[] bytes = new byte[packed];
    data.position(at).get(bytes);
    return switch (entry.getMethod()) {
      case ZipEntry.STORED -> bytes;
      case ZipEntry.DEFLATED -> inflated(bytes, (int) entry.getSize());
      default -> null;
    };
  }

  /** Null if it does not unpack to so many bytes. */
  private static byte[] inflated(byte[] packed, int size) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[size + 1]; // one more, to see the end
      int done = 0;
      for (int more = 1; more > 0; done += more) {
        more = inflater.inflate(bytes, done, bytes.length - done);
      }
      return done == size && inflater.finished() ? Arrays.copyOf(bytes, size) : null;
    } catch (DataFormatException damaged) {
      return null;
    } finally {
      inflater.end();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
