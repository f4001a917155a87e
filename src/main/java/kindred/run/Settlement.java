package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kindred.experiment.BadInput;
import kindred.experiment.Study;
import kindred.run.JobQueue.Job;
import kindred.run.RunState.Status;

/**
 * What becomes of a job by where its run stands. A run is never given up: it leaves the queue and
 * keeps its folder, from which it can be resumed. Only what a study asked for is tried once more by
 * itself, as the study would.
 */
final class Settlement {
  private static final int ATTEMPTS = 2;

  /** Above it an exit code is a signal's number. */
  private static final int SIGNALS = 128;

  private static final int KILL = 9;

  private final Workspace workspace;
  private final JobQueue queue;

  /** What there is to do about a job. */
  enum Pending {
    /** A worker can be started, unless it builds on something that is not done. */
    BEGIN,
    /** A worker has it. */
    AWAIT,
    /** Its run has ended, one way or another, and the job has not been seen to. */
    SETTLE,
    /** A user wants it to rest, or its folder is damaged. */
    REST
  }

  Settlement(Workspace workspace, JobQueue queue) {
    this.workspace = workspace;
    this.queue = queue;
  }

  Pending pending(Job job) {
    try {
      return workspace.find(job.run()).map(Settlement::pending).orElse(Pending.SETTLE);
    } catch (BadInput damaged) {
      return Pending.REST;
    }
  }

  private static Pending pending(RunFolder run) {
    RunState state = run.state();
    return switch (Standing.of(run, state)) {
      case QUEUED -> Pending.BEGIN;
      case RUNNING, STOPPING -> Pending.AWAIT;
      case PAUSED -> state.status() == Status.RUNNING ? Pending.AWAIT : Pending.REST;
      case DONE, FAILED, STOPPED, LOST -> Pending.SETTLE;
    };
  }

  void forget(Job job) {
    queue.remove(job.run());
  }

  /**
   * Sees to a job whose run's worker ended.
   *
   * @param before where the run stood when that worker was started
   * @param exitCode of that worker, or 0 if it is not known
   * @return where the run stands, or nothing if it is another worker's still
   */
  Optional<RunState> settle(Job job, RunFolder run, RunState before, int exitCode) {
    if (!run.exists()) {
      queue.remove(job.run());
      return Optional.empty();
    }
    RunState state = run.state();
    switch (state.actualStatus()) {
      case RUNNING -> {
        return Optional.empty();
      }
      case QUEUED -> {
        return state.equals(before) ? neverBegan(job, run, exitCode) : Optional.empty();
      }
      case DONE -> queue.remove(job.run());
      case STOPPED -> {
        if (!run.freeRequested()) {
          queue.remove(job.run());
        }
      }
      case FAILED -> endedBadly(job, run, !state.badInput());
      case INTERRUPTED -> {
        run.log(died(exitCode));
        endedBadly(job, run, true);
      }
    }
    recordStudy(job);
    return Optional.of(state);
  }

  private void endedBadly(Job job, RunFolder run, boolean mayPass) {
    if (mayPass && ofStudy(job) && job.attempts() + 1 < ATTEMPTS) {
      queue.failed(job.run());
      workspace.requeue(run);
    } else {
      queue.remove(job.run());
    }
  }

  private static boolean ofStudy(Job job) {
    return job.owner().startsWith(StudyPlan.OWNER);
  }

  private static String died(int exitCode) {
    String how =
        exitCode == SIGNALS + KILL
            ? ", killed by the system or by hand; systems do that when memory runs out"
            : exitCode == 0 ? "" : " with exit code " + exitCode;
    return "the worker ended without a word" + how;
  }

  /** The worker ended before it took the run; if no other has it, that is the run's failure. */
  private Optional<RunState> neverBegan(Job job, RunFolder run, int exitCode) {
    if (run.pauseRequested() || exitCode == 0) {
      return Optional.empty();
    }
    Optional<Claim> claim = run.tryClaim();
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    try (Claim held = claim.get()) {
      String message = died(exitCode) + " before it began: " + lastError(run);
      run.write(RunStates.ended(run.state(), Status.FAILED, run.state().seconds(), message, null));
      run.log(message);
    }
    queue.remove(job.run());
    return Optional.of(run.state());
  }

  private static String lastError(RunFolder run) {
    Path errors = run.path().resolve("worker-errors.txt");
    try {
      List<String> lines = Files.exists(errors) ? Files.readAllLines(errors) : List.of();
      return lines.isEmpty() ? "it left no reason" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void recordStudy(Job job) {
    if (!ofStudy(job)) {
      return;
    }
    StudyFolder folder =
        new StudyFolder(workspace, job.owner().substring(StudyPlan.OWNER.length()));
    Path file = folder.path().resolve(StudyFolder.STUDY);
    if (!Files.exists(file)) {
      return;
    }
    try (Claim claim = folder.claim()) {
      folder.write(StudyResults.of(new StudyPlan(Study.read(file), workspace), workspace));
    } catch (BadInput othersDoIt) {
      // Who works on the study renews its results; one that no longer fits has none.
    }
  }
}
