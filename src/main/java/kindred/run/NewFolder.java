package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import kindred.experiment.BadInput;

/** A folder that appears whole or not at all, where nothing or an empty folder was. */
final class NewFolder {
  private NewFolder() {}

  /** Fills a folder. */
  @FunctionalInterface
  interface Content<T> {
    T fill(Path folder) throws IOException;
  }

  /**
   * Makes it.
   *
   * @return what filling it gave
   * @throws BadInput if something is there already
   * @throws UncheckedIOException if it cannot be written; the message names it
   */
  static <T> T write(Path out, Content<T> content) {
    Path target = out.toAbsolutePath().normalize();
    requireFree(target);
    Path staged =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.createDirectory(staged);
      T made = content.fill(staged);
      Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(target + " cannot be written: " + e.getMessage(), e));
    } finally {
      if (Files.exists(staged)) {
        Workspace.delete(staged);
      }
    }
  }

  private static void requireFree(Path target) {
    if (!Files.exists(target)) {
      return;
    }
    if (Files.isDirectory(target)) {
      try (Stream<Path> inside = Files.list(target)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new BadInput(target + " is there already; name a new folder");
  }
}
