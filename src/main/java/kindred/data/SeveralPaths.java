package kindred.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kindred.experiment.BadInput;

/** Image files from several places: each folder is a class, and files beside folders have none. */
final class SeveralPaths implements FileSource.Files {
  private final Map<String, Path> files = new LinkedHashMap<>();

  private SeveralPaths() {}

  /**
   * @throws BadInput if one does not exist or is a collection by itself, or there are no files
   */
  static ImageSource source(List<Path> paths) throws IOException {
    SeveralPaths several = new SeveralPaths();
    for (Path path : paths) {
      several.add(path);
    }
    ClassFolders folders = new ClassFolders(several.files.keySet());
    if (folders.names().isEmpty()) {
      throw new BadInput("the folders are empty: there is no file in them; choose others");
    }
    return new FileSource(paths.size() + " paths", folders, several);
  }

  private void add(Path path) throws IOException {
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    if (Files.isDirectory(path)) {
      for (String file : FolderFiles.list(path)) {
        put(name + "/" + file, path.resolve(file));
      }
    } else if (!Files.exists(path)) {
      throw new BadInput(path + " does not exist; give folders and files of images");
    } else if (ImageSources.collection(path)) {
      throw new BadInput(path + " holds a data set by itself; import it alone");
    } else {
      put(name, path);
    }
  }

  /** Files of one name from two places are told apart by a number. */
  private void put(String name, Path file) {
    String free = name;
    for (int n = 2; files.containsKey(free); n++) {
      int dot = name.lastIndexOf('.');
      int end = dot > name.lastIndexOf('/') ? dot : name.length();
      free = name.substring(0, end) + " (" + n + ")" + name.substring(end);
    }
    files.put(free, file);
  }

  @Override
  public byte[] read(String path) throws UnusableImage {
    return FolderFiles.read(Optional.ofNullable(files.get(path)).orElseThrow());
  }

  @Override
  public void close() {}
}
