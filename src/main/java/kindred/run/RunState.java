package kindred.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * What {@code state.json} says: where a run stands.
 *
 * @param status what it is doing; see {@link #status()} for a worker that died
 * @param created ISO-8601 instant
 * @param updated ISO-8601 instant of this record
 * @param pid of the worker that has it, or null
 * @param workerStarted epoch milliseconds, so that a later process with the same pid is told apart
 * @param epoch complete epochs, of a training
 * @param step complete batches, of a training
 * @param seconds worked so far, over all its workers
 * @param message why it failed or stopped, for a user
 * @param badInput whether it failed for something the user can put right
 * @param result what the stage measured, when it is done
 */
public record RunState(
    Status status,
    String created,
    String updated,
    Long pid,
    Long workerStarted,
    int epoch,
    long step,
    double seconds,
    String message,
    boolean badInput,
    JsonNode result) {
  /** What a run is doing. */
  public enum Status {
    QUEUED,
    RUNNING,
    /** At a user's wish; can be resumed. */
    STOPPED,
    /** Its worker died; can be resumed. Never written, only found. */
    INTERRUPTED,
    FAILED,
    DONE;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static RunState queued(String now) {
    return new RunState(Status.QUEUED, now, now, null, null, 0, 0, 0, null, false, null);
  }

  /** The written status, unless that is running and the worker is no longer alive. */
  @JsonIgnore
  public Status actualStatus() {
    return status == Status.RUNNING && !workerLives() ? Status.INTERRUPTED : status;
  }

  private boolean workerLives() {
    return pid != null
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .map(handle -> workerStarted == null || startedAt(handle) == workerStarted)
            .orElse(false);
  }

  static long startedAt(ProcessHandle handle) {
    return handle.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }
}
