package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import kindred.experiment.BadInput;
import kindred.experiment.Study;
import kindred.run.JobQueue.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudiesTest {
  private static final String TWO =
      """
      "variations": [{"name": "three"}, {"name": "five", "set": {"evaluation.k": 5}}]\
      """;

  @TempDir Path folder;
  private Workspace workspace;
  private Studies studies;
  private Study study;

  @BeforeEach
  void open() {
    workspace = TinyWorkspace.open(folder);
    studies = new Studies(workspace);
    study = TinyWorkspace.parsed(TinyWorkspace.study("tried", TWO));
  }

  @Test
  void launchedStudyIsKeptAndItsRunsWait() {
    assertThat(studies.launch(study)).isEqualTo(3);
    assertThat(studies.names()).containsExactly("tried");
    assertThat(studies.read("tried").trials()).isEqualTo(study.trials());
    assertThat(new JobQueue(workspace).jobs())
        .allMatch(job -> job.owner().equals("studies/tried"))
        .hasSize(3);
    assertThat(studies.folder("tried").path().resolve("results.json")).exists();
  }

  @Test
  void stoppedStudyLeavesTheQueueToOthers() {
    studies.launch(study);
    new JobQueue(workspace).add(new Job("other-9", "cpu", "window", 0));
    assertThat(studies.stop("tried")).isEqualTo(3);
    assertThat(new JobQueue(workspace).jobs()).extracting(Job::run).containsExactly("other-9");

    assertThat(studies.launch(study)).as("goes on with the same runs").isEqualTo(3);
    assertThat(workspace.all()).hasSize(3);
  }

  @Test
  void resultsAreRecordedAsFarAsTheRunsAre() throws Exception {
    studies.launch(study);
    RunFolder evaluation = workspace.run("evaluate-2");
    evaluation.write(
        RunStates.ended(
            evaluation.state(),
            RunState.Status.DONE,
            1,
            null,
            kindred.experiment.Json.object().put("knn", 0.75)));
    StudyResults results = studies.record(new StudyPlan(study, workspace));
    assertThat(results.done()).isEqualTo(1);
    assertThat(Files.readString(studies.folder("tried").path().resolve("results.csv")))
        .contains("\"three\",knn,1,0.75");
  }

  @Test
  void chainOfARunIsAStudyToVary() {
    workspace.create(TinyWorkspace.autoEncoder(2));
    workspace.create(WrittenRuns.stage("{\"stage\":\"neighbors\",\"source\":\"ae-1\",\"k\":5}"));
    workspace.create(
        WrittenRuns.stage(
            "{\"stage\":\"byol\",\"way\":\"weighted\",\"data\":\"tiny\","
                + "\"neighbors\":\"neighbors-euclidean-2\"}"));
    StudyBase base = StudyBase.chain(workspace, workspace.run("byol-weighted-3"));
    assertThat(base.stages().keySet()).containsExactly("space", "neighbors", "byol", "evaluation");
    assertThat(base.stages().get("neighbors").path("source").asText()).isEqualTo("space");
    assertThat(base.stages().get("byol").path("neighbors").asText()).isEqualTo("neighbors");
    assertThat(base.stages().get("evaluation").path("source").asText()).isEqualTo("byol");
  }

  @Test
  void basesAreReadFromFilesOfBothKinds() throws Exception {
    assertThat(StudyBase.sample().evaluations()).hasSize(4);
    StudyBase carried = StudyBase.carried("authors-cifar10");
    assertThat(carried.grid().keySet()).containsExactly("way", "latent space", "metric");
    assertThat(carried.baseline()).isEqualTo("baseline");

    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"stages\": {}}");
    assertThatThrownBy(() -> StudyBase.file(broken))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("broken.json")
        .hasMessageContaining("at least one stage");
  }
}
