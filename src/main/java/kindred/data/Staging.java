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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hidden folder beside the finished ones, in which a data set grows until it takes its place all
 * at once. Its name tells the process that fills it, so that what a dead one left can be removed.
 */
final class Staging {
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Pattern NAME = Pattern.compile("\\.importing-(\\d{1,18})-.*");

  /** Tells imports of one process apart. */
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Staging() {}

  static Path create(Path parent) throws IOException {
    Files.createDirectories(parent);
    removeStale(parent);
    return Files.createDirectory(mine(parent));
  }

  private static Path mine(Path parent) {
    String number = Long.toString(System.nanoTime(), Character.MAX_RADIX) + NEXT.getAndIncrement();
    return parent.resolve(".importing-" + ProcessHandle.current().pid() + "-" + number);
  }

  /**
   * Makes the folder of an import that died this process's own.
   *
   * @param key that its mark must have
   * @return its new path; nothing if there is none
   */
  static Optional<Path> takeOver(Path parent, ImportKey key) throws IOException {
    if (!Files.exists(parent)) {
      return Optional.empty();
    }
    for (Path folder : list(parent)) {
      if (dead(folder)
          && ImportMark.of(folder).filter(m -> m.key().equals(key.text())).isPresent()) {
        try {
          return Optional.of(Files.move(folder, mine(parent), StandardCopyOption.ATOMIC_MOVE));
        } catch (NoSuchFileException taken) {
          // by another process, which goes on with it
        }
      }
    }
    return Optional.empty();
  }

  /** Removes what imports left that died, but for a week what one could go on with. */
  static void removeStale(Path parent) throws IOException {
    for (Path folder : list(parent)) {
      if (dead(folder) && !resumable(folder)) {
        remove(folder);
      }
    }
  }

  private static boolean dead(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static boolean resumable(Path folder) throws IOException {
    Path mark = ImportMark.in(folder);
    return Files.exists(mark)
        && Files.getLastModifiedTime(mark).toInstant().isAfter(Instant.now().minus(KEPT));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  /** Makes a filled folder lasting and visible under its name, or fails and changes nothing. */
  static void publish(Path staged, Path finished) throws IOException {
    sync(staged);
    Files.move(staged, finished, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(finished.toAbsolutePath().getParent());
  }

  /** Makes a folder's files lasting as they are now. */
  static void sync(Path staged) throws IOException {
    for (Path file : list(staged)) {
      sync(file, StandardOpenOption.WRITE);
    }
    syncFolder(staged);
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
