package kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
  private static final String STAGES =
      """
      "stages": {
        "ae": {"stage": "latent", "data": "cats", "training": {"epochs": 2}},
        "neighbors": {"stage": "neighbors", "source": "ae"},
        "byol": {"stage": "byol", "way": "weighted", "data": "cats", "neighbors": "neighbors",
                 "training": {"epochs": 3}},
        "evaluation": {"stage": "evaluate", "source": "byol"}
      }\
      """;
  private static final String WAYS =
      """
      [{"name": "baseline", "set": {"byol.way": "baseline", "byol.neighbors": null}},
       {"name": "weighted"}]\
      """;
  private static final String METRICS =
      """
      [{"name": "euclidean", "set": {"neighbors.metric": "euclidean"}},
       {"name": "cosine", "set": {"neighbors.metric": "cosine"}}]\
      """;

  private static Study study(String... fields) {
    String text = "{\"name\": \"s\", " + STAGES + ", " + String.join(", ", fields) + "}";
    return Json.read(text, Study.class, "s.json");
  }

  private static Trial trial(Study study, String variation, long seed) {
    return study.trials().stream()
        .filter(trial -> trial.variation().equals(variation) && trial.seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Study study) {
    return study.trials().stream().map(Trial::variation).distinct().toList();
  }

  @Test
  void variationChangesWhatItSetsAndNothingElse() {
    Study study =
        study(
            """
            "variations": [{"name": "long", "set": {"byol.training.epochs": 9}}]\
            """);
    Experiment trial = trial(study, "long", 1).experiment();
    assertThat(((ByolStage) trial.stages().get("byol")).training().epochs()).isEqualTo(9);
    assertThat(((ByolStage) trial.stages().get("byol")).way()).isEqualTo(ByolWay.WEIGHTED);
    assertThat(((LatentStage) trial.stages().get("ae")).training().epochs()).isEqualTo(2);
  }

  @Test
  void everySeedMeetsEveryVariation() {
    Study study = study("\"variations\": " + WAYS, "\"seeds\": [4, 7]");
    assertThat(study.trials())
        .extracting(trial -> trial.variation() + " " + trial.seed())
        .containsExactly("baseline 4", "weighted 4", "baseline 7", "weighted 7");
    Experiment trial = trial(study, "weighted", 7).experiment();
    assertThat(((LatentStage) trial.stages().get("ae")).training().seed()).isEqualTo(7);
    assertThat(((ByolStage) trial.stages().get("byol")).training().seed()).isEqualTo(7);
    assertThat(((EvaluateStage) trial.stages().get("evaluation")).seed()).isEqualTo(7);
  }

  @Test
  void onlyTheStagesNamedAreSeeded() {
    Study study = study("\"variations\": " + WAYS, "\"seeds\": [7]", "\"seeded\": [\"byol\"]");
    Experiment trial = trial(study, "weighted", 7).experiment();
    assertThat(((LatentStage) trial.stages().get("ae")).training().seed()).isEqualTo(1);
    assertThat(((ByolStage) trial.stages().get("byol")).training().seed()).isEqualTo(7);
  }

  @Test
  void stagesThatTheMeasuredOneDoesNotNeedAreLeftOut() {
    Study study = study("\"variations\": " + WAYS);
    assertThat(trial(study, "baseline", 1).experiment().stages().keySet())
        .containsExactly("byol", "evaluation");
    assertThat(trial(study, "weighted", 1).experiment().stages().keySet())
        .containsExactly("ae", "neighbors", "byol", "evaluation");
  }

  @Test
  void gridCombinesEveryChoiceAndMergesThoseThatAskForTheSame() {
    Study study = study("\"grid\": {\"way\": " + WAYS + ", \"metric\": " + METRICS + "}");
    assertThat(names(study)).containsExactly("baseline", "weighted, euclidean", "weighted, cosine");
  }

  @Test
  void listedVariationsStandBesideTheGrid() {
    Study study =
        study(
            """
            "variations": [{"name": "short", "set": {"byol.training.epochs": 1}}]\
            """,
            "\"grid\": {\"metric\": " + METRICS + "}",
            "\"baseline\": \"cosine\"");
    assertThat(names(study)).containsExactly("short", "euclidean", "cosine");
  }

  @Test
  void studyWrittenAndReadAsksForTheSame() {
    Study study = study("\"variations\": " + WAYS, "\"baseline\": \"baseline\"");
    Study again = Json.read(Json.pretty(study), Study.class, "again");
    assertThat(again.trials()).isEqualTo(study.trials());
  }

  @Test
  void unknownNamesAreNamedWithThoseThatWouldDo() {
    refused(
        "there is no field 'seed' here; known: baseline, grid, ",
        "\"variations\": " + WAYS,
        "\"seed\": 1");
    refused(
        "sets 'byl.way', which begins with no stage of the study; a path is STAGE.FIELD, and stages"
            + " are ae, neighbors, byol, evaluation",
        "\"variations\": [{\"name\": \"x\", \"set\": {\"byl.way\": \"baseline\"}}]");
    refused(
        "sets 'byol.wy', but a byol stage has no field 'wy'; fields: way, data, neighbors",
        "\"variations\": [{\"name\": \"x\", \"set\": {\"byol.wy\": \"baseline\"}}]");
    refused(
        "sets 'ae.training.epoch', but a latent stage has no field 'training.epoch'; fields:"
            + " method, data, ",
        "\"variations\": [{\"name\": \"x\", \"set\": {\"ae.training.epoch\": 3}}]");
    refused(
        "\"seeded\" names 'by', which is no stage; stages: ae, neighbors, byol, evaluation",
        "\"variations\": " + WAYS,
        "\"seeded\": [\"by\"]");
    refused(
        "'byol' cannot be measured; it names the evaluate stage whose results are compared:"
            + " evaluation",
        "\"variations\": " + WAYS,
        "\"measure\": \"byol\"");
    refused(
        "the baseline 'base' is none of the variations: 'baseline'; 'weighted'",
        "\"variations\": " + WAYS,
        "\"baseline\": \"base\"");
  }

  @Test
  void unknownFieldOfTheTemplateIsNamed() {
    String text =
        """
        {"name": "s", "variations": [{"name": "x"}],
         "stages": {"ae": {"stage": "latent", "data": "cats", "training": {"epoch": 2}}}}\
        """;
    assertThatThrownBy(() -> Json.read(text, Study.class, "s.json"))
        .hasMessageContaining("stage 'ae' has 'training.epoch', but a latent stage has no field");
    assertThatThrownBy(() -> Json.read(text.replace("latent", "lat"), Study.class, "s.json"))
        .hasMessageContaining(
            "stage 'ae' is of no known kind; \"stage\" must be one of latent, neighbors, byol");
  }

  @Test
  void impossibleVariationIsNamed() {
    refused(
        "variation 'x', stage 'byol': byol baseline takes no neighbors",
        "\"variations\": [{\"name\": \"x\", \"set\": {\"byol.way\": \"baseline\"}}]");
    refused(
        "variation 'x' sets 'byol.training.seed', which the study's own seeds decide",
        "\"variations\": [{\"name\": \"x\", \"set\": {\"byol.training.seed\": 3}}]");
    refused(
        "variation 'x', stage 'byol' starts from the weights of stage 'ae'; in a study weights must"
            + " be a file or a run",
        "\"variations\": [{\"name\": \"x\", \"set\": {\"byol.training.weights\": \"ae\"}}]");
    refused(
        "two different variations are called 'x'",
        """
        "variations": [{"name": "x", "set": {"byol.posWeight": 0.1}},
                       {"name": "x", "set": {"byol.posWeight": 0.2}}]\
        """);
    refused("needs \"variations\", or a \"grid\"", "\"seeds\": [1]");
    refused("seeds are [1, 1]", "\"variations\": " + WAYS, "\"seeds\": [1, 1]");
  }

  @Test
  void fileIsNamedInWhatIsWrongWithIt(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ways.json");
    assertThatThrownBy(() -> Study.read(file)).hasMessage("there is no study file " + file);
    Files.writeString(
        file,
        "{\"name\": \"s\", " + STAGES + ", \"variations\": " + WAYS + ", \"baseline\": \"x\"}");
    assertThatThrownBy(() -> Study.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith(file + ": the baseline 'x'");
  }

  private static void refused(String message, String... fields) {
    assertThatThrownBy(() -> study(fields).trials())
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(message);
  }
}
