package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.experiment.ByolStage;
import kindred.experiment.ByolWay;
import kindred.experiment.Json;
import kindred.experiment.Positives;
import kindred.experiment.Positives.From;
import kindred.experiment.Stage;
import kindred.experiment.TrainingPlan;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.VerdictFile;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByolPositivesTest {
  private static final int IMAGES = 16;

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void pack() throws IOException {
    // a workspace that is there already gets no sample images
    Files.createDirectories(folder.resolve("workspace/datasets"));
    workspace = Workspace.open(folder.resolve("workspace"));
    PackedImages.varied(workspace.datasets().resolve("varied"), IMAGES, 1, 8, 8);
    PackedImages.write(
        workspace.datasets().resolve("unlabeled"), IMAGES, 1, 8, 8, 0, (n, c, y, x) -> n * x);
  }

  private static TrainingPlan plan(int epochs) {
    return Json.read(
        "{\"epochs\":" + epochs + ",\"batch\":8,\"threads\":2,\"precision\":\"fp32\"}",
        TrainingPlan.class,
        "test");
  }

  private static Positives from(From from, Integer k, String veto) {
    return new Positives(
        from, k, null, null, null, veto, null, null, null, null, null, null, null, null);
  }

  private RunState work(RunFolder run) {
    return Worker.work(workspace, run, event -> {}, () -> false);
  }

  private RunFolder run(ByolWay way, String data, String neighbors, Positives positives) {
    return workspace.create(new ByolStage(way, data, neighbors, null, null, positives, plan(1)));
  }

  private static List<ObjectNode> epochs(RunFolder run) throws IOException {
    return Files.readAllLines(run.metrics()).stream()
        .map(line -> Json.read(line, ObjectNode.class, "metrics"))
        .filter(line -> line.path("kind").asText().equals("epoch"))
        .toList();
  }

  private List<Double> everyEpoch(RunFolder run, String measure) throws IOException {
    assertThat(work(run).status()).as(run.state().message()).isEqualTo(Status.DONE);
    return epochs(run).stream().map(line -> line.path(measure)).map(JsonNode::asDouble).toList();
  }

  /** Of 16 images with classes in turns 4 have a neighbor of the same class, 8 one of the other. */
  private String neighbors() {
    int[] neighbors = new int[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      neighbors[i] = i < 4 ? i + 2 : i < 12 ? i + 1 : -1;
    }
    Path file = folder.resolve("neighbors.npz");
    Npz.write(file, Map.of("indices", NamedArray.ints(neighbors, IMAGES, 1)));
    return file.toString();
  }

  @Test
  void coverageAndPurityOfThePositivesInUseAreMeasuredEachEpoch() throws IOException {
    RunFolder run = run(ByolWay.PROBABILISTIC, "varied", neighbors(), Positives.defaults());

    assertThat(everyEpoch(run, "coverage")).containsExactly(0.75);
    assertThat(epochs(run).get(0).path("purity").asDouble()).isCloseTo(4.0 / 12, within(1e-5));
    assertThat(run.log()).anyMatch(line -> line.contains("4 of 16 training images"));
  }

  @Test
  void oraclePositivesArePure() throws IOException {
    RunFolder run = run(ByolWay.WEIGHTED, "varied", null, from(From.ORACLE, 3, null));

    assertThat(everyEpoch(run, "purity")).containsExactly(1.0);
    assertThat(epochs(run)).allMatch(line -> line.path("coverage").asDouble() == 1);
  }

  @Test
  void withoutLabelsThereIsCoverageAndNoPurity() throws IOException {
    RunFolder run = run(ByolWay.WEIGHTED, "unlabeled", null, from(From.RANDOM, 1, null));

    assertThat(everyEpoch(run, "coverage")).containsExactly(1.0);
    assertThat(epochs(run)).noneMatch(line -> line.has("purity"));
  }

  @Test
  void oraclePositivesNeedLabels() {
    RunFolder run = run(ByolWay.WEIGHTED, "unlabeled", null, from(From.ORACLE, 1, null));

    RunState end = work(run);

    assertThat(end.status()).isEqualTo(Status.FAILED);
    assertThat(end.badInput()).isTrue();
    assertThat(end.message()).contains("unlabeled").contains("no labels").contains("--labels");
  }

  @Test
  void aRunKeepsTheVetoesItBeganWith() throws IOException {
    Path file = folder.resolve("vetoes.jsonl");
    Files.writeString(file, "{\"a\":6,\"b\":5}\n");
    Positives vetoed = from(null, 1, file.toString());
    RunFolder run = run(ByolWay.PROBABILISTIC, "varied", neighbors(), vetoed);

    assertThat(everyEpoch(run, "coverage")).containsExactly(11.0 / 16);
    assertThat(run.artifact("vetoes.jsonl")).hasSameTextualContentAs(file);
  }

  @Test
  void aFaultyVetoIsNamedWithFileAndLine() throws IOException {
    Path file = folder.resolve("vetoes.jsonl");
    Files.writeString(file, "{\"a\":6,\"b\":5}\n{\"a\":6,\"b\":16}\n");
    RunFolder run =
        run(ByolWay.PROBABILISTIC, "varied", neighbors(), from(null, 1, file.toString()));

    assertThat(work(run).message()).contains("vetoes.jsonl line 2").contains("no image 16");
  }

  private static Positives heeding(String file) {
    return new Positives(
        null, 1, null, null, null, null, true, file, null, null, null, null, null, null);
  }

  private static void say(ImageSet images, Verdict verdict, int a, int b) {
    VerdictFile file = VerdictFile.of(images);
    file.append(file.read().say("ann", "neighbors-1", verdict, a, b, null));
  }

  @Test
  void verdictsVetoPairsAndMakeOthersCertain() throws IOException {
    ImageSet images = workspace.images("varied");
    say(images, Verdict.DIFFERENT, 6, 5);
    say(images, Verdict.SAME, 15, 14);
    say(images, Verdict.UNSURE, 7, 8);
    RunFolder run = run(ByolWay.PROBABILISTIC, "varied", neighbors(), heeding(null));

    // 5 loses its neighbor, 14 and 15 had none
    assertThat(everyEpoch(run, "coverage")).containsExactly(13.0 / 16);
    assertThat(run.artifact("verdicts.jsonl"))
        .hasSameTextualContentAs(VerdictFile.of(images).path());
    JsonNode noted =
        Json.read(run.provenance().orElseThrow(), ObjectNode.class, "test").path("verdicts");
    assertThat(noted.path("same").asInt()).isEqualTo(1);
    assertThat(noted.path("different").asInt()).isEqualTo(1);
    assertThat(noted.path("sha256").asText()).hasSize(64);
    assertThat(run.log()).anyMatch(line -> line.contains("1 are vetoed and 1 are certain"));
  }

  @Test
  void aRunIsRepeatedFromTheCopyOfItsVerdicts() throws IOException {
    ImageSet images = workspace.images("varied");
    say(images, Verdict.DIFFERENT, 6, 5);
    RunFolder first = run(ByolWay.PROBABILISTIC, "varied", neighbors(), heeding(null));
    work(first);
    say(images, Verdict.DIFFERENT, 4, 5);
    Stage asked = first.stage();

    assertThat(new KnownRuns(workspace).find(asked)).as("other verdicts by now").isEmpty();
    RunFolder again =
        run(
            ByolWay.PROBABILISTIC,
            "varied",
            neighbors(),
            heeding(first.artifact("verdicts.jsonl").toString()));
    assertThat(everyEpoch(again, "coverage")).containsExactly(11.0 / 16);
    assertThat(new KnownRuns(workspace).find(again.stage())).isPresent();
  }

  @Test
  void verdictsThatNobodyGaveAreMissed() {
    RunFolder run = run(ByolWay.PROBABILISTIC, "varied", neighbors(), heeding(null));

    RunState end = work(run);

    assertThat(end.badInput()).isTrue();
    assertThat(end.message()).contains("varied has no verdicts yet", "--verdicts");
  }
}
