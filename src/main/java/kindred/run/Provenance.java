package kindred.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import kindred.data.ImageSet;
import kindred.experiment.Json;
import kindred.experiment.Precision;
import kindred.experiment.TrainingPlan;
import kindred.torch.Torch;

/**
 * Where a run's numbers come from: {@code provenance.json}, so that it can be repeated. A resumed
 * run adds a worker to the list.
 */
final class Provenance {
  private Provenance() {}

  /**
   * Adds this worker.
   *
   * @param images the data set, or null for vectors of unknown images
   * @param precision that was chosen, or null where nothing is trained
   */
  static void write(
      RunFolder run, ImageSet images, TrainingPlan plan, int threads, Precision precision) {
    ObjectNode provenance =
        run.provenance()
            .map(text -> Json.read(text, ObjectNode.class, "provenance.json"))
            .orElseGet(Json::object);
    provenance.put("kindred", Version.TEXT);
    if (images != null) {
      ObjectNode data = provenance.putObject("data");
      data.put("name", images.name());
      data.put("images", images.count());
      data.put("fingerprint", images.info().fingerprint());
    }
    provenance.put("seed", plan.seed());
    ArrayNode workers = provenance.withArray("workers");
    ObjectNode worker = workers.addObject();
    worker.put("began", Instant.now().toString());
    worker.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    worker.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    worker.put("engine", Torch.engine());
    worker.put("device", plan.device());
    worker.put("threads", threads);
    if (precision != null) {
      worker.put("precision", precision.toString());
    }
    run.writeProvenance(provenance);
  }
}
