package kindred.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One experiment over variations and seeds.
 *
 * @param name of the study and of its folder: letters, digits, dots, dashes and underscores
 * @param stages the template: stages as in an experiment, before any variation changes them
 * @param variations what is compared, as changes to the template
 * @param grid axes by name; every combination of one choice of each is a variation as well
 * @param seeds each variation is carried out once with each
 * @param seeded the stages that take the study's seed; null for all that have one
 * @param measure the evaluate stage whose results are compared; null if there is only one
 * @param baseline the variation that the others are compared with; null for no comparison
 */
public record Study(
    String name,
    Map<String, ObjectNode> stages,
    List<Patch> variations,
    Map<String, List<Patch>> grid,
    List<Long> seeds,
    List<String> seeded,
    String measure,
    String baseline) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  public Study {
    if (!NAME.matcher(Require.present("the study's name", name)).matches()) {
      throw new BadInput(
          "the study's name is '"
              + name
              + "', but it names a folder too: letters, digits, '.', '-' and '_' will do");
    }
    if (stages == null || stages.isEmpty()) {
      throw new BadInput("a study needs \"stages\", as in an experiment");
    }
    stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    stages.forEach(Study::requireKnown);
    variations = variations == null ? List.of() : List.copyOf(variations);
    grid = grid == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(grid));
    if (variations.isEmpty() && grid.isEmpty()) {
      throw new BadInput("a study needs \"variations\", or a \"grid\" of axes, or both");
    }
    seeds = seeds == null ? List.of(1L) : List.copyOf(seeds);
    requireDistinct(seeds);
    measure = measured(stages, measure);
    seeded = seeded == null ? null : List.copyOf(seeded);
    requireStages(seeded, stages);
    for (Patch patch : patches(variations, grid)) {
      patch.requireFits(stages);
      requireUnseeded(patch, seeded);
    }
  }

  /**
   * Reads a study file.
   *
   * @throws BadInput if it is missing, no JSON, or asks for something impossible
   */
  public static Study read(Path file) {
    Study study = Json.file(file, Study.class, "study");
    try {
      study.trials();
    } catch (BadInput e) {
      throw new BadInput(file + ": " + e.getMessage(), e);
    }
    return study;
  }

  /** Every path that a variation of these stages may set, such as {@code byol.training.epochs}. */
  public static List<String> paths(Map<String, ObjectNode> stages) {
    List<String> paths = new ArrayList<>();
    stages.forEach(
        (name, tree) ->
            StageFields.of(tree, "stage '" + name + "'")
                .paths()
                .forEach(field -> paths.add(name + "." + field)));
    return paths;
  }

  /** The words that a path may be set to, if only a few may; empty for any other. */
  public static List<String> choices(Map<String, ObjectNode> stages, String path) {
    ObjectNode tree = stages.get(Patch.stageOf(path));
    return tree == null
        ? List.of()
        : StageFields.of(tree, "stage").choices(path.substring(path.indexOf('.') + 1));
  }

  /** Whether a stage takes the study's seed. */
  boolean seeds(String stage) {
    return seeded == null || seeded.contains(stage);
  }

  /**
   * Everything that is to be carried out: for each seed, each variation. Variations that ask for
   * the same stages are one, called by the choices that they share.
   *
   * @throws BadInput if a variation asks for something impossible, two have one name, or there is
   *     no such baseline
   */
  public List<Trial> trials() {
    List<Variation> distinct = distinct();
    requireBaseline(distinct);
    List<Trial> trials = new ArrayList<>();
    for (long seed : seeds) {
      for (Variation variation : distinct) {
        Experiment experiment = new Experiment(name, variation.stages(this, seed));
        trials.add(new Trial(variation.name(), seed, experiment));
      }
    }
    return trials;
  }

  private List<Variation> distinct() {
    Map<Map<String, Stage>, Variation> byStages = new LinkedHashMap<>();
    for (Variation variation : Variation.of(this)) {
      byStages.merge(
          variation.stages(this, seeds.get(0)), variation, (first, same) -> first.sharedWith(same));
    }
    Map<String, Variation> byName = new HashMap<>();
    for (Variation variation : byStages.values()) {
      if (byName.put(variation.name(), variation) != null) {
        throw new BadInput(
            "two different variations are called '" + variation.name() + "'; rename one");
      }
    }
    return List.copyOf(byStages.values());
  }

  private void requireBaseline(List<Variation> distinct) {
    if (baseline != null && distinct.stream().noneMatch(v -> v.name().equals(baseline))) {
      throw new BadInput(
          "the baseline '"
              + baseline
              + "' is none of the variations: "
              + distinct.stream().map(v -> "'" + v.name() + "'").collect(Collectors.joining("; ")));
    }
  }

  private static void requireKnown(String name, ObjectNode tree) {
    if (name.contains(".")) {
      throw new BadInput("stage '" + name + "' has a dot in its name; paths could not tell it");
    }
    String what = "stage '" + name + "'";
    StageFields.of(tree, what).requireAll(tree, what);
  }

  private static void requireDistinct(List<Long> seeds) {
    if (seeds.isEmpty() || new HashSet<>(seeds).size() < seeds.size()) {
      throw new BadInput("seeds are " + seeds + "; name at least one, and each only once");
    }
  }

  private static String measured(Map<String, ObjectNode> stages, String measure) {
    List<String> evaluations =
        stages.keySet().stream()
            .filter(name -> stages.get(name).path("stage").asText().equals("evaluate"))
            .toList();
    if (measure == null && evaluations.size() == 1) {
      return evaluations.get(0);
    }
    if (measure == null || !evaluations.contains(measure)) {
      throw new BadInput(
          (measure == null ? "\"measure\" is missing" : "'" + measure + "' cannot be measured")
              + "; it names the evaluate stage whose results are compared: "
              + (evaluations.isEmpty() ? "add one" : String.join(", ", evaluations)));
    }
    return measure;
  }

  private static void requireStages(List<String> seeded, Map<String, ObjectNode> stages) {
    for (String name : seeded == null ? List.<String>of() : seeded) {
      if (!stages.containsKey(name)) {
        throw new BadInput(
            "\"seeded\" names '"
                + name
                + "', which is no stage; stages: "
                + String.join(", ", stages.keySet()));
      }
    }
  }

  private static List<Patch> patches(List<Patch> variations, Map<String, List<Patch>> grid) {
    List<Patch> patches = new ArrayList<>(variations);
    grid.forEach(
        (axis, choices) -> {
          Set<String> names = new HashSet<>();
          if (choices == null || choices.isEmpty()) {
            throw new BadInput("axis '" + axis + "' of the grid has no choices");
          }
          for (Patch choice : choices) {
            if (!names.add(choice.name())) {
              throw new BadInput(
                  "axis '" + axis + "' has two choices called '" + choice.name() + "'; rename one");
            }
          }
          patches.addAll(choices);
        });
    return patches;
  }

  private static void requireUnseeded(Patch patch, List<String> seeded) {
    for (String path : patch.set().keySet()) {
      String stage = Patch.stageOf(path);
      if (path.endsWith(".seed") && (seeded == null || seeded.contains(stage))) {
        throw new BadInput(
            "variation '"
                + patch.name()
                + "' sets '"
                + path
                + "', which the study's own seeds decide; leave it out, or leave '"
                + stage
                + "' out of \"seeded\"");
      }
    }
  }
}
