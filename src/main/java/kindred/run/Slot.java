package kindred.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kindred.run.JobQueue.Job;
import kindred.run.RunState.Status;

/** A device while it is occupied by one job. Used by one thread, but for {@link #leave}. */
final class Slot {
  private static final long LOOK_MILLIS = 200;

  private final Workspace workspace;
  private final Settlement settlement;
  private final Executor.Watcher watcher;
  private final CountDownLatch left = new CountDownLatch(1);

  Slot(Workspace workspace, Settlement settlement, Executor.Watcher watcher) {
    this.workspace = workspace;
    this.settlement = settlement;
    this.watcher = watcher;
  }

  /** Works on the run, or waits for the worker that has it; then sees to what comes of it. */
  void carryOut(Job job) {
    RunFolder run = workspace.find(job.run()).orElse(null);
    if (run == null) {
      settlement.forget(job);
      return;
    }
    RunState before = run.state();
    Status status = before.actualStatus();
    int exitCode = 0;
    if (status == Status.RUNNING) {
      watcher.begins(run);
      if (!awaitOther(run)) {
        return;
      }
    } else if (status == Status.QUEUED) {
      watcher.begins(run);
      WorkerProcess worker = WorkerProcess.start(workspace, run);
      if (!worker.follow(event -> watcher.said(run, event), this::isLeft)) {
        return;
      }
      exitCode = worker.exitCode();
    }
    settlement.settle(job, run, before, exitCode).ifPresent(state -> watcher.ended(run, state));
  }

  /** Returns false if the slot was left before the run's worker ended. */
  private boolean awaitOther(RunFolder run) {
    while (run.exists() && run.state().actualStatus() == Status.RUNNING) {
      if (rest(LOOK_MILLIS)) {
        return false;
      }
    }
    return !isLeft();
  }

  /** Waits; returns whether the slot was left. */
  boolean rest(long millis) {
    try {
      return left.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean isLeft() {
    return left.getCount() == 0;
  }

  /** Ends the occupation soon; the worker goes on. */
  void leave() {
    left.countDown();
  }
}
