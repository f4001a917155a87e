package kindred.run;

import java.util.ArrayList;
import java.util.List;

/** Remembers what a queue's worker told, and does something when it does. */
final class QueueWitness implements QueueWorker.Watcher {
  /** Steps of a run after which it is certain that it is under way. */
  private static final int STEPS = 8;

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
    if (event.event().equals("progress") && event.done() >= STEPS) {
      onProgress.run();
    }
  }

  @Override
  public void ended(RunFolder run, RunState state) {
    ended.add(run.id() + " " + state.actualStatus());
  }

  @Override
  public void waits(String why) {
    waited.add(why);
    onWait.run();
  }
}
