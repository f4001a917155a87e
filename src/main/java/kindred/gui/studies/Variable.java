package kindred.gui.studies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Patch;

/**
 * A field that a study varies, as a person writes it.
 *
 * @param path such as {@code byol.training.epochs}
 * @param values with commas between; {@code default} for what the field is without a value
 */
record Variable(String path, String values) {
  private static final String DEFAULT = "default";

  /** Whether nobody has filled it in. */
  boolean isBlank() {
    return path == null || path.isBlank() || values.isBlank();
  }

  /**
   * A choice for each value.
   *
   * @throws BadInput if two are the same, or a comma has nothing before or after it
   */
  List<Patch> choices() {
    List<Patch> choices = new ArrayList<>();
    for (String value : values.split(",", -1)) {
      String text = value.strip();
      if (text.isEmpty()) {
        throw new BadInput(
            "the values of " + path + " have a comma too many: write them as 1, 2, 3");
      }
      choices.add(choice(text));
    }
    return choices;
  }

  private Patch choice(String text) {
    JsonNode value = parsed(text);
    Map<String, JsonNode> set = new LinkedHashMap<>();
    set.put(path, value);
    companions(text).forEach(field -> set.put(sibling(field), NullNode.getInstance()));
    String field = words(path.substring(path.lastIndexOf('.') + 1));
    return new Patch(value.isTextual() ? text : field + " " + text, set);
  }

  /** Fields that have no meaning any more and would be refused: a baseline takes no neighbors. */
  private List<String> companions(String text) {
    if (path.endsWith(".way")) {
      return text.equals("baseline")
          ? List.of("neighbors", "positives")
          : text.equals("probabilistic")
              ? List.of("positives.mix", "positives.randomWeight")
              : List.of();
    }
    if (path.endsWith(".method")) {
      return switch (text) {
        case "ae" -> List.of("beta", "codes");
        case "vae" -> List.of("codes");
        case "ad" -> List.of("beta");
        default -> List.of();
      };
    }
    return List.of();
  }

  private String sibling(String field) {
    return path.substring(0, path.lastIndexOf('.') + 1) + field;
  }

  /** A number, truth value, or word; anything JSON knows but text, which needs no quotes. */
  private static JsonNode parsed(String text) {
    if (text.equals(DEFAULT) || text.equals("null")) {
      return NullNode.getInstance();
    }
    try {
      ObjectNode tree = Json.read("{\"value\":" + text + "}", ObjectNode.class, "value");
      return tree.size() == 1 ? tree.get("value") : TextNode.valueOf(text);
    } catch (BadInput word) {
      return TextNode.valueOf(text);
    }
  }

  /** {@code learningRate} as {@code learning rate}. */
  static String words(String field) {
    return field.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
