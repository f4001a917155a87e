package kindred.run;

import java.util.Locale;
import kindred.run.RunState.Status;

/** Where a run stands as a person sees it: its status, and what was asked of its worker. */
public enum Standing {
  QUEUED,
  RUNNING,
  /** Waits at a step boundary until it is resumed. */
  PAUSED,
  /** Was asked to stop and has not yet. */
  STOPPING,
  DONE,
  FAILED,
  /** At a user's wish; can be resumed. */
  STOPPED,
  /** Its worker died; can be resumed. */
  LOST;

  /**
   * Looks at a run's folder.
   *
   * @param state what its {@code state.json} says
   */
  public static Standing of(RunFolder run, RunState state) {
    Status status = state.actualStatus();
    return switch (status) {
      case QUEUED -> QUEUED;
      case RUNNING -> run.stopRequested() ? STOPPING : RUNNING;
      case STOPPED -> STOPPED;
      case INTERRUPTED -> LOST;
      case FAILED -> FAILED;
      case DONE -> DONE;
    };
  }

  /** Whether {@link Jobs#resume} can take it up again. */
  public boolean resumable() {
    return this == STOPPED || this == LOST || this == FAILED || this == PAUSED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
