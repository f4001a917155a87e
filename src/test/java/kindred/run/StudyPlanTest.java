package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Study;
import kindred.run.JobQueue.Job;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyPlanTest {
  /** Two ways to measure one auto-encoder, which they share. */
  private static final String TWO_MEASUREMENTS =
      """
      "variations": [{"name": "three", "set": {"evaluation.k": 3}},
                     {"name": "five", "set": {"evaluation.k": 5}}],
      "seeds": [1, 2]\
      """;

  @TempDir Path folder;
  private Workspace workspace;
  private JobQueue queue;
  private Study study;

  @BeforeEach
  void open() {
    workspace = TinyWorkspace.open(folder);
    queue = new JobQueue(workspace);
    study = TinyWorkspace.parsed(TinyWorkspace.study("s", TWO_MEASUREMENTS));
  }

  private StudyPlan plan() {
    return new StudyPlan(study, workspace);
  }

  private void end(RunFolder run, Status status, double seconds) {
    run.write(RunStates.ended(run.state(), status, seconds, null, Json.object()));
  }

  @Test
  void sharedStageIsPlannedOnceForEachSeed() {
    assertThat(plan().runs())
        .extracting(StudyRun::stageName)
        .containsExactly("ae", "evaluation", "evaluation", "ae", "evaluation", "evaluation");
    assertThat(plan().runs().get(0).trials()).hasSize(2);
  }

  @Test
  void planningChangesNothing() {
    plan();
    assertThat(workspace.all()).isEmpty();
    assertThat(workspace.path().resolve("queue.json")).doesNotExist();
  }

  @Test
  void finishedRunOfTheSameStageIsUsedAgain() {
    RunFolder failed = workspace.create(plan().runs().get(0).stage());
    end(failed, Status.FAILED, 1);
    RunFolder done = workspace.create(plan().runs().get(0).stage());
    end(done, Status.DONE, 1);
    RunFolder evaluation = workspace.create(plan().runs().get(1).stage());
    end(evaluation, Status.DONE, 1);
    assertThat(plan().runs().get(0).run().map(RunFolder::id)).contains(done.id());
    assertThat(plan().runs().get(1).run().map(RunFolder::id)).contains(evaluation.id());
    assertThat(plan().toDo()).hasSize(4);
  }

  @Test
  void runOnImagesThatHaveChangedIsNotUsedAgain() {
    RunFolder done = workspace.create(plan().runs().get(0).stage());
    ObjectNode provenance = Json.object();
    provenance.putObject("data").put("name", "tiny").put("fingerprint", "another");
    done.writeProvenance(provenance);
    end(done, Status.DONE, 1);
    assertThat(plan().runs().get(0).run()).isEmpty();
  }

  @Test
  void timeIsEstimatedByRunsThatDifferInTheSeedAlone() {
    assertThat(plan().remaining()).isEqualTo(new StudyPlan.Remaining(0, 6));
    end(workspace.create(plan().runs().get(0).stage()), Status.DONE, 8);
    assertThat(plan().remaining()).isEqualTo(new StudyPlan.Remaining(8, 4));
    end(workspace.create(plan().runs().get(1).stage()), Status.DONE, 3);
    assertThat(plan().remaining()).isEqualTo(new StudyPlan.Remaining(8 + 3 * 3, 0));
  }

  @Test
  void everythingToDoIsQueuedInOrder() {
    plan().enqueue(queue);
    assertThat(queue.jobs())
        .extracting(Job::run)
        .containsExactly("ae-1", "evaluate-2", "evaluate-3", "ae-4", "evaluate-5", "evaluate-6");
    assertThat(workspace.run("evaluate-6").stage().input()).isEqualTo("ae-4");
    plan().enqueue(queue);
    assertThat(queue.jobs()).hasSize(6);
    assertThat(workspace.all()).hasSize(6);
  }

  @Test
  void changedStudyWithdrawsWhatItNoLongerAsksFor() {
    plan().enqueue(queue);
    end(workspace.run("ae-4"), Status.STOPPED, 1);
    study =
        TinyWorkspace.parsed(TinyWorkspace.study("s", TWO_MEASUREMENTS.replace("[1, 2]", "[1]")));
    plan().enqueue(queue);
    assertThat(queue.jobs())
        .extracting(Job::run)
        .containsExactly("ae-1", "evaluate-2", "evaluate-3");
    assertThat(workspace.all())
        .extracting(RunFolder::id)
        .as("what began is kept")
        .containsExactly("ae-1", "evaluate-2", "evaluate-3", "ae-4");
  }

  @Test
  void missingDataAndRunsAreNamedBeforeAnythingRuns() {
    String text = TinyWorkspace.study("s", TWO_MEASUREMENTS);
    study = TinyWorkspace.parsed(text.replace("\"tiny\"", "\"big\""));
    assertThatThrownBy(this::plan)
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("variation 'three', stage 'ae': there is no data set 'big'");
    study = TinyWorkspace.parsed(text.replace("\"source\": \"ae\"", "\"source\": \"vae\""));
    assertThatThrownBy(this::plan)
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("there is no run 'vae'")
        .hasMessageEndingWith("the study's own stages are ae, evaluation");
  }

  @Test
  void resultsPairSeedsAndTellTheBestEpochFromTheLast() throws Exception {
    study =
        TinyWorkspace.parsed(TinyWorkspace.study("s", TWO_MEASUREMENTS, "\"baseline\": \"three\""));
    plan().enqueue(queue);
    finish("ae-1", null);
    metrics("ae-1", 0.5, 0.75, 0.25);
    finish("ae-4", null);
    finish("evaluate-2", 0.5);
    finish("evaluate-3", 0.75);
    finish("evaluate-5", 0.25);
    StudyResults results = StudyResults.of(plan(), workspace);
    assertThat(results.done()).isEqualTo(5);
    StudyResults.Row three = results.variations().get(0);
    StudyResults.Row five = results.variations().get(1);
    assertThat(three.measures().get(StudyMeasure.KNN).estimate().mean()).isEqualTo(0.375);
    assertThat(three.measures().get(StudyMeasure.KNN).difference()).isNull();
    assertThat(five.measures().get(StudyMeasure.KNN).difference().estimate().n()).isEqualTo(1);
    assertThat(five.measures().get(StudyMeasure.KNN).difference().estimate().mean())
        .isEqualTo(0.25);
    assertThat(results.trials().get(0).bestEpoch()).isEqualTo(2);
    assertThat(results.trials().get(0).values())
        .containsEntry(StudyMeasure.ONLINE_BEST, 0.75)
        .containsEntry(StudyMeasure.ONLINE_LAST, 0.25);
    assertThat(results.trials().get(3).status()).isEqualTo(Status.QUEUED);
  }

  @Test
  void tablesSayThatOnlyTheLastEpochIsKnown() {
    study =
        TinyWorkspace.parsed(TinyWorkspace.study("s", TWO_MEASUREMENTS, "\"baseline\": \"three\""));
    plan().enqueue(queue);
    for (String run : List.of("ae-1", "ae-4")) {
      finish(run, null);
    }
    finish("evaluate-2", 0.5);
    finish("evaluate-3", 0.75);
    finish("evaluate-5", 0.25);
    finish("evaluate-6", 0.375);
    StudyResults results = StudyResults.of(plan(), workspace);
    assertThat(StudyTables.markdown(results))
        .contains("6 of 6 runs done.")
        .contains("| three | 2 | 37.5 | −121.3 to 196.3 | baseline |  |  |")
        .contains("| five | 2 | 56.3 | −182.0 to 294.5 | +18.8 | −60.7 to +98.2 | 0.205 |")
        .contains("Only the last epoch is reported")
        .contains("not corrected");
    String[] knn = line(StudyTables.csv(results), "\"five\",knn,").split(",");
    assertThat(knn).hasSize(12);
    double[] numbers = Arrays.stream(knn, 2, 12).mapToDouble(Double::parseDouble).toArray();
    double[] expected = {
      2, 0.5625, 0.2651650429449553, -1.819913388032755, 2.944913388032755, // of the variation
      2, 0.1875, -0.6066377960109184, 0.9816377960109184, 0.20483276469913345 // to the baseline
    };
    assertThat(numbers).containsExactly(expected, within(1e-9));
    assertThat(line(StudyTables.csv(results), "\"three\",knn,")).endsWith(",,,,,");
  }

  private static String line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void resultsAreReadableWithoutTheProgram() {
    plan().enqueue(queue);
    finish("ae-1", null);
    finish("evaluate-2", 0.5);
    JsonNode json = Json.tree(StudyResults.of(plan(), workspace));
    JsonNode three = json.path("variations").path(0);
    assertThat(three.at("/variation").asText()).isEqualTo("three");
    assertThat(three.at("/measures/knn/estimate/mean").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/trials/0/run").asText()).isEqualTo("evaluate-2");
    assertThat(json.at("/trials/0/encoder").asText()).isEqualTo("ae-1");
    assertThat(json.at("/trials/0/values/probe").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/trials/1/status").asText()).isEqualTo("queued");
  }

  private void finish(String id, Double knn) {
    RunFolder run = workspace.run(id);
    ObjectNode result = Json.object();
    if (knn != null) {
      result.put("knn", knn).put("probe", knn);
    }
    run.write(RunStates.ended(run.state(), Status.DONE, 1, null, result));
  }

  /** With half a line that a killed worker left, and the first epoch twice. */
  private void metrics(String id, double... accuracies) throws Exception {
    RunFolder run = workspace.run(id);
    run.appendMetric(Json.object().put("kind", "epoch").put("epoch", 1).put("knn", 0.99));
    Files.writeString(
        run.metrics(), "{\"kind\":\"epoch\",\"knn\":0.9\n", StandardOpenOption.APPEND);
    for (int i = 0; i < accuracies.length; i++) {
      run.appendMetric(
          Json.object().put("kind", "epoch").put("epoch", i + 1).put("knn", accuracies[i]));
    }
  }
}
