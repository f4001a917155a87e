package kindred.gui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.experiment.StageSetting;
import kindred.run.RunNames;

/** What runs were asked, as text by setting: {@code training.epochs} is {@code 20}. */
final class Settings {
  private static final String TRAINING = "training.";
  private static final Set<String> INPUTS = Set.of("source", "neighbors", "training.weights");
  private static final Map<String, String> NAMES = names();
  private static final Map<String, String> UNITS = units();

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
        String value = run.get(path);
        parts.add(name(path) + " " + (INPUTS.contains(path) ? RunNames.brief(value) : value));
      }
    }
    return String.join(" · ", parts);
  }

  /**
   * A setting as the forms call it, within a sentence: {@code training.learningRate} is {@code
   * learning rate}. One that kinds of stages call by different names has that of its field.
   */
  static String name(String path) {
    return NAMES.computeIfAbsent(path, Settings::fieldName);
  }

  /** A value as people read it: 64 of {@code training.batch} is {@code 64 images}. */
  static String value(String path, String value) {
    return UNITS.containsKey(path) ? value + " " + UNITS.get(path) : value;
  }

  private static Map<String, String> names() {
    Map<String, Set<StageSetting>> byLabel = new HashMap<>();
    Map<String, Set<String>> labels = new HashMap<>();
    for (StageSetting setting : StageSetting.ofAll()) {
      byLabel.computeIfAbsent(setting.says().label(), any -> new HashSet<>()).add(setting);
      labels.computeIfAbsent(setting.path(), any -> new HashSet<>()).add(setting.says().label());
    }
    Map<String, String> names = new ConcurrentHashMap<>();
    for (StageSetting setting : StageSetting.ofAll()) {
      String label = setting.says().label();
      if (labels.get(setting.path()).size() > 1) {
        continue;
      }
      boolean own = byLabel.get(label).stream().map(StageSetting::path).distinct().count() == 1;
      boolean grouped = !own && setting.path().contains(".") && !inTraining(setting.path());
      String name = grouped ? setting.group() + " " + inSentence(label) : label;
      names.put(setting.path(), inSentence(name));
    }
    return names;
  }

  private static boolean inTraining(String path) {
    return path.startsWith(TRAINING) && path.indexOf('.', TRAINING.length()) < 0;
  }

  /** Without its capital, unless it is an abbreviation. */
  private static String inSentence(String label) {
    boolean word = label.length() < 2 || !Character.isUpperCase(label.charAt(1));
    return word ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
  }

  private static Map<String, String> units() {
    Map<String, String> units = new HashMap<>();
    for (StageSetting setting : StageSetting.ofAll()) {
      // kinds of stages may count different things by one name
      units.merge(
          setting.path(), setting.says().unit(), (one, other) -> one.equals(other) ? one : "");
    }
    units.values().removeIf(String::isEmpty);
    return units;
  }

  private static String fieldName(String path) {
    String field = path.startsWith(TRAINING) ? path.substring(TRAINING.length()) : path;
    return field.replace('.', ' ').replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
