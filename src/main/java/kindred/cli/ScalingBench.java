package kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kindred.experiment.Json;
import kindred.run.EngineProcess;

/**
 * How cost grows: a step's with the batch, an epoch's with the images, a search's with the vectors.
 * Each is measured by the other benchmarks in a process of its own, one after another, so that each
 * peak of memory is its own.
 */
final class ScalingBench {
  private static final int[] BATCHES = {32, 64, 128, 256, 512};
  private static final int[] IMAGES = {10_000, 20_000, 30_000, 40_000, 50_000};
  private static final int[] VECTORS = {12_500, 25_000, 50_000, 100_000};

  private final Terminal terminal;
  private final String method;
  private final Path images;
  private final List<String> engineOptions;

  /**
   * Prepares the measurements.
   *
   * @param images what epochs are measured on, or null for no epochs
   */
  ScalingBench(Terminal terminal, String method, Path images, List<String> engineOptions) {
    this.terminal = terminal;
    this.method = method;
    this.images = images;
    this.engineOptions = engineOptions;
  }

  /** Prints each row when it is measured, and all of them as the result. */
  int measure() {
    ObjectNode result = Json.object();
    result.put("what", "scaling");
    steps(result.putArray("steps"));
    if (images == null) {
      terminal.note("no epochs are measured, as they need --images PATH");
    } else {
      epochs(result.putArray("epochs"));
    }
    searches(result.putArray("searches"));
    terminal.result(result);
    return 0;
  }

  private void steps(ArrayNode rows) {
    line("%-12s %10s %14s %10s", method + " batch", "step ms", "µs an image", "peak MB");
    for (int batch : BATCHES) {
      JsonNode row = child("step", method, "--batch", "" + batch);
      double ms = row.path("ms").asDouble();
      line("%-12d %10.1f %14.0f %10d", batch, ms, 1000 * ms / batch, row.path("peak_mb").asLong());
      rows.add(row);
    }
  }

  private void epochs(ArrayNode rows) {
    line("%-12s %10s %14s %10s", method + " images", "epoch s", "images a s", "peak MB");
    for (int count : IMAGES) {
      JsonNode row = child("epoch", method, "--images", "" + images, "--count", "" + count);
      line(
          "%-12d %10.1f %14.0f %10d",
          row.path("count").asInt(),
          row.path("seconds").asDouble(),
          row.path("images_per_s").asDouble(),
          row.path("peak_mb").asLong());
      rows.add(row);
    }
  }

  private void searches(ArrayNode rows) {
    line("%-12s %10s %14s %10s %10s", "vectors", "search s", "ns a pair", "peak MB", "recall");
    for (int n : VECTORS) {
      JsonNode row = child("knn", method, "--n", "" + n);
      double seconds = row.path("seconds").asDouble();
      line(
          "%-12d %10.2f %14.2f %10d %10.5f",
          n,
          seconds,
          seconds * 1e9 / n / n,
          row.path("peak_mb").asLong(),
          row.path("recall").asDouble());
      rows.add(row);
    }
  }

  private void line(String format, Object... values) {
    terminal.line(String.format(Locale.ROOT, format, values));
  }

  /** What another benchmark says as its last line. */
  private JsonNode child(String... words) {
    List<String> command = new ArrayList<>(List.of("bench"));
    command.addAll(List.of(words));
    command.addAll(engineOptions);
    command.addAll(List.of("--in-process", "--json"));
    try {
      Process process =
          EngineProcess.of(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("bench " + String.join(" ", words) + " failed");
      }
      String last = said.strip().lines().reduce("", (before, line) -> line);
      return Json.read(last, JsonNode.class, "bench " + words[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
