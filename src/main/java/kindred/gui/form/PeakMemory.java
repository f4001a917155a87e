package kindred.gui.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import kindred.experiment.Json;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;

/**
 * The largest memory that runs' processes had, from their metrics, which are read once in the
 * background. For the application thread.
 */
final class PeakMemory {
  private static final double MEGABYTE = 1 << 20;

  private final Session session;
  private final Map<RunRow, OptionalDouble> known = new HashMap<>();

  PeakMemory(Session session) {
    this.session = session;
  }

  /**
   * In bytes; nothing as long as it is not known.
   *
   * @param run or null
   * @param learned told when it is
   */
  OptionalDouble of(RunRow run, Runnable learned) {
    if (run != null && !known.containsKey(run)) {
      known.put(run, OptionalDouble.empty());
      session
          .background()
          .run(
              () -> read(run.folder().metrics()),
              bytes -> {
                known.put(run, bytes);
                learned.run();
              });
    }
    return known.getOrDefault(run, OptionalDouble.empty());
  }

  private static OptionalDouble read(Path metrics) throws IOException {
    if (!Files.exists(metrics)) {
      return OptionalDouble.empty();
    }
    try (Stream<String> lines = Files.lines(metrics)) {
      return lines
          .filter(line -> line.contains("\"resident_mb\""))
          .map(line -> Json.read(line, JsonNode.class, "metrics"))
          .mapToDouble(line -> line.path("resident_mb").asDouble() * MEGABYTE)
          .max();
    }
  }
}
