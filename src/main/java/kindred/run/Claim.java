package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Something that only one holder may have at a time, whether in this process or in another, held by
 * a lock on a file. The operating system lets it go when the process dies, however it dies. The
 * file stays, so that nobody can hold a deleted one.
 */
final class Claim implements AutoCloseable {
  private static final long PAUSE_MILLIS = 20;

  /**
   * What this process holds. A second channel on a locked file must not even be opened here: on
   * POSIX systems closing it would let the lock go.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private Claim(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * The claim, after whoever has it let it go: for what is held no longer than it takes to write a
   * small file.
   */
  static Claim awaitOn(Path file) {
    Optional<Claim> claim = tryOn(file);
    while (claim.isEmpty()) {
      Pause.millis(PAUSE_MILLIS);
      claim = tryOn(file);
    }
    return claim.get();
  }

  /** The claim, or nothing if somebody has it. The file's folder is made if it is missing. */
  static Optional<Claim> tryOn(Path file) {
    Path key = file.toAbsolutePath().normalize();
    if (!HELD.add(key)) {
      return Optional.empty();
    }
    Claim claim = null;
    try {
      claim = locked(key);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file + " cannot be locked: " + e.getMessage(), e));
    } finally {
      if (claim == null) {
        HELD.remove(key);
      }
    }
    return Optional.ofNullable(claim);
  }

  private static Claim locked(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      held = channel.tryLock() != null;
    } finally {
      if (!held) {
        channel.close();
      }
    }
    return held ? new Claim(file, channel) : null;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(file);
    }
  }
}
