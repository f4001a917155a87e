package kindred.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes to the stages of a study.
 *
 * @param name how tables and the user call them
 * @param set values by {@code stage.field}, such as {@code byol.training.epochs}; null takes a
 *     field out, which gives it its default; nothing at all leaves the stages as they are
 */
public record Patch(String name, Map<String, JsonNode> set) {
  public Patch {
    name = Require.present("the name of a variation", name).strip();
    set = set == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  /**
   * Checks the paths.
   *
   * @throws BadInput if one names no stage, or no field of its stage
   */
  void requireFits(Map<String, ObjectNode> stages) {
    for (String path : set.keySet()) {
      String what = "variation '" + name + "' sets '" + path + "'";
      ObjectNode stage = stages.get(stageOf(path));
      if (stage == null) {
        throw new BadInput(
            what
                + ", which begins with no stage of the study; a path is STAGE.FIELD, and stages are"
                + " "
                + String.join(", ", stages.keySet()));
      }
      StageFields.of(stage, "stage '" + stageOf(path) + "'").require(fieldOf(path), what);
    }
  }

  /** The tree of one stage after these changes; the given tree stays as it is. */
  ObjectNode applied(String stage, ObjectNode tree) {
    ObjectNode changed = tree.deepCopy();
    set.forEach(
        (path, value) -> {
          if (stageOf(path).equals(stage)) {
            put(changed, fieldOf(path).split("\\."), value);
          }
        });
    return changed;
  }

  private static void put(ObjectNode tree, String[] path, JsonNode value) {
    ObjectNode at = tree;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.get(path[i]) instanceof ObjectNode inner ? inner : at.putObject(path[i]);
    }
    String last = path[path.length - 1];
    if (value == null || value.isNull()) {
      at.remove(last);
    } else {
      at.set(last, value);
    }
  }

  static String stageOf(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private static String fieldOf(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? "" : path.substring(dot + 1);
  }
}
