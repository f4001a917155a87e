package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill at the worst moment leaves, put right. */
class JobsAdoptionTest {
  private static final long NO_PROCESS = 2_000_000_000L;

  @TempDir Path folder;
  private Workspace workspace;
  private Jobs jobs;

  @BeforeEach
  void open() {
    workspace = TinyWorkspace.open(folder);
    jobs = new Jobs(workspace);
  }

  private RunFolder made() {
    return workspace.create(TinyWorkspace.autoEncoder(1));
  }

  @Test
  void runMadeButNeverQueuedGetsTheLastPlace() {
    RunFolder orphan = made();
    RunFolder queued = jobs.launch(TinyWorkspace.autoEncoder(1));
    jobs.adopt(Duration.ofMinutes(1));
    assertThat(jobs.order()).as("may be under way just now").containsExactly(queued.id());
    jobs.adopt(Duration.ZERO);
    assertThat(jobs.order()).containsExactly(queued.id(), orphan.id());
  }

  @Test
  void runThatWasBeingTakenOutIsStopped() {
    RunFolder halfway = made();
    halfway.requestStop();
    jobs.adopt(Duration.ZERO);
    assertThat(jobs.order()).isEmpty();
    assertThat(halfway.state().status()).isEqualTo(Status.STOPPED);
    jobs.resume(halfway);
    assertThat(jobs.order()).containsExactly(halfway.id());
    assertThat(halfway.stopRequested()).isFalse();
  }

  @Test
  void pausedAndFinishedAndDamagedRunsAreLeftAlone() throws Exception {
    RunFolder paused = made();
    paused.requestPause(true);
    RunFolder done = made();
    done.write(RunStates.ended(done.state(), Status.DONE, 1, null, null));
    Files.writeString(made().path().resolve("state.json"), "{");
    jobs.adopt(Duration.ZERO);
    assertThat(jobs.order()).isEmpty();
  }

  @Test
  void halfFilesOfTheDeadAreRemovedAndThoseOfTheLivingKept() throws Exception {
    RunFolder run = made();
    Path dead =
        Files.createDirectories(run.checkpoints()).resolve(".step-4." + NO_PROCESS + ".tmp");
    Path living = run.path().resolve(".state.json." + ProcessHandle.current().pid() + ".tmp");
    Path own = run.path().resolve("notes.1.tmp");
    Path half = workspace.datasets().resolve(".importing-" + NO_PROCESS + "-x/pixels.bin");
    Files.createDirectories(half.getParent());
    for (Path file : new Path[] {dead, living, own, half}) {
      Files.writeString(file, "half");
    }
    Leftovers.remove(workspace);
    assertThat(dead).doesNotExist();
    assertThat(half.getParent()).doesNotExist();
    assertThat(living).exists();
    assertThat(own).exists();
    assertThat(run.exists()).isTrue();
  }
}
