package kindred.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kindred.experiment.BadInput;

/** A command of this program in a process of its own, which somebody waits for and may cancel. */
final class CancelableProcess {
  private static final long LISTEN_MILLIS = 20;

  private CancelableProcess() {}

  /**
   * Runs a command to its end, with the engine that the workspace has chosen.
   *
   * @param command the program's command line
   * @param what is done, for messages, such as "the map"
   * @param lines told what the process prints, on this thread
   * @param cancelled asked often; the process is then ended and waited for
   * @throws BadInput if it fails, with what the process said
   * @throws CancellationException if it was cancelled, or this thread interrupted
   */
  static void run(
      Workspace workspace,
      List<String> command,
      String what,
      Consumer<String> lines,
      BooleanSupplier cancelled) {
    ProcessBuilder builder = EngineProcess.of(command, ComputeSettings.of(workspace));
    try {
      Path said = Files.createTempFile("kindred-process", ".txt");
      try {
        Process process = builder.redirectError(said.toFile()).start();
        follow(process, what, lines, cancelled);
        if (process.exitValue() != 0) {
          String words = Files.readString(said, StandardCharsets.UTF_8).strip();
          throw new BadInput(what + " failed: " + (words.isEmpty() ? unexplained(process) : words));
        }
      } finally {
        Files.delete(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  private static String unexplained(Process process) {
    return "its process ended with code " + process.exitValue() + " and gave no reason";
  }

  private static void follow(
      Process process, String what, Consumer<String> lines, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    try (BufferedReader printed =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (process.isAlive() || printed.ready()) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException(what + " was cancelled");
        }
        if (printed.ready()) {
          lines.accept(printed.readLine());
        } else {
          process.waitFor(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
