package kindred.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/** A process of {@code kindred serve RUN} and the pipes to it. For one thread, but for the end. */
final class LiveConnection {
  /** Else its idle threads would spin beside a training's and slow both down many times. */
  private static final Map<String, String> PATIENCE =
      Map.of("OMP_WAIT_POLICY", "passive", "GOMP_SPINCOUNT", "0");

  private static final int SIGNALED = 128;
  private static final int KILLED = 9;
  private static final long END_SECONDS = 5;

  private final RunFolder run;
  private final Process process;
  private final Path complaints;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private LiveConnection(RunFolder run, Process process, Path complaints) {
    this.run = run;
    this.process = process;
    this.complaints = complaints;
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts the process; the first thing it says is for {@link #hear}. */
  static LiveConnection open(Workspace workspace, RunFolder run) throws IOException {
    ProcessBuilder builder =
        EngineProcess.of(
            List.of("serve", run.id(), "--workspace", workspace.path().toString()),
            ComputeSettings.of(workspace));
    builder.environment().putAll(PATIENCE);
    Path complaints = Files.createTempFile("kindred-live", ".txt");
    complaints.toFile().deleteOnExit();
    return new LiveConnection(run, builder.redirectError(complaints.toFile()).start(), complaints);
  }

  /**
   * Asks and waits for the answer.
   *
   * @throws IOException if the process has ended
   */
  LiveAnswer ask(LiveRequest<?> request) throws IOException {
    questions.write(Json.line(request));
    questions.newLine();
    questions.flush();
    return hear();
  }

  /**
   * Waits for what it says next.
   *
   * @throws IOException if it has ended
   */
  LiveAnswer hear() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the process has ended");
    }
    try {
      return Json.read(line, LiveAnswer.class, "the live process of " + run.id());
    } catch (BadInput e) {
      throw new IOException("the process says what nobody asked", e); // as a dying JVM does
    }
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Tells when it ends, for whatever reason, on a thread of its own. */
  void onEnd(Consumer<LiveConnection> listener) {
    CompletableFuture<Void> unused = process.onExit().thenAccept(ended -> listener.accept(this));
  }

  /** Why it ended, in words; waits for the end. */
  String lastWords() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String why = process.isAlive() ? "does not answer" : ended(process.exitValue());
    return "The process that computes with " + run.id() + " " + why + ".";
  }

  private String ended(int code) {
    if (code == SIGNALED + KILLED) {
      return "was killed (signal 9), as systems do when memory runs out";
    }
    return code > SIGNALED
        ? "ended by signal " + (code - SIGNALED)
        : "ended with code " + code + complaint();
  }

  /** The last line it wrote to standard error that is no line of a stack trace. */
  private String complaint() {
    try {
      return Files.readAllLines(complaints).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("\t"))
          .reduce((before, line) -> line)
          .map(line -> ": " + line.strip())
          .orElse("");
    } catch (IOException e) {
      return " (what it complained of cannot be read: " + e.getMessage() + ")";
    }
  }

  /** Lets the process end; it has nothing to save. */
  void close() {
    process.destroy();
    CompletableFuture<Void> unused = process.onExit().thenRun(() -> complaints.toFile().delete());
  }
}
