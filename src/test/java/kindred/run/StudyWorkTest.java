package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import kindred.experiment.BadInput;
import kindred.experiment.Study;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carries out a study with real worker processes. */
class StudyWorkTest {
  private static final String STUDY =
      TinyWorkspace.study(
          "tried",
          """
          "variations": [{"name": "too few", "set": {"ae.training.limit": 1}},
                         {"name": "three"},
                         {"name": "five", "set": {"evaluation.k": 5}}]\
          """,
          "\"baseline\": \"three\"");

  @TempDir Path folder;
  private Workspace workspace;
  private final QueueWitness witness = new QueueWitness();

  @BeforeEach
  void open() {
    workspace = TinyWorkspace.open(folder);
  }

  private StudyWork work() {
    Study study = TinyWorkspace.parsed(STUDY);
    return new StudyWork(workspace, new StudyPlan(study, workspace), witness);
  }

  @Test
  void studyIsCarriedOutOnceAsFarAsItCanBe() {
    StudyWork work = work();
    assertThat(work.work()).isTrue();
    assertThat(witness.ended)
        .as("a refused run is not tried again, and nothing is built on it")
        .containsExactly("ae-1 failed", "ae-3 done", "evaluate-4 done", "evaluate-5 done");
    TrialResult refused = work.results().trials().get(0);
    assertThat(refused.status()).isEqualTo(Status.FAILED);
    assertThat(refused.message()).contains("leaves 1 image to train on");
    assertThat(new JobQueue(workspace).jobs()).isEmpty();
    assertThat(workspace.all()).extracting(RunFolder::id).doesNotContain("evaluate-2");
    Path results = folder.resolve("studies").resolve("tried");
    assertThat(results.resolve("study.json")).exists();
    assertThat(results.resolve("results.csv"))
        .content()
        .contains("\"five\",probe,1,", "\"five\",onlineKnnBest,1,", "\"five\",onlineKnnLast,1,");
    assertThat(results.resolve("results.md")).content().contains("3 of 5 runs done, 1 failed");

    witness.begun.clear();
    StudyWork again = work();
    again.work();
    assertThat(witness.begun).as("only what failed is tried again").containsExactly("ae-1");
    assertThat(again.results()).isEqualTo(work.results());
  }

  @Test
  void studyThatSomebodyWorksOnIsNotBegunTwice() {
    StudyWork work = work();
    try (Claim claim = work.folder().claim()) {
      assertThat(claim).isNotNull();
      assertThatThrownBy(work::work)
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("study tried is being worked on by another process");
      assertThat(workspace.all()).isEmpty();
    }
  }
}
