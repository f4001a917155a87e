package kindred.gui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.run.RunFolder;
import kindred.run.RunState;

/**
 * Reads the figures of one run, again as it goes on: of its metrics only what was added since. For
 * background threads, any of them.
 */
final class FigureReader {
  private static final String EPOCH = "\"kind\":\"epoch\"";

  private final RunFolder run;
  private long position;
  private Double loss;
  private Double bestLoss;
  private Double onlineKnn;
  private Double bestOnlineKnn;
  private Double purity;

  FigureReader(RunFolder run) {
    this.run = run;
  }

  /** What there is now. */
  synchronized Figures read(RunState state) {
    try {
      readEpochs();
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(run.metrics() + " cannot be read: " + e.getMessage(), e));
    }
    JsonNode result = state.result() == null ? Json.object() : state.result();
    JsonNode nearest =
        result.path("purity").elements().hasNext()
            ? result.path("purity").elements().next()
            : result.path("purity");
    return new Figures(
        loss == null ? number(result.path("loss")) : loss,
        bestLoss,
        onlineKnn,
        bestOnlineKnn,
        number(result.path("knn")),
        number(result.path("probe")),
        result.path("testImages").isNumber() ? result.path("testImages").asInt() : null,
        nearest.isNumber() ? number(nearest) : purity);
  }

  private void readEpochs() throws IOException {
    Path file = run.metrics();
    if (!Files.exists(file)) {
      return;
    }
    if (Files.size(file) < position) {
      position = 0;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.skipNBytes(position);
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        position += line.size() + 1;
        add(line.toString(StandardCharsets.UTF_8));
        line.reset();
      }
    }
  }

  private void add(String line) {
    if (!line.contains(EPOCH)) {
      return;
    }
    try {
      ObjectNode metric = Json.read(line, ObjectNode.class, "metrics.jsonl");
      loss = number(metric.path("loss"));
      bestLoss = bestLoss == null || (loss != null && loss < bestLoss) ? loss : bestLoss;
      onlineKnn = number(metric.path("knn"));
      bestOnlineKnn = better(onlineKnn, bestOnlineKnn) ? onlineKnn : bestOnlineKnn;
      purity = number(metric.path("purity"));
    } catch (BadInput torn) {
      // A worker that was killed left half a line; the epoch is repeated after it.
      return;
    }
  }

  private static boolean better(Double accuracy, Double than) {
    return than == null || (accuracy != null && accuracy > than);
  }

  private static Double number(JsonNode value) {
    return value.isNumber() ? value.asDouble() : null;
  }
}
