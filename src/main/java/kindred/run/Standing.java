package kindred.run;

import java.util.Locale;
import kindred.run.RunState.Status;

/** Where a run stands as a person sees it: its status, and what was asked of its worker. */
public enum Standing {
  QUEUED,
  RUNNING,
  /** Rests until it is resumed: its worker at a step boundary, or none with everything saved. */
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
      case QUEUED -> run.pauseRequested() ? PAUSED : QUEUED;
      case RUNNING -> run.stopRequested() ? STOPPING : run.pauseRequested() ? PAUSED : RUNNING;
      case STOPPED -> run.pauseRequested() ? PAUSED : STOPPED;
      case INTERRUPTED -> LOST;
      case FAILED -> FAILED;
      case DONE -> DONE;
    };
  }

  /** Where it stands now, read from its folder. */
  public static Standing of(RunFolder run) {
    return of(run, run.state());
  }

  /** Whether a worker has it. */
  public boolean active() {
    return this == RUNNING || this == STOPPING;
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
