package kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import kindred.experiment.BadInput;

/**
 * The files that the images of a data set were packed from, where they are still in their folder or
 * ZIP. An archive is opened when the first file is asked for, and stays open. For background
 * threads; one reads at a time.
 */
public final class SourceFiles implements Closeable {
  /** Larger images take more memory and time than a look at them is worth. */
  private static final long MOST_PIXELS = 30_000_000;

  // Decoders of one file differ by less than 2 of 255, and more only at single sharp edges.
  private static final double MEAN_DIFFERENCE = 2;
  private static final int LARGE_DIFFERENCE = 32;
  private static final double LARGE_SHARE = 0.01;

  private final ImageSet set;
  private SourceList list; // null until it is read
  private FileSource archive; // null until it is opened
  private boolean closed;

  /** Reads nothing yet. */
  public SourceFiles(ImageSet set) {
    this.set = set;
  }

  /**
   * The content of the file that an image was packed from.
   *
   * @return empty if it is not where it was, or never was a file of its own
   * @throws IOException if it is there and cannot be read
   * @throws UnusableImage if its archive does not have it whole
   * @throws BadInput if nobody knows which file that is, or its archive is damaged
   */
  public synchronized Optional<byte[]> file(int image) throws IOException, UnusableImage {
    if (closed) {
      return Optional.empty();
    }
    if (list == null) {
      list = SourceList.of(set);
    }
    Optional<String> name = list.source(image);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path origin;
    try {
      origin = Path.of(set.info().source());
      if (origin.resolve(name.get()).toString().isEmpty()) {
        return Optional.empty();
      }
    } catch (InvalidPathException e) {
      return Optional.empty(); // several paths, or an address
    }
    return Files.isDirectory(origin) ? inFolder(origin, name.get()) : inZip(origin, name.get());
  }

  private static Optional<byte[]> inFolder(Path folder, String name) throws IOException {
    Path below = folder;
    // folders that hold everything are no part of a name
    for (Optional<Path> next = Optional.of(folder); next.isPresent(); next = onlyFolder(below)) {
      below = next.get();
      Path file = below.resolve(name);
      if (Files.isRegularFile(file)) {
        return Files.size(file) > FileSource.MAX_BYTES
            ? Optional.empty()
            : Optional.of(Files.readAllBytes(file));
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
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return Optional.ofNullable(only);
  }

  private Optional<byte[]> inZip(Path origin, String name) throws IOException, UnusableImage {
    if (archive == null) {
      if (!origin.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
          || !Files.isRegularFile(origin)) {
        return Optional.empty();
      }
      archive = ZipFiles.source(origin);
    }
    return archive.file(name);
  }

  /**
   * The section of an image that was packed, as sharp as its file has it; what is transparent lies
   * over white.
   *
   * @param most side of the square at most, in pixels
   * @return empty if there is no file, or it is no sharper, or does not pack to the same image: it
   *     may hold another one by now, or lie over another background
   * @throws IOException as {@link #file}
   * @throws UnusableImage as {@link #file}, and if the file holds no image that can be read
   */
  public Optional<Square> sharper(int image, int most) throws IOException, UnusableImage {
    int packedSide = set.info().width();
    Optional<byte[]> file =
        packedSide == set.info().height() && packedSide < most ? file(image) : Optional.empty();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = file.get();
    try (ImageDecoder decoder = new ImageDecoder()) {
      int[] size = decoder.size(ImageFormat.of("image", bytes), bytes);
      int side = Math.min(most, Math.min(size[0], size[1]));
      boolean wanted = side > packedSide && (long) size[0] * size[1] <= MOST_PIXELS;
      return wanted && isPacked(decoder.decode("image", bytes, new SquareFit(packedSide)), image)
          ? Optional.of(decoder.decode("image", bytes, new SquareFit(side)))
          : Optional.empty();
    }
  }

  private boolean isPacked(Square square, int image) {
    if (square.channels() > set.info().channels()) {
      return false; // colors were not there when all images were found gray
    }
    byte[] packed = new byte[set.info().imageBytes()];
    set.pixels(image, packed, 0);
    int plane = packed.length / set.info().channels();
    long sum = 0;
    int large = 0;
    for (int i = 0; i < packed.length; i++) {
      int of = square.channels() == 1 ? i % plane : i; // gray among images with colors
      int difference = Math.abs((packed[i] & 0xFF) - (square.pixels()[of] & 0xFF));
      sum += difference;
      large += difference > LARGE_DIFFERENCE ? 1 : 0;
    }
    return sum <= MEAN_DIFFERENCE * packed.length && large <= LARGE_SHARE * packed.length;
  }

  /** Closes the archive, if there is one; no file is found any more. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (archive != null) {
      archive.close();
      archive = null;
    }
  }
}
