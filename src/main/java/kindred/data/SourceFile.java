package kindred.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The file that an image of a data set was packed from, where it is still in its folder or ZIP. For
 * background threads.
 *
 * @param bytes its content
 */
public record SourceFile(byte[] bytes) {
  /**
   * Reads it.
   *
   * @param name of the image, as its {@link SourceList} tells
   * @return empty if it is not where it was, or never was a file of its own
   * @throws IOException if it is there and cannot be read
   */
  public static Optional<SourceFile> of(ImageSet set, String name) throws IOException {
    Path origin;
    try {
      origin = Path.of(set.info().source());
      if (origin.resolve(name).toString().isEmpty()) {
        return Optional.empty();
      }
    } catch (InvalidPathException e) {
      return Optional.empty(); // several paths, or an address
    }
    if (Files.isDirectory(origin)) {
      return inFolder(origin, name);
    }
    return origin.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
            && Files.isRegularFile(origin)
        ? inZip(origin, name)
        : Optional.empty();
  }

  private static Optional<SourceFile> inFolder(Path folder, String name) throws IOException {
    Path below = folder;
    // folders that hold everything are no part of a name
    for (Optional<Path> next = Optional.of(folder); next.isPresent(); next = onlyFolder(below)) {
      below = next.get();
      Path file = below.resolve(name);
      if (Files.isRegularFile(file)) {
        return Files.size(file) > FileSource.MAX_BYTES
            ? Optional.empty()
            : Optional.of(new SourceFile(Files.readAllBytes(file)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> onlyFolder(Path folder) throws IOException {
    Path only = null;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path entry : entries) {
        if (only != null) {
          return Optional.empty();
        }
        only = entry;
      }
    }
    return Optional.ofNullable(only);
  }

  private static Optional<SourceFile> inZip(Path archive, String name) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Optional<? extends ZipEntry> entry =
          zip.stream()
              .filter(e -> e.getName().equals(name) || e.getName().endsWith("/" + name))
              .findFirst();
      if (entry.isEmpty() || entry.get().getSize() > FileSource.MAX_BYTES) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(entry.get())) {
        return Optional.of(new SourceFile(in.readNBytes((int) FileSource.MAX_BYTES)));
      }
    }
  }
}
