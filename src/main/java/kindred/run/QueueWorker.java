package kindred.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kindred.experiment.Stage;
import kindred.run.JobQueue.Job;
import kindred.run.RunState.Status;

/**
 * Works through some of the queue's jobs, in the queue's order, each run in a worker process of its
 * own. A device has one slot in a workspace: while another process works on it, this one waits.
 * {@link #work} belongs to one thread; {@link #stop} may come from any.
 */
public final class QueueWorker {
  /** A failed run is tried once more, since a worker may die of what has passed by then. */
  private static final int ATTEMPTS = 2;

  private static final long PAUSE_MILLIS = 200;

  private final Workspace workspace;
  private final JobQueue queue;
  private final Watcher watcher;
  private volatile boolean stopping;
  private volatile RunFolder running;

  /** Is told what happens, on the thread that works. */
  public interface Watcher {
    /** A run's worker is about to start. */
    void begins(RunFolder run);

    /** What a run's worker says. */
    void said(RunFolder run, Event event);

    /** A run's worker ended, for whatever reason. */
    void ended(RunFolder run, RunState state);

    /** Somebody else has to end before this can go on; a sentence. */
    void waits(String why);
  }

  public QueueWorker(Workspace workspace, JobQueue queue, Watcher watcher) {
    this.workspace = workspace;
    this.queue = queue;
    this.watcher = watcher;
  }

  /**
   * Works until none of these runs is in the queue any more, or until a stop.
   *
   * @param runs ids
   * @return false after a stop, whether by {@link #stop} or of the run under way
   */
  public boolean work(Set<String> runs) {
    while (!stopping) {
      Optional<Job> next = next(runs);
      if (next.isEmpty()) {
        return true;
      }
      if (!inSlot(next.get())) {
        return false;
      }
    }
    return false;
  }

  /** The first whose input does not wait in the queue itself. */
  private Optional<Job> next(Set<String> runs) {
    List<Job> jobs = queue.jobs();
    List<Job> wanted = jobs.stream().filter(job -> runs.contains(job.run())).toList();
    return wanted.stream()
        .filter(job -> jobs.stream().noneMatch(other -> buildsOn(job, other.run())))
        .findFirst()
        .or(() -> wanted.stream().findFirst());
  }

  private boolean buildsOn(Job job, String input) {
    return workspace.find(job.run()).filter(run -> run.buildsOn(input)).isPresent();
  }

  /** Ends the work soon: the run under way stops after its next step, saved, and none follows. */
  public void stop() {
    stopping = true;
    RunFolder now = running;
    if (now != null) {
      now.requestStop();
    }
  }

  private boolean inSlot(Job job) {
    try (Claim slot = slot(job.device())) {
      // Whoever had the slot before may have done this very job.
      return slot != null && (queue.job(job.run()).isEmpty() || carryOut(job));
    }
  }

  /** The device's slot; null after a stop. */
  private Claim slot(String device) {
    Optional<Claim> slot = Optional.empty();
    boolean said = false;
    while (slot.isEmpty() && !stopping) {
      slot = Claim.tryOn(workspace.slot(device));
      if (slot.isEmpty()) {
        if (!said) {
          watcher.waits("another process works on " + device + " in this workspace; waiting");
          said = true;
        }
        Pause.millis(PAUSE_MILLIS);
      }
    }
    return slot.orElse(null);
  }

  /** Returns false if the run was stopped. */
  private boolean carryOut(Job job) {
    Optional<RunFolder> run = workspace.find(job.run());
    if (run.isEmpty() || !inputIsDone(run.get().stage())) {
      giveUp(job.run());
      return true;
    }
    RunState end = worked(job, run.get());
    Status status = end.actualStatus();
    if (status == Status.DONE) {
      queue.remove(job.run());
    } else if (!stopping && status != Status.STOPPED && status != Status.RUNNING) {
      failed(job, end);
    }
    return status != Status.STOPPED && !stopping;
  }

  private boolean inputIsDone(Stage stage) {
    String input = stage.input();
    return input == null
        || Workspace.isFileName(input)
        || workspace.find(input).filter(QueueWorker::isDone).isPresent();
  }

  private static boolean isDone(RunFolder run) {
    return run.state().actualStatus() == Status.DONE;
  }

  private RunState worked(Job job, RunFolder run) {
    for (Job other : queue.jobs()) {
      if (other.device().equals(job.device())) {
        workspace.find(other.run()).ifPresent(this::awaitOtherWorker);
      }
    }
    awaitOtherWorker(run);
    Status status = run.state().actualStatus();
    if (stopping || status == Status.DONE) {
      return run.state();
    }
    if (status != Status.QUEUED) {
      workspace.requeue(run);
    }
    watcher.begins(run);
    running = run;
    WorkerProcess worker = WorkerProcess.start(workspace, run);
    if (stopping) {
      run.requestStop(); // a stop between the last look and now found no run to ask
    }
    RunState end = worker.follow(event -> watcher.said(run, event));
    running = null;
    watcher.ended(run, end);
    return end;
  }

  /** A worker outlives the process that started it, if that one was killed or let it go. */
  private void awaitOtherWorker(RunFolder run) {
    boolean said = false;
    while (run.state().actualStatus() == Status.RUNNING && !stopping) {
      if (!said) {
        watcher.waits(run.id() + " is being worked on already; waiting for its worker");
        said = true;
      }
      Pause.millis(PAUSE_MILLIS);
    }
  }

  private void failed(Job job, RunState end) {
    if (end.badInput() || job.attempts() + 1 >= ATTEMPTS) {
      giveUp(job.run());
    } else {
      queue.failed(job.run());
    }
  }

  /**
   * Takes a run out of the queue, and before it those that build on it. Of those that never began
   * nothing is left.
   */
  private void giveUp(String run) {
    for (Job job : queue.jobs()) {
      if (workspace
          .find(job.run())
          .filter(other -> run.equals(other.stage().input()))
          .isPresent()) {
        giveUp(job.run());
      }
    }
    queue.remove(run);
    workspace.find(run).ifPresent(workspace::discard);
  }
}
