package kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kindred.experiment.Json;

/** Appends to {@code sources.jsonl}: where images came from, and what was left out. */
final class SourceLines implements Closeable {
  private final Writer lines; // put together by hand, as a generator of JSON takes longer
  private final Map<String, Integer> skipped = new HashMap<>();

  /** A line; what is null is not written. */
  record Source(Integer image, String source, String label, String skipped) {}

  SourceLines(Path file) throws IOException {
    if (Files.exists(file)) {
      try (Stream<String> there = Files.lines(file)) {
        there
            .map(line -> Json.read(line, Source.class, ImageSet.SOURCES).skipped())
            .filter(Objects::nonNull)
            .forEach(this::count);
      }
    }
    lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void count(String reason) {
    skipped.merge(reason, 1, Integer::sum);
  }

  /**
   * Notes where an image came from.
   *
   * @param label name of its class; null for none
   */
  void image(int image, String source, String label) throws IOException {
    lines.write("{\"image\":");
    lines.write(Integer.toString(image));
    lines.write(',');
    text("source", source);
    if (label != null) {
      lines.write(',');
      text("label", label);
    }
    lines.write("}\n");
  }

  /** Notes what was left out. */
  void skip(String source, String reason) throws IOException {
    lines.write('{');
    text("source", source);
    lines.write(',');
    text("skipped", reason);
    lines.write("}\n");
    count(reason);
  }

  private void text(String name, String value) throws IOException {
    lines.write('"');
    lines.write(name);
    lines.write("\":\"");
    lines.write(Json.escaped(value));
    lines.write('"');
  }

  /** How many were left out, by reason; those of the lines that were there count too. */
  Map<String, Integer> skipped() {
    return skipped;
  }

  /** Hands everything to the system. */
  void flush() throws IOException {
    lines.flush();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
