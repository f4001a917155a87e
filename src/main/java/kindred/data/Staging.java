package kindred.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hidden folder beside the finished ones, in which a data set grows until it takes its place all
 * at once. Its name tells the process that fills it, so that what a dead one left can be removed.
 */
final class Staging {
  private static final Pattern NAME = Pattern.compile("\\.importing-(\\d{1,18})-.*");

  private Staging() {}

  static Path create(Path parent) throws IOException {
    Files.createDirectories(parent);
    removeStale(parent);
    String name = ".importing-%d-%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID());
    return Files.createDirectory(parent.resolve(name));
  }

  /** Removes what imports left that died. */
  static void removeStale(Path parent) throws IOException {
    for (Path folder : list(parent)) {
      Matcher name = NAME.matcher(folder.getFileName().toString());
      if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        remove(folder);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  /** Makes a filled folder lasting and visible under its name, or fails and changes nothing. */
  static void publish(Path staged, Path finished) throws IOException {
    for (Path file : list(staged)) {
      sync(file, StandardOpenOption.WRITE);
    }
    syncFolder(staged);
    Files.move(staged, finished, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(finished.toAbsolutePath().getParent());
  }

  private static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().getSeparator().equals("/")) { // Windows cannot open a folder
      sync(folder, StandardOpenOption.READ);
    }
  }

  private static void sync(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }

  /** Removes a folder and all in it; nothing happens if it is gone. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // another import cleans up as well
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
