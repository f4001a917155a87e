package kindred.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Stage;

/**
 * One run's folder, the interface between whoever asked for it, the worker that does it and whoever
 * looks at it. Files are replaced whole; metrics and the log are only appended to.
 */
public final class RunFolder {
  static final String EXPERIMENT = "experiment.json";
  private static final String STATE = "state.json";
  private static final String PAUSE = "pause";
  private static final String HOLD = "hold";
  private static final String FREE = "free";
  private static final String TENSOR_BOARD = "tensorboard";
  private static final String PROGRESS = "progress.json";

  private final Path path;

  RunFolder(Path path) {
    this.path = path;
  }

  public String id() {
    return path.getFileName().toString();
  }

  public Path path() {
    return path;
  }

  /** Whether it is still there. */
  boolean exists() {
    return Files.exists(path.resolve(EXPERIMENT));
  }

  /** What the run was asked to do. */
  public Stage stage() {
    return Json.read(text(EXPERIMENT), Stage.class, id() + "/" + EXPERIMENT);
  }

  /** The same, or nothing if it cannot be read here, as when another version wrote it. */
  public Optional<Stage> readableStage() {
    try {
      return Optional.of(stage());
    } catch (BadInput unreadable) {
      return Optional.empty();
    }
  }

  /** Whether the run was asked to work on what another one leaves. */
  boolean buildsOn(String run) {
    return readableStage()
        .filter(stage -> run.equals(stage.input()) || run.equals(stage.weights()))
        .isPresent();
  }

  public RunState state() {
    return Json.read(text(STATE), RunState.class, id() + "/" + STATE);
  }

  void write(RunState state) {
    AtomicFile.writeString(path.resolve(STATE), Json.pretty(state));
  }

  void write(Stage stage) {
    AtomicFile.writeString(path.resolve(EXPERIMENT), Json.pretty(stage));
  }

  void writeProvenance(ObjectNode provenance) {
    AtomicFile.writeString(path.resolve("provenance.json"), Json.pretty(provenance));
  }

  /** The provenance, or nothing before a worker took the run. */
  public Optional<String> provenance() {
    return Files.exists(path.resolve("provenance.json"))
        ? Optional.of(text("provenance.json"))
        : Optional.empty();
  }

  public Path checkpoints() {
    return path.resolve("checkpoint");
  }

  /** A file of the run's results; its folder exists. */
  public Path artifact(String name) {
    try {
      return Files.createDirectories(path.resolve("artifacts")).resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  void appendMetric(ObjectNode line) {
    append("metrics.jsonl", Json.line(line));
  }

  /** Adds a line to a file of the run's results. */
  void appendArtifact(String name, ObjectNode line) {
    artifact(name);
    append("artifacts/" + name, Json.line(line));
  }

  void log(String sentence) {
    append("log.txt", Instant.now() + " " + sentence);
  }

  private void append(String file, String line) {
    try {
      Files.writeString(
          path.resolve(file),
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(path.resolve(file) + " cannot be written: " + e.getMessage(), e));
    }
  }

  /**
   * Makes the caller the run's only worker.
   *
   * @throws BadInput if there is one already
   */
  Claim claim() {
    return tryClaim()
        .orElseThrow(
            () ->
                new BadInput(
                    "run " + id() + " is being worked on already; wait for that worker's end"));
  }

  /** The same, or nothing if there is a worker already. */
  Optional<Claim> tryClaim() {
    return Claim.tryOn(path.resolve("worker.lock"));
  }

  /** Asks the run's worker to stop after its next step; a run that waits will not begin. */
  public void requestStop() {
    AtomicFile.writeString(path.resolve("stop"), "");
  }

  /** Whether a stop was asked for and not yet obeyed. */
  public boolean stopRequested() {
    return Files.exists(path.resolve("stop"));
  }

  void forgetStop() {
    forget("stop");
  }

  private void forget(String file) {
    try {
      Files.deleteIfExists(path.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks the run's worker to rest after its next step, or one that waits not to begin.
   *
   * @param freeDevice whether its worker saves everything and ends, so that others get the device;
   *     else it stays, and goes on at once when it may
   */
  void requestPause(boolean freeDevice) {
    AtomicFile.writeString(path.resolve(PAUSE), freeDevice ? FREE : HOLD);
  }

  /** Whether a pause was asked for and not yet taken back. */
  public boolean pauseRequested() {
    return Files.exists(path.resolve(PAUSE));
  }

  /** Whether the worker is to wait where it is. */
  boolean holdRequested() {
    return pauseWish().equals(HOLD);
  }

  /** Whether the worker is to save and end, until the run is taken up again. */
  boolean freeRequested() {
    return pauseWish().equals(FREE);
  }

  private String pauseWish() {
    try {
      return pauseRequested() ? Files.readString(path.resolve(PAUSE)) : "";
    } catch (NoSuchFileException takenBackThisMoment) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forgetPause() {
    forget(PAUSE);
  }

  /** Asks the run's workers to write files for TensorBoard too, in its folder. */
  void requestTensorBoard() {
    AtomicFile.writeString(path.resolve(TENSOR_BOARD), "");
  }

  /** Whether somebody asked for that. */
  boolean tensorBoardRequested() {
    return Files.exists(path.resolve(TENSOR_BOARD));
  }

  /**
   * Leaves word of how far the run is, for those who do not hear its worker. Not forced to disk, as
   * nobody needs it after a crash.
   */
  void writeProgress(Event event) {
    Path temporary = path.resolve(".progress.tmp");
    try {
      Files.writeString(temporary, event.line());
      Files.move(temporary, path.resolve(PROGRESS), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How far the run's worker last said it was, or nothing if none is at work. */
  public Optional<Event> progress() {
    try {
      return Optional.of(Event.of(Files.readString(path.resolve(PROGRESS))));
    } catch (IOException | BadInput noneAtThisMoment) {
      return Optional.empty();
    }
  }

  void forgetProgress() {
    forget(PROGRESS);
  }

  /** The last lines of the log. */
  public List<String> log() {
    Path log = path.resolve("log.txt");
    try {
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String file) {
    try {
      return Files.readString(path.resolve(file));
    } catch (IOException e) {
      throw new BadInput(
          "run " + id() + " is damaged: its " + file + " cannot be read; remove it", e);
    }
  }
}
