package kindred.cli;

import java.util.Locale;
import kindred.run.Event;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.WorkerProcess;
import kindred.run.Workspace;

/** Starts a run's worker and shows what it says until it ends. */
final class Follower {
  private final Workspace workspace;
  private final Terminal terminal;

  Follower(Workspace workspace, Terminal terminal) {
    this.workspace = workspace;
    this.terminal = terminal;
  }

  /**
   * Works on a queued run. Ctrl-C asks the worker to stop, waits until it has saved, and says how
   * to go on.
   */
  RunState follow(RunFolder run) {
    WorkerProcess worker = WorkerProcess.start(workspace, run);
    Thread onInterrupt = new Thread(() -> stop(run, worker), "stop");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    RunState state = worker.follow(event -> show(run, event));
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException alreadyShuttingDown) {
      // Ctrl-C: the hook says what there is to say, then the process ends with 130.
      worker.await();
    }
    return state;
  }

  private void stop(RunFolder run, WorkerProcess worker) {
    run.requestStop();
    worker.await();
    terminal.note(
        run.state().actualStatus() == RunState.Status.DONE
            ? run.id() + " was done already"
            : "stopped and saved; go on with: kindred resume " + run.id());
  }

  private void show(RunFolder run, Event event) {
    switch (event.event()) {
      case "note" -> terminal.note(run.id() + ": " + event.doing());
      case "progress" ->
          terminal.progress(
              run.id() + "  " + event.doing(),
              event.done(),
              event.total(),
              details(event),
              event.secondsLeft());
      default -> terminal.note(run.id() + ": " + event.status());
    }
  }

  private static String details(Event event) {
    String loss =
        event.loss() == null ? "" : String.format(Locale.ROOT, "  loss %.4f", event.loss());
    return event.imagesPerSecond() == null
        ? loss
        : loss + String.format(Locale.ROOT, "  %,.0f images/s", event.imagesPerSecond());
  }
}
