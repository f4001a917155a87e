package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Stage;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue at work, with real worker processes that are paused, stopped and killed. */
class ExecutorTest {
  private static final int LONG = 80;
  private static final int STEPS = 4;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  @TempDir Path folder;
  private Workspace workspace;
  private JobQueue queue;
  private Jobs jobs;
  private Executor executor;
  private final ExecutorWitness witness = new ExecutorWitness();

  @BeforeEach
  void open() {
    workspace = TinyWorkspace.open(folder);
    queue = new JobQueue(workspace);
    jobs = new Jobs(workspace);
  }

  @AfterEach
  void close() throws InterruptedException {
    executor.close();
    assertThat(executor.awaitClosed(5000)).isTrue();
    for (RunFolder run : workspace.all()) {
      if (run.state().actualStatus() == Status.RUNNING) {
        kill(run);
      }
    }
  }

  private void start() {
    executor = new Executor(workspace, witness);
    executor.start();
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean() && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }

  private static void awaitStatus(RunFolder run, Status status) throws InterruptedException {
    await(run.id() + " " + status, () -> run.state().actualStatus() == status);
  }

  private void awaitProgress(RunFolder run) throws InterruptedException {
    await(run.id() + " under way", () -> witness.steps(run.id()) > 0);
  }

  private static void kill(RunFolder run) {
    ProcessHandle worker = ProcessHandle.of(run.state().pid()).orElseThrow();
    worker.destroyForcibly();
    worker.onExit().join();
  }

  private static byte[] weights(RunFolder run) throws IOException {
    return Files.readAllBytes(run.artifact("encoder.safetensors"));
  }

  @Test
  void queueGoesOnPastALostRunWhichKeepsItsFolderAndCanBeResumed() throws Exception {
    RunFolder lost = jobs.launch(TinyWorkspace.autoEncoder(LONG));
    RunFolder builder = jobs.launch(evaluationOf(lost));
    RunFolder next = jobs.launch(TinyWorkspace.autoEncoder(1));
    start();
    awaitProgress(lost);
    kill(lost);
    awaitStatus(next, Status.DONE);

    assertThat(Standing.of(lost)).isEqualTo(Standing.LOST);
    assertThat(lost.log()).anyMatch(line -> line.contains("the worker ended without a word"));
    await("one that waits", () -> jobs.order().equals(List.of(builder.id())));
    assertThat(Obstacles.of(builder.stage(), id -> workspace.find(id).map(Standing::of)))
        .contains("waits for ae-1, which was lost");

    jobs.resume(lost);
    awaitStatus(builder, Status.DONE);
    assertThat(lost.state().step()).isEqualTo(STEPS * (long) LONG);
    await("an empty queue", () -> queue.jobs().isEmpty());
    assertThat(witness.ended())
        .containsExactly(
            "ae-1 interrupted", next.id() + " done", "ae-1 done", builder.id() + " done");
  }

  @Test
  void pausedRunFreesTheDeviceAndGoesOnExactly() throws Exception {
    RunFolder reference = jobs.launch(TinyWorkspace.autoEncoder(LONG));
    start();
    awaitStatus(reference, Status.DONE);

    RunFolder paused = jobs.launch(TinyWorkspace.autoEncoder(LONG));
    RunFolder next = jobs.launch(TinyWorkspace.autoEncoder(1));
    awaitProgress(paused);
    jobs.pause(paused, false);
    await("a worker that holds", () -> last(paused).endsWith("paused"));
    assertThat(Standing.of(paused)).isEqualTo(Standing.PAUSED);
    long held = witness.steps(paused.id());
    Thread.sleep(500);
    assertThat(witness.steps(paused.id())).isEqualTo(held);
    jobs.resume(paused);
    await("steps again", () -> witness.steps(paused.id()) > held);

    jobs.pause(paused, true);
    awaitStatus(next, Status.DONE);
    assertThat(Standing.of(paused)).isEqualTo(Standing.PAUSED);
    assertThat(paused.state().pid()).isNull();
    await("one that rests", () -> jobs.order().equals(List.of(paused.id())));

    jobs.resume(paused);
    awaitStatus(paused, Status.DONE);
    assertThat(weights(paused)).isEqualTo(weights(reference));
  }

  private static String last(RunFolder run) {
    return run.log().get(run.log().size() - 1);
  }

  @Test
  void workerOutlivesTheWindowAndIsFollowedByTheNext() throws Exception {
    RunFolder run = jobs.launch(TinyWorkspace.autoEncoder(LONG));
    RunFolder next = jobs.launch(TinyWorkspace.autoEncoder(1));
    start();
    awaitProgress(run);
    executor.close();
    assertThat(executor.awaitClosed(2000)).isTrue();
    long pid = run.state().pid();
    await("word of progress", () -> run.progress().isPresent());

    start();
    Executor second = new Executor(workspace, new ExecutorWitness());
    second.start(); // another window on the same workspace
    awaitStatus(next, Status.DONE);
    second.close();
    assertThat(run.state().status()).isEqualTo(Status.DONE);
    assertThat(run.log().stream().filter(line -> line.contains("begins")))
        .singleElement()
        .asString()
        .contains(Long.toString(pid));
    assertThat(next.log().stream().filter(line -> line.contains("begins"))).hasSize(1);
    assertThat(run.progress()).isEmpty();
  }

  @Test
  void whatWaitsCanBeReorderedPausedAndTakenOut() throws Exception {
    RunFolder first = jobs.launch(TinyWorkspace.autoEncoder(1));
    RunFolder paused = jobs.launch(TinyWorkspace.autoEncoder(1));
    RunFolder out = jobs.launch(TinyWorkspace.autoEncoder(1));
    RunFolder last = jobs.launch(TinyWorkspace.autoEncoder(1));
    jobs.move(last, 0);
    jobs.pause(paused, true);
    jobs.stop(out);
    assertThat(jobs.order()).containsExactly(last.id(), first.id(), paused.id());
    assertThat(Standing.of(out)).isEqualTo(Standing.STOPPED);
    start();
    awaitStatus(first, Status.DONE);
    await("one left", () -> jobs.order().equals(List.of(paused.id())));
    assertThat(witness.ended()).containsExactly(last.id() + " done", first.id() + " done");
    assertThat(Standing.of(paused)).isEqualTo(Standing.PAUSED);

    jobs.resume(out);
    awaitStatus(out, Status.DONE);
  }

  private static Stage evaluationOf(RunFolder run) {
    return new EvaluateStage(run.id(), null, null, 3, null, 2, null);
  }
}
