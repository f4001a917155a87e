package kindred.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of a window as Java lays them out in memory, in a file: a window that finds it starts
 * faster, as it neither reads nor checks them anew. Java makes the file when a window closes that
 * had none, and leaves one aside that does not fit to it, so that nothing depends on it.
 */
final class ClassArchive {
  /** A window that was closed sooner has met too few of its classes. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  private static final String ENDING = ".jsa";

  private final Path folder;
  private final Path file;
  private final Path fresh;

  private ClassArchive(Path folder, String name) {
    this.folder = folder;
    this.file = folder.resolve(name + ENDING);
    this.fresh = folder.resolve(name + ".part" + ProcessHandle.current().pid());
  }

  /**
   * The archive for a program and this Java.
   *
   * @param folder where archives are
   * @param program the JAR that the program is started from
   * @return nothing if the program is in no JAR, or if the folder cannot be written to
   */
  static Optional<ClassArchive> of(Path folder, Path program) {
    try {
      if (!program.toString().endsWith(".jar") || !Files.isRegularFile(program)) {
        return Optional.empty();
      }
      Files.createDirectories(folder);
      String state =
          program
              + System.getProperty("java.home")
              + System.getProperty("java.vm.version")
              + Files.size(program)
              + Files.getLastModifiedTime(program);
      String name = "window-" + Integer.toHexString(state.hashCode());
      return Files.isWritable(folder)
          ? Optional.of(new ClassArchive(folder, name))
          : Optional.empty();
    } catch (IOException slowerThen) {
      return Optional.empty();
    }
  }

  /** What Java is told, so that it uses the archive or makes one. */
  List<String> options() {
    String way = Files.exists(file) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=";
    Path archive = Files.exists(file) ? file : fresh;
    // Without the warnings about classes that cannot be in it.
    return List.of("-Xlog:disable", "-Xlog:all=error:stderr", way + archive);
  }

  /**
   * Keeps the archive that a window made, if it did, and removes those that no start will find.
   *
   * @param well whether the window ended well
   * @param opened when it was started
   */
  void keepOrDrop(boolean well, Instant opened) {
    boolean good = well && Duration.between(opened, Instant.now()).compareTo(LONG_ENOUGH) >= 0;
    try {
      if (good && Files.exists(fresh)) {
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        removeOthers();
      } else {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      // The next window starts a little slower and tries again.
      System.getLogger("kindred").log(System.Logger.Level.DEBUG, "no class archive", e);
    }
  }

  private void removeOthers() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path other : all.filter(path -> path.toString().endsWith(ENDING)).toList()) {
        if (!other.equals(file)) {
          Files.deleteIfExists(other);
        }
      }
    }
  }
}
