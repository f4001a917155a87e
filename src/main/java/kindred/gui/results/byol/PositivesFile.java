package kindred.gui.results.byol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/** Reads {@code positives.jsonl}: a few of the pairs that each epoch was trained with. */
final class PositivesFile {
  private PositivesFile() {}

  /** Two images: one, and the other that its view was made of. */
  record Pair(int image, int positive) {}

  /**
   * One epoch.
   *
   * @param epoch from 1
   * @param coverage share of the training images that have a positive
   * @param purity share of the same class that a drawn one is expected to be of; NaN without labels
   */
  record EpochPairs(int epoch, double coverage, double purity, List<Pair> pairs) {}

  /** All epochs so far in order; of lines for the same epoch the later one counts. */
  static List<EpochPairs> read(Path file) throws IOException {
    TreeMap<Integer, EpochPairs> epochs = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        parsed(line, file).ifPresent(epoch -> epochs.put(epoch.epoch(), epoch));
      }
    }
    return List.copyOf(epochs.values());
  }

  /** Nothing for a line that a killed worker cut short, or that is being written. */
  private static Optional<EpochPairs> parsed(String line, Path file) {
    try {
      return Optional.of(of(Json.read(line, ObjectNode.class, file.getFileName().toString())));
    } catch (BadInput cutShort) {
      return Optional.empty();
    }
  }

  private static EpochPairs of(JsonNode line) {
    List<Pair> pairs = new ArrayList<>();
    line.path("pairs")
        .forEach(pair -> pairs.add(new Pair(pair.path(0).asInt(), pair.path(1).asInt())));
    return new EpochPairs(
        line.path("epoch").asInt(),
        line.path("coverage").asDouble(Double.NaN),
        line.path("purity").asDouble(Double.NaN),
        pairs);
  }
}
