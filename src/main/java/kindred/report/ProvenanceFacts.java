package kindred.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import kindred.experiment.DeviceNames;
import kindred.experiment.Json;
import kindred.metrics.NumberWords;
import kindred.run.RunFolder;

/** Where a run's numbers come from, for a reader. */
public final class ProvenanceFacts {
  private ProvenanceFacts() {}

  /**
   * Values by what they are; none before a worker took the run.
   *
   * @throws kindred.experiment.BadInput if its file is damaged
   */
  public static Map<String, String> of(RunFolder run) {
    Map<String, String> facts = new LinkedHashMap<>();
    run.provenance()
        .map(text -> Json.read(text, ObjectNode.class, run.id() + "/provenance.json"))
        .ifPresent(provenance -> fill(facts, provenance));
    return facts;
  }

  private static void fill(Map<String, String> facts, JsonNode provenance) {
    JsonNode data = provenance.path("data");
    if (data.isObject()) {
      String images = NumberWords.count(data.path("images").asLong(), "image", "images");
      facts.put("Images", data.path("name").asText() + ", " + images);
      facts.put("Fingerprint", data.path("fingerprint").asText());
    }
    facts.put("Seed", provenance.path("seed").asText());
    JsonNode workers = provenance.path("workers");
    if (workers.size() > 0) {
      JsonNode last = workers.get(workers.size() - 1);
      facts.put("Began", workers.get(0).path("began").asText().replaceAll("T(.*)\\..*", " $1 UTC"));
      facts.put("Engine", engine(last));
      facts.put("System", last.path("system").asText() + ", " + last.path("java").asText());
    }
    facts.put("Program", "Kindred " + provenance.path("kindred").asText());
  }

  private static String engine(JsonNode worker) {
    String threads = NumberWords.count(worker.path("threads").asLong(), "thread", "threads");
    String precision = worker.has("precision") ? ", " + worker.path("precision").asText() : "";
    return worker.path("engine").asText()
        + " on "
        + DeviceNames.spoken(worker.path("device").asText())
        + ", "
        + threads
        + precision;
  }
}
