package kindred.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import kindred.data.ImageTable.Line;
import kindred.metrics.NumberWords;

/**
 * Image files that a CSV file names, by paths below its own folder, with their classes. Lines that
 * name no image are left out, each with its number and its reason.
 */
final class TableSource implements ImageSource {
  private final Path folder;
  private final String table;
  private final List<Line> lines;
  private final List<String> classes;

  private TableSource(Path folder, String table, List<Line> lines) {
    this.folder = folder;
    this.table = table;
    this.lines = lines;
    TreeSet<String> names = new TreeSet<>(LabelFile.ORDER);
    for (Line line : lines) {
      if (!line.label().isEmpty() && line.problem().isEmpty()) {
        names.add(line.label());
      }
    }
    this.classes = List.copyOf(names);
  }

  /**
   * @throws kindred.experiment.BadInput if the file is no table of paths at all
   */
  static ImageSource of(Path csv) throws IOException {
    Path folder = csv.toAbsolutePath().normalize().getParent();
    List<Line> lines = new ArrayList<>();
    for (Line line : ImageTable.read(csv)) {
      lines.add(line.problem().isEmpty() ? line.refused(problem(folder, line.path())) : line);
    }
    return new TableSource(folder, csv.getFileName().toString(), List.copyOf(lines));
  }

  /** Why a path is no image here; empty if it may be one. */
  private static String problem(Path folder, String path) {
    try {
      Path file = folder.resolve(path).normalize();
      if (!file.startsWith(folder)) {
        return "path leads out of the folder of the CSV file";
      }
      return Files.isRegularFile(file) ? "" : "no such file";
    } catch (InvalidPathException e) {
      return "no possible path";
    }
  }

  @Override
  public String description() {
    long bad = lines.stream().filter(line -> !line.problem().isEmpty()).count();
    String named =
        "%s with %s".formatted(table, NumberWords.count(lines.size() - bad, "image", "images"));
    String inClasses =
        classes.isEmpty() ? "" : " in " + NumberWords.count(classes.size(), "class", "classes");
    return named
        + inClasses
        + (bad == 0 ? "" : ", " + NumberWords.count(bad, "line", "lines") + " left out");
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int count() {
    return lines.size();
  }

  @Override
  public String name(int image) {
    Line line = lines.get(image);
    return line.problem().isEmpty()
        ? line.path()
        : table + " line " + line.number() + ": " + line.path();
  }

  @Override
  public boolean test(int image) {
    return lines.get(image).test();
  }

  private Square load(Line line, ImageDecoder decoder, SquareFit fit) throws UnusableImage {
    if (!line.problem().isEmpty()) {
      throw new UnusableImage(line.problem());
    }
    return decoder.decode(line.path(), FolderFiles.read(folder.resolve(line.path())), fit);
  }

  @Override
  public Reading read() {
    return new Reading() {
      private int next;

      @Override
      public Item next() {
        Line line = lines.get(next);
        int label =
            line.label().isEmpty() || !line.problem().isEmpty()
                ? ImageSet.UNLABELED
                : Collections.binarySearch(classes, line.label(), LabelFile.ORDER);
        return new Item(name(next++), label, (decoder, fit) -> load(line, decoder, fit));
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {}
}
