package kindred.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kindred.experiment.BadInput;

/**
 * A run's worker: this same program in a process of its own, so that a native crash or an
 * out-of-memory kill ends one run and nothing else.
 */
public final class WorkerProcess {
  private static final long LISTEN_MILLIS = 20;

  private final Process process;
  private final RunFolder run;

  private WorkerProcess(Process process, RunFolder run) {
    this.process = process;
    this.run = run;
  }

  /** Starts {@code kindred work RUN}. What it writes to standard error goes to the run's folder. */
  public static WorkerProcess start(Workspace workspace, RunFolder run) {
    ProcessBuilder builder =
        EngineProcess.of(
            List.of("work", run.id(), "--workspace", workspace.path().toString()),
            ComputeSettings.of(workspace));
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(run.path().resolve("worker-errors.txt").toFile()));
    try {
      return new WorkerProcess(builder.start(), run);
    } catch (IOException e) {
      throw new UncheckedIOException("the worker of " + run.id() + " does not start", e);
    }
  }

  /**
   * Hands on the worker's events on this thread until it ends.
   *
   * @return the run's state afterwards
   */
  public RunState follow(Consumer<Event> events) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line, events);
      }
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return run.state();
  }

  /**
   * Hands on the worker's events on this thread until it ends, or until this process no longer
   * cares: the worker then goes on by itself.
   *
   * @param leave asked often; true lets the worker go on unheard
   * @return whether it ended
   */
  boolean follow(Consumer<Event> events, BooleanSupplier leave) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (process.isAlive() || lines.ready()) {
        if (leave.getAsBoolean()) {
          return false;
        }
        if (lines.ready()) {
          hear(lines.readLine(), events);
        } else {
          process.waitFor(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line, events);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void hear(String line, Consumer<Event> events) {
    try {
      events.accept(Event.of(line));
    } catch (BadInput notAnEvent) {
      run.log("worker said: " + line);
    }
  }

  /** Waits for the end without listening. */
  public void await() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the operating system says of a worker that ended: 0, or above 128 after a signal. */
  public int exitCode() {
    return process.exitValue();
  }
}
