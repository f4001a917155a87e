package kindred.data;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
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
  private final JsonGenerator sources;
  private final DataOutputStream split;
  private int count;
  private int test;

  /** A line of {@code sources.jsonl}; what is null is not written. */
  record Source(Integer image, String source, String label, String skipped) {}

  /**
   * @param datasets the folder of all data sets, made if needed
   * @param size side of the images in pixels
   * @throws BadInput if there is a data set of this name, or the folder cannot be written to
   */
  DatasetWriter(Path datasets, String name, int size, List<String> classes) {
    this.folder = datasets.resolve(name);
    this.size = size;
    this.classes = classes;
    if (Files.exists(folder)) {
      throw exists();
    }
    try {
      staged = Staging.create(datasets);
    } catch (IOException e) {
      throw unwritable(e);
    }
    try {
      pixels = new PixelFile(staged.resolve(ImageSet.PIXELS), size);
      labels = new DataOutputStream(output(staged.resolve(ImageSet.LABELS)));
      sources = Json.lines(Files.newBufferedWriter(staged.resolve(ImageSet.SOURCES)));
      split = new DataOutputStream(output(staged.resolve(ImageSet.SPLIT)));
    } catch (IOException e) {
      removeStaged();
      throw unwritable(e);
    }
  }

  private static BufferedOutputStream output(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
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
      pixels.add(square, !forTest);
      split.writeBoolean(forTest);
      test += forTest ? 1 : 0;
      labels.writeInt(Integer.reverseBytes(label)); // little-endian
      sources.writeStartObject();
      sources.writeNumberField("image", count++);
      sources.writeStringField("source", source);
      if (label != ImageSet.UNLABELED) {
        sources.writeStringField("label", classes.get(label));
      }
      endLine();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Notes an image that is left out. */
  void skip(String source, String reason) {
    try {
      sources.writeStartObject();
      sources.writeStringField("source", source);
      sources.writeStringField("skipped", reason);
      endLine();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void endLine() throws IOException {
    sources.writeEndObject();
    sources.writeRaw('\n');
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
