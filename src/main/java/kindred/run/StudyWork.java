package kindred.run;

import java.util.Set;

/**
 * Carries out a study: its runs go through the queue, and its folder holds what they came to, as of
 * the run that ended last.
 */
public final class StudyWork {
  private final Workspace workspace;
  private final StudyPlan plan;
  private final StudyFolder folder;
  private final JobQueue queue;
  private final QueueWorker worker;

  /** Prepares; nothing is written yet. */
  public StudyWork(Workspace workspace, StudyPlan plan, QueueWorker.Watcher watcher) {
    this.workspace = workspace;
    this.plan = plan;
    this.folder = new StudyFolder(workspace, plan.study().name());
    this.queue = new JobQueue(workspace);
    this.worker = new QueueWorker(workspace, queue, new Recorder(watcher));
  }

  public StudyFolder folder() {
    return folder;
  }

  /** What it came to so far. */
  public StudyResults results() {
    return StudyResults.of(plan, workspace);
  }

  /**
   * Works until every run is done or given up, or until a stop.
   *
   * @return false after a stop
   * @throws kindred.experiment.BadInput if another process works on the study
   */
  public boolean work() {
    try (Claim claim = folder.claim()) {
      folder.write(plan.study());
      Set<String> runs = plan.enqueue(queue);
      record();
      boolean finished = worker.work(runs);
      record();
      return finished;
    }
  }

  /** Ends the work soon; may come from any thread. See {@link QueueWorker#stop}. */
  public void stop() {
    worker.stop();
  }

  private void record() {
    folder.write(results());
  }

  /** Renews the results before anybody hears that a run ended. */
  private final class Recorder implements QueueWorker.Watcher {
    private final QueueWorker.Watcher watcher;

    Recorder(QueueWorker.Watcher watcher) {
      this.watcher = watcher;
    }

    @Override
    public void begins(RunFolder run) {
      watcher.begins(run);
    }

    @Override
    public void said(RunFolder run, Event event) {
      watcher.said(run, event);
    }

    @Override
    public void ended(RunFolder run, RunState state) {
      record();
      watcher.ended(run, state);
    }

    @Override
    public void waits(String why) {
      watcher.waits(why);
    }
  }
}
