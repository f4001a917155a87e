package kindred.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The seeds in a stage: every field called {@code seed}, however deep. */
public final class Seeds {
  private static final String SEED = "seed";

  private Seeds() {}

  /** The same stage with another seed wherever it has one. */
  static Stage set(Stage stage, long seed) {
    ObjectNode tree = Json.tree(stage);
    set(tree, seed);
    return Json.convert(tree, Stage.class, "stage");
  }

  private static void set(ObjectNode tree, long seed) {
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      if (field.getKey().equals(SEED)) {
        field.setValue(tree.numberNode(seed));
      } else if (field.getValue() instanceof ObjectNode inner) {
        set(inner, seed);
      }
    }
  }

  /** A stage as a tree without its seeds, to find others that differ in nothing else. */
  public static ObjectNode without(Stage stage) {
    ObjectNode tree = Json.tree(stage);
    remove(tree);
    return tree;
  }

  private static void remove(ObjectNode tree) {
    tree.remove(SEED);
    for (JsonNode field : tree) {
      if (field instanceof ObjectNode inner) {
        remove(inner);
      }
    }
  }
}
