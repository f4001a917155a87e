package kindred.gui.executor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.run.RunFolder;
import kindred.run.RunState.Status;

/**
 * What happens to runs at work when the window closes or turns to another workspace: they go on by
 * themselves, rest, or stop, as the user says now or said for good.
 */
public final class Closing {
  private static final String KEY = "closing";
  private static final String KEEP = "Keep running";
  private static final String ALWAYS_KEEP = "Always keep running";
  private static final String PAUSE = "Pause";
  private static final String STOP = "Stop";
  private static final String CANCEL_ACTIVITY = "Leave and cancel it";

  /** What a user wants without being asked each time. */
  public enum Choice {
    ASK,
    KEEP,
    PAUSE,
    STOP
  }

  private final Session session;
  private final Execution execution;

  public Closing(Session session, Execution execution) {
    this.session = session;
    this.execution = execution;
  }

  /** What is remembered. */
  public static Choice choice(Session session) {
    return session.remembered().choice(KEY, Choice.ASK);
  }

  /** Remembers what to do from now on. */
  public static void choose(Session session, Choice choice) {
    session.remembered().put(KEY, choice.name());
  }

  /**
   * Asks what there is to ask, and sees to it that it happens.
   *
   * @param agreed called on the application thread when the window may close; maybe at once, maybe
   *     a moment later, or never if the user turns away
   */
  public void ask(Runnable agreed) {
    if (!activitiesMayEnd()) {
      return;
    }
    List<RunRow> active = session.board().runs().stream().filter(Closing::hasWorker).toList();
    if (active.isEmpty()) {
      agreed.run();
      return;
    }
    switch (decide(active).orElse(Choice.ASK)) {
      case ASK -> {
        // The user turned away: the window stays.
      }
      case KEEP -> agreed.run();
      case PAUSE -> wish(active, run -> session.jobs().pause(run, true), agreed);
      case STOP -> wish(active, run -> session.jobs().stop(run), agreed);
    }
  }

  private static boolean hasWorker(RunRow row) {
    return row.now().state().actualStatus() == Status.RUNNING;
  }

  private boolean activitiesMayEnd() {
    if (session.background().running().isEmpty()) {
      return true;
    }
    String title = session.background().running().get(0).title();
    return session
        .choosers()
        .ask(
            title + " is not finished",
            "Leaving this workspace cancels it. What it has made so far is cleared away.",
            CANCEL_ACTIVITY)
        .isPresent();
  }

  private Optional<Choice> decide(List<RunRow> active) {
    Choice remembered = choice(session);
    if (remembered != Choice.ASK) {
      return Optional.of(remembered);
    }
    String who =
        active.size() == 1
            ? active.get(0).name() + " is at work"
            : Words.count(active.size(), "run is", "runs are") + " at work";
    String text =
        "It can keep running without the window, and is found again when this workspace is next"
            + " opened. Paused or stopped, it is saved and goes on later exactly where it was. What"
            + " waits in the queue waits until then. The Compute page can change what is done"
            + " without asking.";
    return session
        .choosers()
        .ask(who, text, KEEP, PAUSE, STOP, ALWAYS_KEEP)
        .map(
            answer ->
                switch (answer) {
                  case PAUSE -> Choice.PAUSE;
                  case STOP -> Choice.STOP;
                  case ALWAYS_KEEP -> always();
                  default -> Choice.KEEP;
                });
  }

  private Choice always() {
    choose(session, Choice.KEEP);
    return Choice.KEEP;
  }

  /** Something that is asked of a run's files. */
  private interface Wish {
    void ask(RunFolder run);
  }

  /** The queue is let go first, so that no other run begins in the place of the one that ends. */
  private void wish(List<RunRow> runs, Wish wish, Runnable agreed) {
    execution.close();
    Callable<Void> asking =
        () -> {
          runs.forEach(run -> wish.ask(run.folder()));
          return null;
        };
    session.background().run(asking, nothing -> agreed.run());
  }
}
