package kindred.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kindred.data.SourceLines.Source;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * Which file each image of a data set came from, and which files were left out and why. Names of
 * images stay on disk until they are asked for. For background threads, as it reads files.
 */
public final class SourceList {
  private static final String IMAGE = "{\"image\":";

  private final Path file;
  private final long[] starts; // of each image's line in the file
  private final List<Skipped> skipped;

  /** A file that became no image. */
  public record Skipped(String source, String reason) {}

  private SourceList(Path file, long[] starts, List<Skipped> skipped) {
    this.file = file;
    this.starts = starts;
    this.skipped = List.copyOf(skipped);
  }

  /**
   * Looks through the sources of a data set; those of one without such a file are unknown.
   *
   * @throws BadInput if the file cannot be read
   */
  public static SourceList of(ImageSet set) {
    Path file = set.folder().resolve(ImageSet.SOURCES);
    long[] starts = new long[set.count()];
    List<Skipped> skipped = new ArrayList<>();
    if (!Files.exists(file)) {
      return new SourceList(file, new long[0], skipped);
    }
    int images = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      long at = 0;
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        String text = new String(line, StandardCharsets.UTF_8);
        if (!text.startsWith(IMAGE)) {
          Source source = Json.read(text, Source.class, file.toString());
          skipped.add(new Skipped(source.source(), source.skipped()));
        } else if (images < starts.length) {
          starts[images++] = at;
        }
        at += line.length;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return new SourceList(file, images == starts.length ? starts : new long[0], skipped);
  }

  /** A line with its end; empty after the last. */
  private static byte[] line(InputStream in) throws IOException {
    byte[] line = new byte[128];
    int length = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = (byte) next;
      if (next == '\n') {
        break;
      }
    }
    return Arrays.copyOf(line, length);
  }

  private static BadInput unreadable(Path file, IOException e) {
    return new BadInput(file + " cannot be read: " + IoReason.of(e), e);
  }

  /**
   * The file that an image came from, as its source named it.
   *
   * @throws BadInput if that cannot be read
   */
  public Optional<String> source(int image) {
    if (starts.length == 0) {
      return Optional.empty();
    }
    try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
      lines.seek(starts[image]);
      String latin = lines.readLine(); // one character a byte
      if (latin == null) {
        throw new IOException("it is shorter than it was");
      }
      String text = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      return Optional.of(Json.read(text, Source.class, file.toString()).source());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The files that were left out, in the order of the source. */
  public List<Skipped> skipped() {
    return skipped;
  }
}
