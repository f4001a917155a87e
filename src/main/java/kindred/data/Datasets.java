package kindred.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/** The data sets of a workspace, as they are on disk at the time of asking. */
public final class Datasets {
  private final Path folder;

  /**
   * A data set that was found.
   *
   * @param bytes size of its files
   * @param info empty if the data set is damaged
   * @param problem why it is, else empty
   */
  public record Entry(
      String name, Path folder, long bytes, Optional<DatasetInfo> info, Optional<String> problem) {}

  /**
   * @param folder of all data sets; need not exist yet
   */
  public Datasets(Path folder) {
    this.folder = folder;
  }

  /** Removes what imports left half done whose processes died. */
  public void removeLeftovers() {
    try {
      Staging.removeStale(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All data sets by name, damaged ones as well. */
  public List<Entry> list() {
    List<Entry> entries = new ArrayList<>();
    for (String name : names()) {
      entries.add(entry(name));
    }
    return entries;
  }

  /**
   * Opens a data set.
   *
   * @param name its name, or a beginning of it that no other data set has
   * @throws BadInput if there is no such data set, or more than one, or it is damaged
   */
  public ImageSet open(String name) {
    List<String> names = names();
    if (names.contains(name)) {
      return ImageSet.open(folder.resolve(name));
    }
    List<String> fitting =
        name.isEmpty() ? List.of() : names.stream().filter(n -> n.startsWith(name)).toList();
    if (fitting.size() == 1) {
      return ImageSet.open(folder.resolve(fitting.get(0)));
    }
    if (fitting.size() > 1) {
      throw new BadInput(
          "'" + name + "' fits several data sets: " + String.join(", ", fitting) + "; say which");
    }
    throw new BadInput(
        "there is no data set '%s'; %s"
            .formatted(
                name,
                names.isEmpty()
                    ? "there is none at all yet: kindred import PATH --name NAME makes one"
                    : "known: " + String.join(", ", names)));
  }

  private List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .filter(f -> Files.isRegularFile(f.resolve(ImageSet.INFO)))
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private Entry entry(String name) {
    Path dataset = folder.resolve(name);
    long bytes = bytes(dataset);
    try {
      String text = Files.readString(dataset.resolve(ImageSet.INFO));
      DatasetInfo info = Json.read(text, DatasetInfo.class, name + "/" + ImageSet.INFO);
      return new Entry(name, dataset, bytes, Optional.of(info), Optional.empty());
    } catch (BadInput e) {
      return new Entry(name, dataset, bytes, Optional.empty(), Optional.of(e.getMessage()));
    } catch (IOException e) {
      throw unreadable(dataset, e);
    }
  }

  private static long bytes(Path dataset) {
    long bytes = 0;
    try (Stream<Path> files = Files.list(dataset)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(dataset, e);
    }
  }

  private static BadInput unreadable(Path path, IOException e) {
    return new BadInput(path + " cannot be read: " + IoReason.of(e), e);
  }
}
