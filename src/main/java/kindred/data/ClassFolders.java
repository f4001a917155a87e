package kindred.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kindred.experiment.BadInput;
import kindred.metrics.NumberWords;

/**
 * The classes that a tree of files gives by its folders: a file's class is the first folder of its
 * path. A folder that holds everything is descended into and is no class. Files beside class
 * folders have no class.
 *
 * <p>If the first folders are one of training images and one of test images, they are no classes:
 * what is below them is read as above, both together, and the files below the second are for
 * testing.
 */
final class ClassFolders {
  private static final Set<String> TRAIN = Set.of("train", "training");
  private static final Set<String> TEST = Set.of("test", "testing", "val", "valid", "validation");

  private final String top; // empty or ending in "/"
  private final List<String> names;
  private final boolean split; // whether names begin with a folder of TRAIN or TEST
  private final String inner; // below the split; empty or ending in "/"
  private final List<String> classes;

  /**
   * @param paths of files, each once, parts separated by "/"
   * @throws BadInput if there are training images and several folders of others
   */
  ClassFolders(Collection<String> paths) {
    List<String> sorted = sorted(paths);
    this.top = common(sorted);
    this.names = top.isEmpty() ? sorted : without(top, sorted);
    this.split = splits(folders(names));
    List<String> below = split ? belowFirst(names) : names;
    this.inner = split ? common(below) : "";
    this.classes = List.copyOf(folders(inner.isEmpty() ? below : without(inner, below)));
  }

  // Loops, as streams over many names take twice as long before Java has compiled them.

  private static List<String> sorted(Collection<String> paths) {
    List<String> all = new ArrayList<>(paths.size());
    for (String path : paths) {
      if (!ignored(path)) {
        all.add(path);
      }
    }
    Collections.sort(all);
    return Collections.unmodifiableList(all);
  }

  private static List<String> without(String start, List<String> names) {
    List<String> rest = new ArrayList<>(names.size());
    for (String name : names) {
      rest.add(name.substring(start.length()));
    }
    return Collections.unmodifiableList(rest);
  }

  /** Of files below a folder the rest of their names, in order. */
  private static List<String> belowFirst(List<String> names) {
    return names.stream().filter(n -> n.contains("/")).map(ClassFolders::rest).sorted().toList();
  }

  /** Hidden files, and what macOS adds to archives. */
  private static boolean ignored(String path) {
    return path.startsWith(".")
        || path.contains("/.")
        || (path.contains("__MACOSX") && List.of(path.split("/")).contains("__MACOSX"));
  }

  private static String common(List<String> sorted) {
    if (sorted.isEmpty()) {
      return "";
    }
    String first = sorted.get(0);
    String last = sorted.get(sorted.size() - 1);
    int end = 0;
    for (int i = 0; i < Math.min(first.length(), last.length()); i++) {
      if (first.charAt(i) != last.charAt(i)) {
        break;
      }
      if (first.charAt(i) == '/') {
        end = i + 1;
      }
    }
    return first.substring(0, end);
  }

  /** The first folders of names that are in order. */
  private static SortedSet<String> folders(List<String> names) {
    SortedSet<String> folders = new TreeSet<>();
    String last = null;
    for (String name : names) {
      if (last == null || !name.startsWith(last)) {
        int end = name.indexOf('/');
        if (end >= 0) {
          folders.add(name.substring(0, end));
          last = name.substring(0, end + 1);
        }
      }
    }
    return folders;
  }

  private static String folder(String name) {
    return name.substring(0, name.indexOf('/'));
  }

  private static String rest(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  /** Whether folders are one of training images and one of test images, and no other. */
  private static boolean splits(Set<String> folders) {
    List<String> train = folders.stream().filter(f -> TRAIN.contains(lower(f))).toList();
    List<String> test = folders.stream().filter(f -> TEST.contains(lower(f))).toList();
    boolean all = train.size() + test.size() == folders.size();
    if (all && !train.isEmpty() && folders.size() > 2) {
      throw new BadInput(
          "there are the folders %s, and a data set keeps one of training and one of test images;"
                  .formatted(String.join(", ", folders))
              + " give two of them by themselves, such as "
              + train.get(0)
              + " and "
              + test.get(test.size() - 1));
    }
    return all && train.size() == 1 && test.size() == 1;
  }

  private static String lower(String folder) {
    return folder.toLowerCase(Locale.ROOT);
  }

  /** Paths without the folder that holds everything, in the order of their characters. */
  List<String> names() {
    return names;
  }

  List<String> classes() {
    return classes;
  }

  /** The path as it was given. */
  String path(String name) {
    return top + name;
  }

  int label(String name) {
    if (split && !name.contains("/")) {
      return ImageSet.UNLABELED;
    }
    String below = split ? rest(name).substring(inner.length()) : name;
    return below.contains("/")
        ? Collections.binarySearch(classes, folder(below))
        : ImageSet.UNLABELED;
  }

  /** Whether a file lies in the folder of test images beside one of training images. */
  boolean test(String name) {
    return split && name.contains("/") && TEST.contains(lower(folder(name)));
  }

  /** Such as {@code 50,000 files in 10 class folders}. */
  String description() {
    String files = NumberWords.count(names.size(), "file", "files");
    String inFolders =
        classes.isEmpty()
            ? files
            : files + " in " + NumberWords.count(classes.size(), "class folder", "class folders");
    long tests = names.stream().filter(this::test).count();
    return split ? inFolders + ", " + NumberWords.count(tests) + " of them for testing" : inFolders;
  }
}
