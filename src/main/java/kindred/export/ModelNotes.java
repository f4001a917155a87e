package kindred.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kindred.data.DatasetInfo;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.torch.ImageFormat;

/**
 * What goes along inside an exported model, so that it can be used and traced back without the run
 * it came from.
 *
 * @param kindred version of the program
 * @param run it comes from
 * @param part which networks
 * @param pixels whether it takes or gives pixels of 0 to 255, not normalized numbers
 * @param images that it takes or gives
 * @param dataset it was trained on
 * @param experiment what the run was asked to do
 * @param provenance of the run
 * @param license as the user stated it, empty if not
 */
public record ModelNotes(
    String kindred,
    String run,
    Part part,
    boolean pixels,
    ImageFormat images,
    DatasetInfo dataset,
    JsonNode experiment,
    JsonNode provenance,
    String license) {

  /** The same with pixels or normalized numbers. */
  public ModelNotes withPixels(boolean wanted) {
    return new ModelNotes(
        kindred, run, part, wanted, images, dataset, experiment, provenance, license);
  }

  /** One JSON object. */
  public String json() {
    return Json.line(this);
  }

  /** The same as names and texts; what is no text or truth value is JSON. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    Json.tree(this)
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              texts.put(entry.getKey(), value.isValueNode() ? value.asText() : Json.line(value));
            });
    return texts;
  }

  /**
   * From one JSON object.
   *
   * @param text or nothing
   * @param file for the message
   * @throws BadInput if there is no text or it is not of this program
   */
  public static ModelNotes read(Optional<String> text, Object file) {
    return Json.read(text.orElseThrow(() -> foreign(file)), ModelNotes.class, file.toString());
  }

  /**
   * From names and texts.
   *
   * @throws BadInput if they are not of this program
   */
  static ModelNotes read(Map<String, String> texts, Object file) {
    if (!texts.containsKey("kindred") || !texts.containsKey("images")) {
      throw foreign(file);
    }
    var tree = Json.object();
    texts.forEach(
        (name, text) -> {
          if (text.startsWith("{")) {
            tree.set(name, Json.read(text, JsonNode.class, file.toString()));
          } else {
            tree.put(name, text);
          }
        });
    return Json.convert(tree, ModelNotes.class, file.toString());
  }

  private static BadInput foreign(Object file) {
    return new BadInput(
        file
            + " does not say which images it takes; name a model that this program exported, or a"
            + " run");
  }
}
