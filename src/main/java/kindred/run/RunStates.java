package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import kindred.run.RunState.Status;

/** The changes a run's state goes through. */
final class RunStates {
  private RunStates() {}

  /** This process takes the run. */
  static RunState taken(RunState state) {
    ProcessHandle self = ProcessHandle.current();
    return new RunState(
        Status.RUNNING,
        state.created(),
        now(),
        self.pid(),
        RunState.startedAt(self),
        state.epoch(),
        state.step(),
        state.seconds(),
        null,
        false,
        null);
  }

  static RunState progressed(RunState state, int epoch, long step, double seconds) {
    return new RunState(
        state.status(),
        state.created(),
        now(),
        state.pid(),
        state.workerStarted(),
        epoch,
        step,
        seconds,
        null,
        false,
        null);
  }

  static RunState ended(
      RunState state, Status status, double seconds, String message, JsonNode result) {
    return new RunState(
        status,
        state.created(),
        now(),
        null,
        null,
        state.epoch(),
        state.step(),
        seconds,
        message,
        false,
        result);
  }

  /** Failed for something that the user can put right. */
  static RunState refused(RunState state, double seconds, String message) {
    return new RunState(
        Status.FAILED,
        state.created(),
        now(),
        null,
        null,
        state.epoch(),
        state.step(),
        seconds,
        message,
        true,
        null);
  }

  /** Waits for a worker again. */
  static RunState requeued(RunState state) {
    return ended(state, Status.QUEUED, state.seconds(), null, null);
  }

  private static String now() {
    return Instant.now().toString();
  }
}
