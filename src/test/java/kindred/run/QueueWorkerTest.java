package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import kindred.experiment.BadInput;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Json;
import kindred.run.JobQueue.Job;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works on queued runs with real worker processes. */
class QueueWorkerTest {
  private static final int EPOCHS = 60;
  private static final int STEPS = 4 * EPOCHS;

  @TempDir Path folder;
  private Workspace workspace;
  private JobQueue queue;
  private RunFolder run;
  private final QueueWitness witness = new QueueWitness();

  @BeforeEach
  void queueOneRun() {
    workspace = TinyWorkspace.open(folder);
    queue = new JobQueue(workspace);
    run = workspace.create(TinyWorkspace.autoEncoder(EPOCHS));
    queue.add(new Job(run.id(), "cpu", "test", 0));
  }

  private QueueWorker worker() {
    return new QueueWorker(workspace, queue, witness);
  }

  private boolean work() {
    return worker().work(Set.of(run.id()));
  }

  private void end(RunFolder ended, Status status) {
    ended.write(RunStates.ended(ended.state(), status, 1, null, Json.object()));
  }

  @Test
  void stoppedRunStaysInTheQueueAndGoesOnWhereItWas() {
    QueueWorker worker = worker();
    witness.onProgress = worker::stop;
    assertThat(worker.work(Set.of(run.id()))).isFalse();
    assertThat(run.state().status()).isEqualTo(Status.STOPPED);
    assertThat(queue.job(run.id())).isPresent();
    long steps = run.state().step();
    assertThat(steps).isBetween(1L, STEPS - 1L);

    witness.onProgress = () -> {};
    assertThat(work()).isTrue();
    assertThat(run.state().step()).isEqualTo(STEPS);
    assertThat(run.log()).anyMatch(line -> line.endsWith("step " + steps));
    assertThat(queue.jobs()).isEmpty();
  }

  @Test
  void killedWorkerIsReplacedByOneThatGoesOn() {
    witness.onProgress =
        () -> {
          witness.onProgress = () -> {};
          kill(run.state().pid());
        };
    assertThat(work()).isTrue();
    assertThat(witness.ended).containsExactly("ae-1 interrupted", "ae-1 done");
    assertThat(run.state().step()).isEqualTo(STEPS);
  }

  @Test
  void workWaitsForTheDevice() {
    end(run, Status.DONE);
    Claim slot = Claim.tryOn(workspace.locks().resolve("slot-cpu")).orElseThrow();
    witness.onWait = slot::close;
    assertThat(work()).isTrue();
    assertThat(witness.waited)
        .containsExactly("another process works on cpu in this workspace; waiting");
    assertThat(queue.jobs()).isEmpty();
  }

  @Test
  void waitingForTheDeviceCanBeStopped() {
    try (Claim slot = Claim.tryOn(workspace.locks().resolve("slot-cpu")).orElseThrow()) {
      assertThat(slot).isNotNull();
      QueueWorker worker = worker();
      witness.onWait = worker::stop;
      assertThat(worker.work(Set.of(run.id()))).isFalse();
    }
    assertThat(witness.begun).isEmpty();
    assertThat(queue.job(run.id())).isPresent();
  }

  @Test
  void runOfAnotherWorkerIsWaitedForAndNotBegun() {
    run.write(RunStates.taken(run.state())); // this process stands for that worker
    witness.onWait = () -> end(run, Status.DONE);
    assertThat(work()).isTrue();
    assertThat(witness.waited)
        .containsExactly("ae-1 is being worked on already; waiting for its worker");
    assertThat(witness.begun).isEmpty();
  }

  @Test
  void nothingIsBegunWhoseInputFailed() {
    end(run, Status.FAILED);
    RunFolder evaluation =
        workspace.create(new EvaluateStage(run.id(), null, null, 3, null, 2, null));
    queue.remove(run.id());
    queue.add(new Job(evaluation.id(), "cpu", "test", 0));
    assertThat(worker().work(Set.of(evaluation.id()))).isTrue();
    assertThat(witness.begun).isEmpty();
    assertThat(queue.jobs()).isEmpty();
    assertThat(workspace.all()).extracting(RunFolder::id).containsExactly("ae-1");
  }

  @Test
  void runHasOneWorkerAtATime() {
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
}
