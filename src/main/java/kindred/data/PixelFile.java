package kindred.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import kindred.array.Sha256;

/**
 * Writes {@code pixels.bin}. It has one channel as long as all images are gray; the first image
 * with color rewrites what is there to three, so that one decoding of each image is enough.
 */
final class PixelFile implements Closeable {
  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final int plane; // H·W
  private final long[] sums = new long[3]; // of uint8 values, exact, per channel
  private final long[] squares = new long[3];
  private MessageDigest digest = Sha256.begin();
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private SyncedFile out;
  private int channels;
  private long count;
  private long summed; // images that mean and deviation are of

  PixelFile(Path file, int size) throws IOException {
    this.file = file;
    this.plane = size * size;
    this.out = SyncedFile.fresh(file);
  }

  /**
   * Goes on with a file that has images already.
   *
   * @param channels of them
   * @param tests a byte for each: not 0 if it does not count for mean and deviation
   */
  PixelFile(Path file, int size, int channels, byte[] tests) throws IOException {
    this.file = file;
    this.plane = size * size;
    this.channels = channels;
    try (InputStream there = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      for (byte test : tests) {
        Square square = new Square(channels, there.readNBytes(channels * plane));
        measure(square, test == 0);
        digest.update(square.pixels());
        count++;
      }
    }
    this.out = SyncedFile.more(file);
  }

  /**
   * Appends an image.
   *
   * @param measured whether it counts for mean and deviation
   */
  void add(Square square, boolean measured) throws IOException {
    if (count == 0) {
      channels = square.channels();
    } else if (square.channels() > channels) {
      widen();
    }
    byte[] pixels = square.channels() < channels ? threefold(square.pixels()) : square.pixels();
    measure(square, measured);
    write(pixels);
    count++;
  }

  private void measure(Square square, boolean measured) {
    if (measured) {
      for (int c = 0; c < channels; c++) {
        sums[c] += square.sum(Math.min(c, square.channels() - 1));
        squares[c] += square.sumOfSquares(Math.min(c, square.channels() - 1));
      }
      summed++;
    }
  }

  private void write(byte[] pixels) throws IOException {
    int written = 0;
    while (written < pixels.length) {
      int part = Math.min(pixels.length - written, buffer.length - buffered);
      System.arraycopy(pixels, written, buffer, buffered, part);
      written += part;
      buffered += part;
      if (buffered == buffer.length) {
        flush();
      }
    }
  }

  private byte[] threefold(byte[] gray) {
    byte[] pixels = new byte[3 * plane];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(gray, 0, pixels, c * plane, plane);
    }
    return pixels;
  }

  private void widen() throws IOException {
    close();
    Path wide = file.resolveSibling(file.getFileName() + ".wide");
    digest = Sha256.begin();
    out = SyncedFile.fresh(wide);
    try (InputStream gray = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      for (long i = 0; i < count; i++) {
        write(threefold(gray.readNBytes(plane)));
      }
    }
    close(); // Windows refuses to move an open file
    Files.move(wide, file, StandardCopyOption.REPLACE_EXISTING);
    out = SyncedFile.more(file);
    channels = 3;
    for (int c = 1; c < 3; c++) {
      sums[c] = sums[0];
      squares[c] = squares[0];
    }
  }

  /** Hands everything to the system; many images at once, as the digest of few is dear. */
  void flush() throws IOException {
    int count = buffered;
    buffered = 0; // also if they cannot be written
    digest.update(buffer, 0, count);
    out.write(buffer, count);
  }

  int channels() {
    return channels;
  }

  /** Mean per channel of the measured images' values, scaled to [0, 1]. */
  List<Double> mean() {
    List<Double> mean = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      mean.add(sums[c] / (255.0 * plane * summed));
    }
    return mean;
  }

  /** Population standard deviation per channel of the same values. */
  List<Double> std() {
    List<Double> std = new ArrayList<>();
    BigInteger values = BigInteger.valueOf(plane * summed);
    for (int c = 0; c < channels; c++) {
      // n·Σx² − (Σx)² exactly: both terms are beyond a long, and nearly equal where std is small
      BigInteger spread =
          values
              .multiply(BigInteger.valueOf(squares[c]))
              .subtract(BigInteger.valueOf(sums[c]).pow(2));
      std.add(Math.sqrt(spread.doubleValue()) / (255.0 * plane * summed));
    }
    return std;
  }

  /** The digest of all pixels, to which more may be added. Ends the use of this object. */
  MessageDigest digest() {
    return digest;
  }

  @Override
  public void close() throws IOException {
    try {
      if (buffered > 0) {
        flush();
      }
    } finally {
      out.close();
    }
  }
}
