package kindred.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what an executor told. */
final class ExecutorWitness implements Executor.Watcher {
  private final Map<String, Long> steps = new ConcurrentHashMap<>();
  private final List<String> ended = new CopyOnWriteArrayList<>();

  /** The last step that a run's worker told of; 0 before the first. */
  long steps(String run) {
    return steps.getOrDefault(run, 0L);
  }

  /** Ids and states, in order. */
  List<String> ended() {
    return ended;
  }

  @Override
  public void begins(RunFolder run) {}

  @Override
  public void said(RunFolder run, Event event) {
    if (event.event().equals("progress") && event.loss() != null) {
      steps.put(run.id(), event.done());
    }
  }

  @Override
  public void ended(RunFolder run, RunState state) {
    ended.add(run.id() + " " + state.actualStatus());
  }

  @Override
  public void elsewhere(String device, boolean busy) {}

  @Override
  public void failed(RuntimeException reason) {
    throw new AssertionError(reason);
  }
}
