package kindred.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kindred.experiment.BadInput;

/**
 * What a heap of files and folders, gathered by hand, means as data sets. An archive, an IDX file,
 * a numpy file and a folder of folders are a data set each; the CIFAR files of one kind are one
 * together; so is the rest, flat folders being its classes. A single CSV file gives the labels of a
 * single data set.
 */
public final class ImportParts {
  private static final int LONGEST = 80;
  private static final String ANY_NAME = "images";

  /**
   * One data set to be.
   *
   * @param name a possible one, made from the paths
   * @param labels the CSV file that was among the paths
   */
  public record Part(List<Path> paths, String name, Optional<Path> labels) {}

  private ImportParts() {}

  /**
   * Looks at the files. For background threads.
   *
   * @param taken names that are not free any more
   * @throws BadInput if one cannot be read
   */
  public static List<Part> of(List<Path> paths, Collection<String> taken) {
    List<Path> tables = paths.stream().filter(ImageSources::table).toList();
    List<Path> images =
        paths.stream().filter(path -> paths.size() == 1 || !ImageSources.table(path)).toList();
    Set<String> names = new LinkedHashSet<>(taken);
    List<Part> parts = new ArrayList<>();
    for (List<Path> group : groups(images)) {
      String name = free(name(group), names);
      names.add(name);
      parts.add(new Part(group, name, Optional.empty()));
    }
    if (parts.size() == 1 && tables.size() == 1 && paths.size() > 1) {
      Part part = parts.get(0);
      return List.of(new Part(part.paths(), part.name(), Optional.of(tables.get(0))));
    }
    return parts;
  }

  private static List<List<Path>> groups(List<Path> paths) {
    List<List<Path>> groups = new ArrayList<>();
    List<Path> loose = new ArrayList<>();
    List<Path> cifar = new ArrayList<>();
    for (Path path : paths) {
      try {
        if (CifarSource.named(path)) {
          cifar.add(path);
        } else if (Files.isDirectory(path) ? nested(path) : ImageSources.collection(path)) {
          if (!labelsOnly(path)) {
            groups.add(List.of(path));
          }
        } else {
          loose.add(path);
        }
      } catch (IOException e) {
        throw new BadInput(path + " cannot be read: " + IoReason.of(e), e);
      }
    }
    Stream.of(cifar, loose).filter(group -> !group.isEmpty()).forEach(groups::add);
    return groups;
  }

  /** They are found beside their images. */
  private static boolean labelsOnly(Path path) throws IOException {
    return Files.isRegularFile(path) && IdxFile.dimensions(path) == 1;
  }

  private static boolean nested(Path folder) throws IOException {
    if (!CifarSource.filesIn(folder).isEmpty()
        || !IdxSource.imagesIn(folder).isEmpty()
        || Stl10Source.in(folder)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .anyMatch(Files::isDirectory);
    }
  }

  private static String name(List<Path> group) {
    Path first = group.get(0).toAbsolutePath().normalize();
    if (group.size() == 1 && !CifarSource.named(first)) {
      return name(first);
    }
    List<Path> parents =
        group.stream().map(path -> path.toAbsolutePath().normalize().getParent()).toList();
    boolean oneParent = parents.stream().distinct().count() == 1;
    return oneParent && first.getParent() != null ? name(first.getParent()) : ANY_NAME;
  }

  /** The letters of a path's last part that a data set's name can have. */
  private static String name(Path path) {
    String file = Objects.toString(path.getFileName(), "");
    int dot = file.indexOf('.');
    String stem = dot > 0 && !Files.isDirectory(path) ? file.substring(0, dot) : file;
    String plain = stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|-+$", "");
    String name = plain.substring(0, Math.min(LONGEST, plain.length()));
    return name.isEmpty() ? ANY_NAME : name;
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int n = 2; taken.contains(free); n++) {
      free = name + "-" + n;
    }
    return free;
  }
}
