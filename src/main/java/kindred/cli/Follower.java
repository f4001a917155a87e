package kindred.cli;

import kindred.run.Event;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.WorkerProcess;
import kindred.run.Workspace;

/** Starts a run's worker and shows what it says until it ends. */
final class Follower {
  private final Workspace workspace;
  private final Terminal terminal;
  private final String rest;

  /**
   * @param rest said after how to go on with a run that was stopped; may be empty
   */
  Follower(Workspace workspace, Terminal terminal, String rest) {
    this.workspace = workspace;
    this.terminal = terminal;
    this.rest = rest;
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
      // Ctrl-C: the hook says what there is to say, once, then the process ends with 130.
      Interruption.awaitEnd();
    }
    return state;
  }

  private void show(RunFolder run, Event event) {
    EventLines.show(terminal, run, event);
    if (event.saysPaused()) {
      terminal.note("it goes on with: " + workspace.command("resume", run.id()));
    }
  }

  private void stop(RunFolder run, WorkerProcess worker) {
    run.requestStop();
    worker.await();
    terminal.note(
        run.state().actualStatus() == RunState.Status.DONE
            ? run.id() + " was done already"
            : howToGoOn(workspace, run) + rest);
  }

  /** What is said of a run that was stopped. */
  static String howToGoOn(Workspace workspace, RunFolder run) {
    return "stopped and saved; go on with: " + workspace.command("resume", run.id());
  }
}
