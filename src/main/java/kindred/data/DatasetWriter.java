package kindred.data;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * Packs images into a data set folder. Nothing stands under the data set's name before {@link
 * #finish}, and nothing is left if {@link #close} comes without it. For one thread.
 */
final class DatasetWriter implements Closeable {
  private static final int FORMAT = 1;

  private final Path folder; // where the data set will be
  private final Path staged;
  private final int size;
  private final List<String> classes;
  private final PixelFile pixels;
  private final DataOutputStream labels;
  private final SourceLines sources;
  private final DataOutputStream split;
  private final ImportKey key;
  private int done;
  private int count;
  private int test;

  /**
   * @param datasets the folder of all data sets, made if needed
   * @param size side of the images in pixels
   * @param key by which an import of the same images is known that died, to go on with it
   * @throws BadInput if there is a data set of this name, or the folder cannot be written to
   */
  DatasetWriter(Path datasets, String name, int size, List<String> classes, ImportKey key) {
    this.folder = datasets.resolve(name);
    this.size = size;
    this.classes = classes;
    if (Files.exists(folder)) {
      throw exists();
    }
    this.key = key;
    try {
      Optional<Path> left = Staging.takeOver(datasets, key);
      staged = left.isPresent() ? left.get() : Staging.create(datasets);
    } catch (IOException e) {
      throw unwritable(e);
    }
    try {
      Optional<ImportMark> mark = ImportMark.of(staged);
      if (mark.isPresent()) {
        pixels = goOn(mark.get());
      } else {
        pixels = new PixelFile(staged.resolve(ImageSet.PIXELS), size);
      }
      labels = new DataOutputStream(output(staged.resolve(ImageSet.LABELS)));
      sources = new SourceLines(staged.resolve(ImageSet.SOURCES));
      split = new DataOutputStream(output(staged.resolve(ImageSet.SPLIT)));
    } catch (IOException e) {
      removeStaged();
      throw unwritable(e);
    }
  }

  private static BufferedOutputStream output(Path file) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** Cuts the files to what the mark vouches for. */
  private PixelFile goOn(ImportMark mark) throws IOException {
    Path packed = staged.resolve(ImageSet.PIXELS);
    cut(packed, (long) mark.images() * mark.channels() * size * size);
    cut(staged.resolve(ImageSet.LABELS), (long) mark.images() * Integer.BYTES);
    cut(staged.resolve(ImageSet.SPLIT), mark.images());
    cut(staged.resolve(ImageSet.SOURCES), mark.sourceBytes());
    done = mark.done();
    count = mark.images();
    byte[] tests = Files.readAllBytes(staged.resolve(ImageSet.SPLIT));
    for (byte one : tests) {
      test += one;
    }
    return new PixelFile(packed, size, mark.channels(), tests);
  }

  private static void cut(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (channel.size() < length) {
        throw new IOException(file.getFileName() + " is shorter than it was");
      }
      channel.truncate(length);
    }
  }

  /**
   * Vouches for everything that was appended, lastingly, so that an import of the same key can go
   * on from here if this process dies.
   */
  void mark() {
    try {
      pixels.flush();
      labels.flush();
      split.flush();
      sources.flush();
      Staging.sync(staged);
      long sourceBytes = Files.size(staged.resolve(ImageSet.SOURCES));
      new ImportMark(key.text(), done, count, pixels.channels(), sourceBytes).write(staged);
    } catch (IOException e) {
      throw unwritable(e);
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    }
  }

  private BadInput exists() {
    return new BadInput(
        "there is already a data set '" + folder.getFileName() + "'; choose another --name");
  }

  private RuntimeException unwritable(IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return (CancellationException) new CancellationException("interrupted").initCause(e);
    }
    return new BadInput(
        "data set '%s' cannot be written to %s: %s; make room there or choose another --workspace"
            .formatted(folder.getFileName(), folder.getParent(), IoReason.of(e)),
        e);
  }

  /**
   * Appends an image.
   *
   * @param label index into the class names, or {@link ImageSet#UNLABELED}
   * @param forTest whether its source keeps it apart for testing
   */
  void add(String source, int label, boolean forTest, Square square) {
    try {
      if (square.channels() > pixels.channels() && count > 0) {
        Files.deleteIfExists(ImportMark.in(staged)); // all pixels are written anew
      }
      pixels.add(square, !forTest);
      split.writeBoolean(forTest);
      test += forTest ? 1 : 0;
      labels.writeInt(Integer.reverseBytes(label)); // little-endian
      sources.image(count++, source, label == ImageSet.UNLABELED ? null : classes.get(label));
      done++;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Notes an image that is left out. */
  void skip(String source, String reason) {
    try {
      sources.skip(source, reason);
      done++;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Images appended or left out so far, by an import that died as well. */
  int done() {
    return done;
  }

  /** How many images were left out, by reason. */
  Map<String, Integer> skipped() {
    return sources.skipped();
  }

  /** Images appended so far. */
  int count() {
    return count;
  }

  /** Images appended so far that are kept apart for testing. */
  int test() {
    return test;
  }

  /**
   * Completes the data set and makes it visible, lasting even if the machine stops at once.
   *
   * @param origin where the images came from, as the user named it
   */
  DatasetInfo finish(String origin) {
    try {
      closeFiles();
      if (test == 0) {
        Files.delete(staged.resolve(ImageSet.SPLIT));
      }
      DatasetInfo info =
          new DatasetInfo(
              FORMAT,
              folder.getFileName().toString(),
              count,
              pixels.channels(),
              size,
              size,
              classes,
              pixels.mean(),
              pixels.std(),
              fingerprint(),
              origin,
              Instant.now().toString(),
              test == 0 ? null : test);
      Files.writeString(staged.resolve(ImageSet.INFO), Json.pretty(info));
      Files.deleteIfExists(ImportMark.in(staged));
      if (Files.exists(folder)) {
        throw exists();
      }
      Staging.publish(staged, folder);
      return info;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private String fingerprint() throws IOException {
    MessageDigest digest = pixels.digest();
    digest.update(Files.readAllBytes(staged.resolve(ImageSet.LABELS)));
    if (test > 0) {
      digest.update(Files.readAllBytes(staged.resolve(ImageSet.SPLIT)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void closeFiles() throws IOException {
    try (pixels;
        labels;
        split;
        sources) {
      // closing writes what is still buffered
    }
  }

  /** Removes what was not finished. */
  @Override
  public void close() {
    try {
      closeFiles();
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      removeStaged();
    }
  }

  private void removeStaged() {
    try {
      Staging.remove(staged);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
