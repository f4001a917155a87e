package kindred.data.published;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import kindred.experiment.BadInput;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks a {@code .tar.gz} into one folder and nowhere else: an entry that leads out of it, a link
 * or a device refuses the archive.
 */
final class Unpacking {
  private static final int BUFFER = 1 << 16;

  private final Path archive;
  private final Path folder;
  private final long limit;
  private long unpacked;

  private Unpacking(Path archive, Path folder, long limit) {
    this.archive = archive;
    this.folder = folder;
    this.limit = limit;
  }

  /**
   * Unpacks.
   *
   * @param folder made if it is missing
   * @param limit bytes that it may unpack to
   * @param progress told how many bytes of the archive are done
   * @throws BadInput if the archive is damaged or harmful
   * @throws CancellationException if cancelled
   */
  static void unpack(
      Path archive, Path folder, long limit, LongConsumer progress, BooleanSupplier cancelled)
      throws IOException {
    Files.createDirectories(folder);
    try (FileChannel file = FileChannel.open(archive);
        InputStream raw = new BufferedInputStream(Channels.newInputStream(file), BUFFER);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(raw, BUFFER))) {
      Unpacking unpacking = new Unpacking(archive, folder.normalize(), limit);
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpacking.unpack(
            entry,
            tar,
            () -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException("unpacking cancelled");
              }
              progress.accept(file.position());
            });
      }
    } catch (ZipException | EOFException e) {
      throw damaged(archive, e);
    }
  }

  private static BadInput damaged(Path archive, IOException e) {
    return new BadInput(
        archive + " is damaged: " + e.getMessage() + "; delete it and get it anew", e);
  }

  /** Something done between two pieces. */
  private interface Pause {
    void take() throws IOException;
  }

  private void unpack(TarArchiveEntry entry, InputStream tar, Pause pause) throws IOException {
    Path target = target(entry);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
      throw refused(entry, "is no plain file");
    }
    Files.createDirectories(target.getParent());
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
        unpacked += read;
        if (unpacked > limit) {
          throw refused(entry, "unpacks to more than the %d bytes expected".formatted(limit));
        }
        out.write(buffer, 0, read);
        pause.take();
      }
    }
  }

  private Path target(TarArchiveEntry entry) {
    try {
      Path target = folder.resolve(entry.getName()).normalize();
      if (target.startsWith(folder)) {
        return target;
      }
    } catch (InvalidPathException e) {
      throw refused(entry, "has an impossible name");
    }
    throw refused(entry, "leads out of the archive");
  }

  private BadInput refused(TarArchiveEntry entry, String why) {
    return new BadInput(
        "%s is refused: its entry '%s' %s; get it from another address"
            .formatted(archive, entry.getName(), why));
  }
}
