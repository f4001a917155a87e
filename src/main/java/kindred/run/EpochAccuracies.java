package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * A training's k-NN accuracy after each epoch that was measured, from its metrics. A resumed run
 * may have an epoch twice, of which the later counts.
 */
final class EpochAccuracies {
  static final String FIELD = Health.KNN;

  private final TreeMap<Integer, Double> byEpoch = new TreeMap<>();

  static EpochAccuracies of(RunFolder run) {
    EpochAccuracies accuracies = new EpochAccuracies();
    if (Files.exists(run.metrics())) {
      try {
        Files.readAllLines(run.metrics()).forEach(accuracies::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return accuracies;
  }

  private void add(String line) {
    if (!line.contains(FIELD)) {
      return;
    }
    try {
      JsonNode metric = Json.read(line, ObjectNode.class, "metrics.jsonl");
      if (metric.path(FIELD).isNumber()) {
        byEpoch.put(metric.path("epoch").asInt(), metric.path(FIELD).asDouble());
      }
    } catch (BadInput torn) {
      // A worker that was killed left half a line; the epoch is repeated after it.
      return;
    }
  }

  Optional<Double> last() {
    return Optional.ofNullable(byEpoch.lastEntry()).map(Map.Entry::getValue);
  }

  /** The epoch with the highest accuracy, the first of several, and that accuracy. */
  Optional<Map.Entry<Integer, Double>> best() {
    return byEpoch.entrySet().stream()
        .max(
            Map.Entry.<Integer, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
  }
}
