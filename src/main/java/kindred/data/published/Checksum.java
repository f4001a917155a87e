package kindred.data.published;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * What a published file must digest to.
 *
 * @param algorithm such as {@code MD5} or {@code SHA-256}
 * @param hex the digest in lower-case hexadecimal
 */
public record Checksum(String algorithm, String hex) {
  private static final int BUFFER = 1 << 20;

  /** A digest by MD5, which finds what a line or a disk spoiled, and no forgery. */
  public static Checksum md5(String hex) {
    return new Checksum("MD5", hex);
  }

  /**
   * Whether a file digests to this.
   *
   * @param progress told the bytes read so far
   * @throws CancellationException if cancelled
   */
  boolean fits(Path file, LongConsumer progress, BooleanSupplier cancelled) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("checking cancelled");
        }
        digest.update(buffer, 0, read);
        done += read;
        progress.accept(done);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).equals(hex);
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
