package kindred.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kindred.experiment.BadInput;

/**
 * Where removed data sets wait until the bin is emptied, in case someone wants them back. Each goes
 * in and out in one step of the file system, so that it is never half in two places. For background
 * threads.
 */
public final class DatasetBin {
  private static final String EMPTYING = ".emptying-";
  private static final String COPY = "~";

  private final Path folder;
  private final Path datasets;

  /**
   * A data set in the bin.
   *
   * @param name that it had
   */
  public record Removed(String name, Path folder, long bytes) {}

  /**
   * @param folder of the bin; made when needed
   * @param datasets where the data sets are at home
   */
  public DatasetBin(Path folder, Path datasets) {
    this.folder = folder;
    this.datasets = datasets;
  }

  /**
   * Removes a data set.
   *
   * @throws BadInput if it is gone or cannot be moved
   */
  public Removed put(String name) {
    Path from = datasets.resolve(name);
    if (!Files.isDirectory(from)) {
      throw new BadInput("data set '" + name + "' is gone already");
    }
    try {
      Files.createDirectories(folder);
      Path to = folder.resolve(name + COPY + 1);
      for (int n = 2; Files.exists(to); n++) {
        to = folder.resolve(name + COPY + n);
      }
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return removed(to);
    } catch (IOException e) {
      throw new BadInput(
          "data set '%s' cannot be removed: %s; close what uses it and try again"
              .formatted(name, IoReason.of(e)),
          e);
    }
  }

  /**
   * Puts a data set back where it was.
   *
   * @throws BadInput if there is another of its name by now, or it was thrown away
   */
  public void restore(Removed removed) {
    Path to = datasets.resolve(removed.name());
    if (Files.exists(to)) {
      throw new BadInput(
          "there is another data set '%s' by now; remove it first".formatted(removed.name()));
    }
    try {
      Files.move(removed.folder(), to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new BadInput(
          "data set '%s' cannot be put back: %s".formatted(removed.name(), IoReason.of(e)), e);
    }
  }

  /** What can be put back, by name. */
  public List<Removed> list() {
    List<Removed> all = new ArrayList<>();
    try {
      for (Path path : folders()) {
        if (!path.getFileName().toString().startsWith(EMPTYING)) {
          all.add(removed(path));
        }
      }
      return all;
    } catch (IOException e) {
      throw new BadInput(folder + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /** Deletes what is in the bin for good. */
  public void empty() {
    try {
      for (Path path : folders()) {
        String name = path.getFileName().toString();
        Path going = path;
        if (!name.startsWith(EMPTYING)) {
          // renamed first, so that what is left of it after a crash is not taken for a data set
          going = folder.resolve(EMPTYING + name);
          Files.move(path, going, StandardCopyOption.ATOMIC_MOVE);
        }
        Staging.remove(going);
      }
    } catch (IOException e) {
      throw new BadInput("the bin " + folder + " cannot be emptied: " + IoReason.of(e), e);
    }
  }

  private List<Path> folders() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Removed removed(Path path) throws IOException {
    String file = path.getFileName().toString();
    int end = file.lastIndexOf(COPY);
    long bytes = 0;
    try (Stream<Path> files = Files.list(path)) {
      for (Path inside : files.toList()) {
        bytes += Files.size(inside);
      }
    }
    return new Removed(end < 0 ? file : file.substring(0, end), path, bytes);
  }
}
