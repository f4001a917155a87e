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
  private static final double SAME = 8; // of 255, on average; what decoders differ by is below 2

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

  /**
   * The section of the image that was packed, as sharp as the file has it.
   *
   * @param image the number of the image that was packed of this file
   * @param most side of the square at most, in pixels
   * @return empty if the file is no sharper, or holds another image by now
   * @throws UnusableImage if it holds none that can be read
   */
  public Optional<Square> sharper(ImageSet set, int image, int most) throws UnusableImage {
    int packedSide = set.info().width();
    try (ImageDecoder decoder = new ImageDecoder()) {
      int[] size = decoder.size(ImageFormat.of("image", bytes), bytes);
      int side = Math.min(most, Math.min(size[0], size[1]));
      if (side <= packedSide
          || !isPacked(decoder.decode("image", bytes, new SquareFit(packedSide)), set, image)) {
        return Optional.empty();
      }
      return Optional.of(decoder.decode("image", bytes, new SquareFit(side)));
    }
  }

  private static boolean isPacked(Square square, ImageSet set, int image) {
    if (square.channels() > set.info().channels()) {
      return false; // colors were not there when all images were found gray
    }
    byte[] packed = new byte[set.info().imageBytes()];
    set.pixels(image, packed, 0);
    int plane = packed.length / set.info().channels();
    long difference = 0;
    for (int i = 0; i < packed.length; i++) {
      int of = square.channels() == 1 ? i % plane : i; // gray among images with colors
      difference += Math.abs((packed[i] & 0xFF) - (square.pixels()[of] & 0xFF));
    }
    return difference <= SAME * packed.length;
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
