package kindred.data;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import kindred.experiment.BadInput;

/** The files below a folder. Links are followed. */
final class FolderFiles implements FileSource.Files {
  private final Path folder;

  private FolderFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws BadInput if there are no files
   */
  static ImageSource source(Path folder) throws IOException {
    ClassFolders folders = new ClassFolders(list(folder));
    if (folders.names().isEmpty()) {
      throw new BadInput(folder + " is empty: there is no file in it or in its folders");
    }
    return new FileSource("folder", folders, new FolderFiles(folder));
  }

  /**
   * Paths of all files below a folder, parts separated by "/". An empty folder that is called like
   * an image is among them, as whoever made it meant an image.
   */
  static List<String> list(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isOther()) { // a pipe would be waited for
              names.add(name(file));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            String last = names.isEmpty() ? "" : names.get(names.size() - 1);
            String name = name(visited);
            if (ImageFormat.calledSo(name) && !last.startsWith(name + "/")) {
              names.add(name);
            }
            return FileVisitResult.CONTINUE;
          }

          private String name(Path path) {
            return folder.relativize(path).toString().replace(File.separatorChar, '/');
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE; // its files are visited where they are at home
            }
            throw e;
          }
        });
    return names;
  }

  @Override
  public byte[] read(String path) throws UnusableImage {
    return read(folder.resolve(path));
  }

  static byte[] read(Path file) throws UnusableImage {
    try {
      if (Files.size(file) > FileSource.MAX_BYTES) {
        throw FileSource.tooLarge();
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnusableImage(
          Files.isDirectory(file) ? "an empty folder, not an image" : "file cannot be read", e);
    }
  }

  @Override
  public void close() {}
}
