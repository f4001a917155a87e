package kindred.gui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kindred.experiment.Json;
import kindred.experiment.Stage;

/** What runs were asked, as text by setting: {@code training.epochs} is {@code 20}. */
final class Settings {
  private Settings() {}

  /** All settings of a stage that have a value, in the order of its record; without its kind. */
  static Map<String, String> of(Stage stage) {
    Map<String, String> settings = new LinkedHashMap<>();
    ObjectNode tree = Json.tree(stage);
    tree.remove("stage");
    add("", tree, settings);
    return settings;
  }

  private static void add(String prefix, ObjectNode tree, Map<String, String> settings) {
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      String path = prefix + field.getKey();
      if (field.getValue() instanceof ObjectNode inner) {
        add(path + ".", inner, settings);
      } else if (!field.getValue().isNull()) {
        settings.put(path, field.getValue().asText());
      }
    }
  }

  /** The paths on which not all agree, in their order; one without a value differs as well. */
  static Set<String> differing(Collection<Map<String, String>> runs) {
    Set<String> paths = new LinkedHashSet<>();
    runs.forEach(run -> paths.addAll(run.keySet()));
    if (runs.isEmpty()) {
      return paths;
    }
    Map<String, String> first = runs.iterator().next();
    paths.removeIf(
        path -> runs.stream().allMatch(run -> Objects.equals(run.get(path), first.get(path))));
    return paths;
  }

  /** Some settings in a line: {@code epochs 20 · k 5}. */
  static String line(Map<String, String> run, Collection<String> paths) {
    List<String> parts = new ArrayList<>();
    for (String path : paths) {
      if (run.containsKey(path)) {
        parts.add(name(path) + " " + run.get(path));
      }
    }
    return String.join(" · ", parts);
  }

  /** A path as people say it: {@code training.learningRate} as {@code learning rate}. */
  static String name(String path) {
    String field = path.startsWith("training.") ? path.substring("training.".length()) : path;
    return field.replace('.', ' ').replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
