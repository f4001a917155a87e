package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that the fields of a stage have, taken from the records themselves. */
final class StageFields {
  private static final String KIND = "stage";

  private final String kind;
  private final Class<?> type;

  private StageFields(String kind, Class<?> type) {
    this.kind = kind;
    this.type = type;
  }

  /**
   * The fields of the kind of stage that a tree describes.
   *
   * @param what which stage this is, for messages
   * @throws BadInput if the tree does not say its kind
   */
  static StageFields of(ObjectNode tree, String what) {
    Map<String, Class<?>> kinds = kinds();
    String kind = tree.path(KIND).asText();
    if (!kinds.containsKey(kind)) {
      throw new BadInput(
          what
              + (kind.isEmpty() ? " does not say what it does" : " is of no known kind")
              + "; \"stage\" must be one of "
              + String.join(", ", kinds.keySet()));
    }
    return new StageFields(kind, kinds.get(kind));
  }

  /** The record of a kind of stage. */
  static Class<?> type(String kind) {
    return kinds().get(kind);
  }

  /** The records of all kinds of stages. */
  static Map<String, Class<?>> kinds() {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    for (JsonSubTypes.Type type : Stage.class.getAnnotation(JsonSubTypes.class).value()) {
      kinds.put(type.name(), type.value());
    }
    return kinds;
  }

  /**
   * Checks a path of names joined by dots.
   *
   * @param what who uses the path, for messages
   * @throws BadInput if there is no such field, naming those there are
   */
  void require(String path, String what) {
    Class<?> at = type;
    for (String name : path.split("\\.", -1)) {
      Class<?> next = at.isRecord() ? component(at, name) : null;
      if (next == null) {
        throw new BadInput(
            what
                + ", but a "
                + kind
                + " stage has no field '"
                + path
                + "'; fields: "
                + String.join(", ", paths(type, "")));
      }
      at = next;
    }
  }

  /**
   * Checks every name in the tree of a stage.
   *
   * @throws BadInput as {@link #require}
   */
  void requireAll(ObjectNode tree, String what) {
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      if (!field.getKey().equals(KIND)) {
        requireAll(field.getKey(), field.getValue(), what);
      }
    }
  }

  private void requireAll(String path, JsonNode value, String what) {
    require(path, what + " has '" + path + "'");
    if (value.isObject()) {
      value
          .properties()
          .forEach(inner -> requireAll(path + "." + inner.getKey(), inner.getValue(), what));
    }
  }

  /** All fields of its kind, with dots for fields of fields. */
  List<String> paths() {
    return paths(type, "");
  }

  /** The words that a field may hold, if only a few may; empty for any other field. */
  List<String> choices(String path) {
    Class<?> at = type;
    for (String name : path.split("\\.", -1)) {
      at = at != null && at.isRecord() ? component(at, name) : null;
    }
    List<String> words = new ArrayList<>();
    if (at != null && at.isEnum()) {
      for (Object choice : at.getEnumConstants()) {
        words.add(choice.toString());
      }
    }
    return words;
  }

  private static Class<?> component(Class<?> type, String name) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component.getType();
      }
    }
    return null;
  }

  private static List<String> paths(Class<?> type, String prefix) {
    List<String> paths = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String path = prefix + component.getName();
      if (component.getType().isRecord()) {
        paths.addAll(paths(component.getType(), path + "."));
      } else {
        paths.add(path);
      }
    }
    return paths;
  }
}
