package kindred.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way of filling in the template of a study: patches, applied in order.
 *
 * @param choices what it is called by, one name for each axis of a grid
 */
record Variation(List<String> choices, List<Patch> patches) {
  Variation {
    choices = List.copyOf(choices);
    patches = List.copyOf(patches);
  }

  /** The variations that are listed, then every combination of one choice of each axis. */
  static List<Variation> of(Study study) {
    List<Variation> all = new ArrayList<>();
    for (Patch patch : study.variations()) {
      all.add(new Variation(List.of(patch.name()), List.of(patch)));
    }
    if (!study.grid().isEmpty()) {
      all.addAll(combinations(study.grid()));
    }
    return all;
  }

  private static List<Variation> combinations(Map<String, List<Patch>> grid) {
    List<Variation> partial = List.of(new Variation(List.of(), List.of()));
    for (List<Patch> axis : grid.values()) {
      List<Variation> longer = new ArrayList<>();
      for (Variation start : partial) {
        axis.forEach(choice -> longer.add(start.with(choice)));
      }
      partial = longer;
    }
    return partial;
  }

  private Variation with(Patch choice) {
    List<String> names = new ArrayList<>(choices);
    names.add(choice.name());
    List<Patch> more = new ArrayList<>(patches);
    more.add(choice);
    return new Variation(names, more);
  }

  String name() {
    return String.join(", ", choices);
  }

  /**
   * The same under the choices that another has too. Where two ask for the same runs, the other
   * choices make no difference; a baseline, say, does not care for the metric.
   */
  Variation sharedWith(Variation other) {
    List<String> common = choices.stream().filter(other.choices::contains).toList();
    return common.isEmpty() ? this : new Variation(common, patches);
  }

  /**
   * The stages that the measured one depends on, in the template's order.
   *
   * @param seed for the stages that are to be seeded
   */
  Map<String, Stage> stages(Study study, long seed) {
    Map<String, Stage> needed = new LinkedHashMap<>();
    String at = study.measure();
    while (at != null && !needed.containsKey(at)) {
      Stage stage = stage(study, at);
      requireNoStage(study, at, stage.weights());
      needed.put(at, study.seeds(at) ? Seeds.set(stage, seed) : stage);
      at = study.stages().containsKey(stage.input()) ? stage.input() : null;
    }
    Map<String, Stage> ordered = new LinkedHashMap<>();
    for (String name : study.stages().keySet()) {
      if (needed.containsKey(name)) {
        ordered.put(name, needed.get(name));
      }
    }
    return ordered;
  }

  private void requireNoStage(Study study, String stage, String weights) {
    if (weights != null && study.stages().containsKey(weights)) {
      throw new BadInput(
          "variation '"
              + name()
              + "', stage '"
              + stage
              + "' starts from the weights of stage '"
              + weights
              + "'; in a study weights must be a file or a run that is there already");
    }
  }

  private Stage stage(Study study, String name) {
    ObjectNode tree = study.stages().get(name);
    for (Patch patch : patches) {
      tree = patch.applied(name, tree);
    }
    return Json.convert(tree, Stage.class, "variation '" + name() + "', stage '" + name + "'");
  }
}
