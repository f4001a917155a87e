package kindred.torch;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import kindred.experiment.BadInput;

/**
 * PyTorch's native library where DJL looks for it: unpacked from its JAR into a folder of the
 * user's home. DJL would unpack it too, but in silence and without a look at the space there.
 */
public final class UnpackedEngine {
  private static final String ENGINE = "pytorch";
  private static final int BUFFER = 1 << 20;

  /** DJL's own bridge is unpacked beside it. */
  private static final long BRIDGE = 10_000_000;

  /** One in a process at a time; a lock on a file holds between processes alone. */
  private static final Object ONE = new Object();

  private UnpackedEngine() {}

  /** How far the unpacking is. */
  @FunctionalInterface
  public interface Progress {
    /** Told on the unpacking thread, some hundred times; in bytes. */
    void unpacked(long done, long total);
  }

  /**
   * Unpacks it at a first start; otherwise, or if the program was installed with it or the user
   * chose another, nothing happens. Of several processes one unpacks and the others wait.
   *
   * @throws BadInput if there is no room for it
   * @throws UncheckedIOException if it cannot be written; nothing half-unpacked is left then
   */
  public static void ensure(Progress progress) {
    if (CarriedEngine.elsewhere()) {
      return;
    }
    Platform platform = Platform.detectPlatform(ENGINE);
    if (platform.isPlaceholder()) {
      return; // no JAR for this system, which DJL says better
    }
    String path = ENGINE + "/" + platform.getFlavor() + "/" + platform.getClassifier() + "/";
    List<URL> files = new ArrayList<>();
    for (String library : platform.getLibraries()) {
      files.add(UnpackedEngine.class.getClassLoader().getResource(path + library));
    }
    String name =
        platform.getVersion() + "-" + platform.getFlavor() + "-" + platform.getClassifier();
    try {
      synchronized (ONE) {
        ensure(files, Utils.getEngineCacheDir(ENGINE).resolve(name), Room.OF_DISK, progress);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("PyTorch's library cannot be unpacked: " + e.getMessage(), e);
    }
  }

  /** How many bytes a folder's disk takes yet. */
  @FunctionalInterface
  interface Room {
    Room OF_DISK = folder -> Files.getFileStore(folder).getUsableSpace();

    long in(Path folder) throws IOException;
  }

  /**
   * Makes a folder of files, all at once, unless it is there.
   *
   * @param files each under the last part of its address
   */
  static void ensure(List<URL> files, Path folder, Room room, Progress progress)
      throws IOException {
    if (Files.exists(folder)) {
      return;
    }
    Path parent = Files.createDirectories(folder.getParent());
    Path lock = parent.resolve(folder.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // given back with the channel
      if (Files.exists(folder)) {
        return;
      }
      Path part = parent.resolve(folder.getFileName() + ".part");
      remove(part); // of an unpacking that was killed
      long total = 0;
      for (URL file : files) {
        total += file.openConnection().getContentLengthLong();
      }
      requireRoom(parent, total + BRIDGE, room);
      try {
        unpack(files, Files.createDirectory(part), total, progress);
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        remove(part);
      }
    }
  }

  private static void requireRoom(Path folder, long needed, Room room) throws IOException {
    long free = room.in(folder);
    if (free < needed) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "PyTorch's library is unpacked once into %s and needs %.0f MB of free space there, of"
                  + " which there are %.0f MB; make room, or set the environment variable"
                  + " DJL_CACHE_DIR to a folder that has it",
              folder,
              needed / 1e6,
              free / 1e6));
    }
  }

  private static void unpack(List<URL> files, Path folder, long total, Progress progress)
      throws IOException {
    long before = 0;
    for (URL file : files) {
      String path = file.getPath();
      Path target = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
      long already = before;
      before += copy(file, target, here -> progress.unpacked(already + here, total));
    }
  }

  private static long copy(URL from, Path to, LongConsumer progress) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    try (InputStream in = from.openStream();
        OutputStream out = Files.newOutputStream(to)) {
      for (int read = in.readNBytes(buffer, 0, BUFFER);
          read > 0;
          read = in.readNBytes(buffer, 0, BUFFER)) {
        out.write(buffer, 0, read);
        done += read;
        progress.accept(done);
      }
    }
    return done;
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> files;
      try (Stream<Path> all = Files.list(folder)) {
        files = all.toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }
}
