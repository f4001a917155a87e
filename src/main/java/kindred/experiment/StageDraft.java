package kindred.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of a stage somebody chose: its kind, and values by the paths of their settings. What is not
 * there takes its default, so that a draft says what is special about a stage.
 *
 * @param kind as in an experiment file, such as {@code latent}
 */
public record StageDraft(String kind, Map<String, JsonNode> values) {
  private static final String KIND = "stage";

  /** The draft with the fewest values that still gives exactly this stage. */
  public static StageDraft of(Stage stage) {
    String kind = kind(stage);
    ObjectNode tree = Json.tree(stage);
    StageDraft draft = new StageDraft(kind, new LinkedHashMap<>());
    for (StageSetting setting : StageSetting.of(kind)) {
      JsonNode value = at(tree, setting.path());
      if (!value.isMissingNode() && !value.isNull()) {
        draft.values.put(setting.path(), value);
      }
    }
    for (String path : draft.values.keySet().toArray(String[]::new)) {
      JsonNode value = draft.values.remove(path);
      if (!draft.gives(stage)) {
        draft.values.put(path, value);
      }
    }
    return draft;
  }

  private boolean gives(Stage stage) {
    try {
      return stage().equals(stage);
    } catch (BadInput needed) {
      return false;
    }
  }

  /** The kind of a stage, as in an experiment file. */
  public static String kind(Stage stage) {
    return Json.tree(stage).path(KIND).asText();
  }

  /** The value at a path in the tree of a stage; missing if there is none. */
  public static JsonNode at(JsonNode tree, String path) {
    JsonNode node = tree;
    for (String name : path.split("\\.")) {
      node = node.path(name);
    }
    return node;
  }

  /**
   * The stage.
   *
   * @throws BadInput in the words of the record that refuses a value
   */
  public Stage stage() {
    ObjectNode tree = Json.object();
    tree.put(KIND, kind);
    values.forEach(
        (path, value) -> {
          int last = path.lastIndexOf('.');
          ObjectNode parent = tree;
          if (last > 0) {
            for (String name : path.substring(0, last).split("\\.")) {
              parent = parent.withObjectProperty(name);
            }
          }
          parent.set(path.substring(last + 1), value);
        });
    try {
      return Json.convert(tree, Stage.class, KIND);
    } catch (BadInput e) {
      throw innermost(e);
    }
  }

  private static BadInput innermost(BadInput refused) {
    BadInput innermost = refused;
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      innermost = cause instanceof BadInput inner ? inner : innermost;
    }
    return innermost;
  }

  /** A value as people and command lines write it; nothing of a number is lost. */
  public static String text(JsonNode value) {
    if (!value.isFloatingPointNumber()) {
      return value.asText();
    }
    String text = Double.toString(value.asDouble());
    return text.endsWith(".0")
        ? text.substring(0, text.length() - 2)
        : text.replace(".0E", "e").replace('E', 'e');
  }
}
