package kindred.gui.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kindred.experiment.Json;
import kindred.gui.core.Words;
import kindred.run.Produced;
import kindred.run.RunFolder;

/**
 * What a run's folder says about what it made.
 *
 * @param provenance values by what they are, for a reader
 */
record ModelFacts(List<Produced.Piece> pieces, Map<String, String> provenance) {
  /** Reads; for background threads. */
  static ModelFacts read(RunFolder run) {
    Map<String, String> facts = new LinkedHashMap<>();
    run.provenance()
        .map(text -> Json.read(text, ObjectNode.class, run.id() + "/provenance.json"))
        .ifPresent(provenance -> fill(facts, provenance));
    return new ModelFacts(Produced.of(run), facts);
  }

  private static void fill(Map<String, String> facts, JsonNode provenance) {
    JsonNode data = provenance.path("data");
    if (data.isObject()) {
      facts.put(
          "Images",
          data.path("name").asText()
              + ", "
              + Words.count(data.path("images").asLong(), "image", "images"));
      facts.put("Fingerprint", data.path("fingerprint").asText());
    }
    facts.put("Seed", provenance.path("seed").asText());
    JsonNode workers = provenance.path("workers");
    if (workers.size() > 0) {
      JsonNode last = workers.get(workers.size() - 1);
      facts.put("Began", workers.get(0).path("began").asText().replaceAll("T(.*)\\..*", " $1 UTC"));
      facts.put(
          "Engine",
          last.path("engine").asText()
              + " on "
              + last.path("device").asText()
              + ", "
              + Words.count(last.path("threads").asLong(), "thread", "threads")
              + (last.has("precision") ? ", " + last.path("precision").asText() : ""));
      facts.put("System", last.path("system").asText() + ", " + last.path("java").asText());
    }
    facts.put("Program", "Kindred " + provenance.path("kindred").asText());
  }
}
