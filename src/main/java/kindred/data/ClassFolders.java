package kindred.data;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * The classes that a tree of files gives by its folders: a file's class is the first folder of its
 * path. A folder that holds everything is descended into and is no class. Files beside class
 * folders have no class.
 */
final class ClassFolders {
  private final String top; // empty or ending in "/"
  private final List<String> names;
  private final List<String> classes;

  /**
   * @param paths of files, parts separated by "/"
   */
  ClassFolders(Collection<String> paths) {
    List<String> sorted =
        paths.stream().filter(path -> !ignored(path)).distinct().sorted().toList();
    this.top = common(sorted);
    this.names = sorted.stream().map(path -> path.substring(top.length())).toList();
    TreeSet<String> folders = new TreeSet<>();
    for (String name : names) {
      if (name.contains("/")) {
        folders.add(folder(name));
      }
    }
    this.classes = List.copyOf(folders);
  }

  /** Hidden files, and what macOS adds to archives. */
  private static boolean ignored(String path) {
    for (String part : path.split("/")) {
      if (part.startsWith(".") || part.equals("__MACOSX")) {
        return true;
      }
    }
    return false;
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

  private static String folder(String name) {
    return name.substring(0, name.indexOf('/'));
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
    return name.contains("/")
        ? Collections.binarySearch(classes, folder(name))
        : ImageSet.UNLABELED;
  }

  /** Such as {@code 50000 files in 10 class folders}. */
  String description() {
    String files = names.size() + (names.size() == 1 ? " file" : " files");
    return classes.isEmpty() ? files : files + " in " + classes.size() + " class folders";
  }
}
