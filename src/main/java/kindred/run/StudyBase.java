package kindred.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kindred.experiment.BadInput;
import kindred.experiment.ByolStage;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import kindred.experiment.LatentStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Patch;
import kindred.experiment.Stage;
import kindred.experiment.Study;

/**
 * What a new study may start from: the stages of an experiment, and of a study file also what that
 * varies.
 *
 * @param name that suggests itself for the study
 * @param stages the template, by name
 * @param variations that the file lists
 * @param grid the axes that the file has
 * @param seeds of the file, or 1
 * @param baseline of the file, or null
 */
public record StudyBase(
    String name,
    Map<String, ObjectNode> stages,
    List<Patch> variations,
    Map<String, List<Patch>> grid,
    List<Long> seeds,
    String baseline) {

  public StudyBase {
    stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
  }

  /** The sample experiment, which the program carries with it. */
  public static StudyBase sample() {
    return of("sample", Experiment.sample().stages());
  }

  /**
   * An experiment file or a study file.
   *
   * @throws BadInput if it is neither, or cannot be read
   */
  public static StudyBase file(Path file) {
    return parse(text(file), file.toString());
  }

  /**
   * One of the files that the program carries with it.
   *
   * @param name of a file below {@code assets/experiments}, without its suffix
   */
  public static StudyBase carried(String name) {
    String resource = "/assets/experiments/" + name + ".json";
    try (InputStream in = StudyBase.class.getResourceAsStream(resource)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StudyBase parse(String text, String what) {
    ObjectNode tree = Json.read(text, ObjectNode.class, what);
    if (tree.has("variations") || tree.has("grid")) {
      Study study = Json.read(text, Study.class, what);
      return new StudyBase(
          study.name(),
          study.stages(),
          study.variations(),
          study.grid(),
          study.seeds(),
          study.baseline());
    }
    Experiment experiment = Json.read(text, Experiment.class, what);
    return of(folderName(experiment.name()), experiment.stages());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * A run with all that it was built on; if it measures nothing itself, an evaluation comes last.
   *
   * @throws BadInput if what it was asked cannot be read
   */
  public static StudyBase chain(Workspace workspace, RunFolder last) {
    Deque<RunFolder> runs = new ArrayDeque<>();
    Optional<RunFolder> at = Optional.of(last);
    while (at.isPresent() && !runs.contains(at.get())) {
      runs.addFirst(at.get());
      String input = at.get().stage().input();
      at = input == null || Workspace.isFileName(input) ? Optional.empty() : workspace.find(input);
    }
    Map<String, Stage> stages = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (RunFolder run : runs) {
      Stage stage = run.stage();
      String name = freeName(stages, stage);
      String input = names.get(stage.input());
      stages.put(name, input == null ? stage : stage.withInput(input));
      names.put(run.id(), name);
    }
    if (!(last.stage() instanceof EvaluateStage)) {
      Stage evaluation =
          new EvaluateStage(names.get(last.id()), null, null, null, null, null, null);
      stages.put(freeName(stages, evaluation), evaluation);
    }
    return of("study-of-" + last.id(), stages);
  }

  private static String freeName(Map<String, Stage> taken, Stage stage) {
    String kind = kind(stage);
    String name = kind;
    for (int number = 2; taken.containsKey(name); number++) {
      name = kind + "-" + number;
    }
    return name;
  }

  private static String kind(Stage stage) {
    if (stage instanceof LatentStage) {
      return "space";
    } else if (stage instanceof NeighborStage) {
      return "neighbors";
    }
    return stage instanceof ByolStage ? "byol" : "evaluation";
  }

  private static StudyBase of(String name, Map<String, Stage> stages) {
    Map<String, ObjectNode> trees = new LinkedHashMap<>();
    stages.forEach((stage, asked) -> trees.put(stage, Json.tree(asked)));
    return new StudyBase(name, trees, List.of(), Map.of(), List.of(1L), null);
  }

  private static String folderName(String title) {
    String name =
        title.strip().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
    return name.isEmpty() ? "study" : name;
  }

  /** The evaluate stages, one of which a study measures. */
  public List<String> evaluations() {
    return stages.entrySet().stream()
        .filter(stage -> stage.getValue().path("stage").asText().equals("evaluate"))
        .map(Map.Entry::getKey)
        .toList();
  }
}
