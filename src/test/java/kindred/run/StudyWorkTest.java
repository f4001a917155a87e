package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kindred.experiment.BadInput;
import kindred.experiment.Study;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carries out studies with real worker processes. */
class StudyWorkTest {
  @TempDir Path folder;
  private Workspace workspace;
  private final Witness witness = new Witness();

  @BeforeEach
  void open() {
    workspace = TinyWorkspace.open(folder);
  }

  private StudyWork work(String study) {
    Study parsed = TinyWorkspace.parsed(study);
    return new StudyWork(workspace, new StudyPlan(parsed, workspace), witness);
  }

  private static String longStudy(int epochs) {
    return TinyWorkspace.study(
        "long",
        "\"variations\": [{\"name\": \"long\", \"set\": {\"ae.training.epochs\": "
            + epochs
            + "}}]");
  }

  @Test
  void finishedStudyLeavesItsResultsAndIsNotRepeated() throws Exception {
    String study =
        TinyWorkspace.study(
            "ks",
            """
            "variations": [{"name": "three"}, {"name": "five", "set": {"evaluation.k": 5}}],
            "baseline": "three\"""");
    assertThat(work(study).work()).isTrue();
    assertThat(witness.begun).containsExactly("ae-1", "evaluate-2", "evaluate-3");
    assertThat(new JobQueue(workspace).jobs()).isEmpty();
    Path results = folder.resolve("studies").resolve("ks");
    assertThat(results).isDirectoryContaining("glob:**/study.json");
    assertThat(results.resolve("results.csv")).content().contains("\"five\",probe,1,");
    assertThat(results.resolve("results.md")).content().contains("3 of 3 runs done");
    String first = Files.readString(results.resolve("results.json"));

    witness.begun.clear();
    assertThat(work(study).work()).isTrue();
    assertThat(witness.begun).isEmpty();
    assertThat(results.resolve("results.json")).content().isEqualTo(first);
  }

  @Test
  void stoppedStudyGoesOnWithTheRunThatWasStopped() {
    StudyWork work = work(longStudy(40));
    witness.onProgress = work::stop;
    assertThat(work.work()).isFalse();
    RunFolder run = workspace.run("ae-1");
    assertThat(run.state().status()).isEqualTo(Status.STOPPED);
    long steps = run.state().step();
    assertThat(steps).isBetween(1L, 40 * 4L - 1);

    witness.onProgress = () -> {};
    assertThat(work(longStudy(40)).work()).isTrue();
    assertThat(run.state().step()).isEqualTo(40 * 4);
    assertThat(run.log()).anyMatch(line -> line.endsWith("step " + steps));
    assertThat(workspace.all()).hasSize(2);
  }

  @Test
  void killedWorkerIsReplacedOnceAndGoesOn() {
    StudyWork work = work(longStudy(40));
    witness.onProgress =
        () -> {
          witness.onProgress = () -> {};
          kill(workspace.run("ae-1").state().pid());
        };
    assertThat(work.work()).isTrue();
    assertThat(witness.begun).containsExactly("ae-1", "ae-1", "evaluate-2");
    assertThat(witness.ended).containsExactly("ae-1 interrupted", "ae-1 done", "evaluate-2 done");
    assertThat(workspace.run("ae-1").state().status()).isEqualTo(Status.DONE);
  }

  @Test
  void refusedRunIsReportedAndTheRestGoesOn() {
    String study =
        TinyWorkspace.study(
            "limits",
            """
            "variations": [{"name": "too few", "set": {"ae.training.limit": 1}},
                           {"name": "enough"}]""");
    StudyWork work = work(study);
    assertThat(work.work()).isTrue();
    assertThat(witness.begun)
        .as("refused once, since it would be refused again; nothing builds on it")
        .containsExactly("ae-1", "ae-3", "evaluate-4");
    TrialResult refused = work.results().trials().get(0);
    assertThat(refused.status()).isEqualTo(Status.FAILED);
    assertThat(refused.message()).contains("1 images to train on");
    assertThat(work.results().trials().get(1).values()).containsKey(StudyMeasure.KNN);
    assertThat(new JobQueue(workspace).jobs()).isEmpty();
    assertThat(workspace.all()).extracting(RunFolder::id).doesNotContain("evaluate-2");
  }

  @Test
  void studyThatSomebodyWorksOnIsNotBegunTwice() {
    StudyWork work = work(longStudy(1));
    try (Claim claim = work.folder().claim()) {
      assertThat(claim).isNotNull();
      assertThatThrownBy(work::work)
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("study long is being worked on by another process");
      assertThat(workspace.all()).isEmpty();
    }
  }

  @Test
  void workWaitsForTheDevice() {
    StudyWork work = work(longStudy(1));
    Claim slot = Claim.tryOn(workspace.locks().resolve("slot-cpu")).orElseThrow();
    witness.onWait = slot::close;
    assertThat(work.work()).isTrue();
    assertThat(witness.waited)
        .containsExactly("another process works on cpu in this workspace; waiting");
  }

  @Test
  void runHasOneWorkerAtATime() {
    RunFolder run =
        workspace.create(
            new StudyPlan(TinyWorkspace.parsed(longStudy(1)), workspace).runs().get(0).stage());
    try (Claim claim = run.claim()) {
      assertThat(claim).isNotNull();
      assertThatThrownBy(() -> Worker.work(workspace, run, event -> {}, () -> false))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("ae-1 is being worked on already");
      assertThat(run.state().status()).isEqualTo(Status.QUEUED);
    }
  }

  private static void kill(long pid) {
    ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
    worker.destroyForcibly();
    worker.onExit().join();
  }

  /** Remembers what happened, and does something when it does. */
  private static final class Witness implements QueueWorker.Watcher {
    final List<String> begun = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    final List<String> waited = new ArrayList<>();
    Runnable onProgress = () -> {};
    Runnable onWait = () -> {};

    @Override
    public void begins(RunFolder run) {
      begun.add(run.id());
    }

    @Override
    public void said(RunFolder run, Event event) {
      if (event.event().equals("progress") && event.done() >= 8) {
        onProgress.run();
      }
    }

    @Override
    public void ended(RunFolder run, RunState state) {
      ended.add(run.id() + " " + state.actualStatus() + " " + state.message());System.err.println(ended + " " + run.log());
    }

    @Override
    public void waits(String why) {
      waited.add(why);
      onWait.run();
    }
  }
}
