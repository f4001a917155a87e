package kindred.gui.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kindred.data.Datasets;
import kindred.experiment.BadInput;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.experiment.TrainingPlan;
import kindred.experiment.TrainingStage;
import kindred.gui.core.RunRow.Snapshot;
import kindred.run.Event;
import kindred.run.JobQueue;
import kindred.run.RunFolder;
import kindred.run.RunNames;
import kindred.run.RunState;
import kindred.run.RunState.Status;
import kindred.run.Standing;
import kindred.run.Workspace;

/**
 * All runs and data sets of the workspace as the window sees them. A thread of its own looks at the
 * folders, whoever writes to them; only changes reach the lists, which belong to the application
 * thread. Runs that are done are read once.
 */
public final class Board implements AutoCloseable {
  private static final long PERIOD_MILLIS = 400;

  private final Workspace workspace;
  private final JobQueue queue;
  private final Consumer<Throwable> failures;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "board");
            thread.setDaemon(true);
            return thread;
          });

  private final ObservableList<RunRow> runs =
      FXCollections.observableArrayList(
          row -> new javafx.beans.Observable[] {row.snapshotProperty()});
  private final ObservableList<Datasets.Entry> datasets = FXCollections.observableArrayList();
  private final Map<String, RunRow> byId = new HashMap<>();

  // Kept, as such a list listens to the other by a weak reference only.
  private final ObservableList<RunRow> seenRuns = FXCollections.unmodifiableObservableList(runs);
  private final ObservableList<Datasets.Entry> foundDatasets =
      FXCollections.unmodifiableObservableList(datasets);

  // Of the looking thread alone.
  private final Map<String, Seen> seen = new HashMap<>();
  private List<Datasets.Entry> seenDatasets = List.of();
  private String lastFailure;

  private Future<?> periodically;

  private record Seen(
      RunFolder folder,
      Instant created,
      Optional<Stage> stage,
      String name,
      FileTime changed,
      Snapshot snapshot) {}

  /**
   * @param failures told on the application thread when the workspace cannot be read
   */
  public Board(Workspace workspace, Consumer<Throwable> failures) {
    this.workspace = workspace;
    this.queue = new JobQueue(workspace);
    this.failures = failures;
  }

  /** Begins to look, and goes on until closed. */
  public void start() {
    periodically =
        looking.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Looks at once; from any thread. What it finds is on the lists soon after. */
  public void refresh() {
    looking.execute(this::look);
  }

  private void look() {
    try {
      lookAtRuns();
      lookAtDatasets();
      lastFailure = null;
    } catch (RuntimeException | IOException e) {
      if (!String.valueOf(e.getMessage()).equals(lastFailure)) {
        lastFailure = String.valueOf(e.getMessage());
        Platform.runLater(() -> failures.accept(e));
      }
    }
  }

  private void lookAtRuns() throws IOException {
    List<String> waiting = queue.jobs().stream().map(JobQueue.Job::run).toList();
    List<Seen> changed = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (RunFolder folder : workspace.all()) {
      there.add(folder.id());
      Seen before = seen.get(folder.id());
      Seen now = lookAt(folder, before, waiting.indexOf(folder.id()));
      if (now != null && (before == null || !now.snapshot().equals(before.snapshot()))) {
        changed.add(now);
      }
      if (now != null) {
        seen.put(folder.id(), now);
      }
    }
    Set<String> gone = new HashSet<>(seen.keySet());
    gone.removeAll(there);
    seen.keySet().removeAll(gone);
    if (!changed.isEmpty() || !gone.isEmpty()) {
      Platform.runLater(() -> apply(changed, gone));
    }
  }

  /** Null if the run is not readable at this moment. */
  private static Seen lookAt(RunFolder folder, Seen before, int position) throws IOException {
    Path file = folder.path().resolve("state.json");
    FileTime changed;
    try {
      changed = Files.getLastModifiedTime(file);
    } catch (NoSuchFileException notYet) {
      return null;
    }
    boolean same = before != null && before.changed().equals(changed);
    if (same && before.snapshot().state().status() == Status.DONE) {
      return before;
    }
    try {
      RunState state = same ? before.snapshot().state() : folder.state();
      Snapshot snapshot = new Snapshot(state, Standing.of(folder, state), position);
      if (before != null) {
        return new Seen(folder, before.created(), before.stage(), before.name(), changed, snapshot);
      }
      Optional<Stage> stage = folder.readableStage();
      String name = stage.map(asked -> RunNames.of(folder.id(), asked)).orElse(folder.id());
      return new Seen(folder, created(state, changed), stage, name, changed, snapshot);
    } catch (BadInput damaged) {
      return null;
    }
  }

  /** Here, as reading the dates of thousands of runs would keep the application thread. */
  private static Instant created(RunState state, FileTime changed) {
    try {
      return state.created() == null ? changed.toInstant() : Instant.parse(state.created());
    } catch (DateTimeParseException notOurs) {
      return changed.toInstant();
    }
  }

  private void apply(List<Seen> changed, Set<String> gone) {
    List<RunRow> fresh = new ArrayList<>();
    for (Seen run : changed) {
      RunRow row = byId.get(run.folder().id());
      if (row == null) {
        row = new RunRow(run.folder(), run.created(), run.stage(), run.name(), run.snapshot());
        byId.put(row.id(), row);
        fresh.add(row);
      } else {
        row.update(run.snapshot());
      }
    }
    runs.addAll(fresh);
    if (!gone.isEmpty()) {
      runs.removeIf(row -> gone.contains(row.id()));
      byId.keySet().removeAll(gone);
    }
  }

  private void lookAtDatasets() {
    List<Datasets.Entry> found = new Datasets(workspace.datasets()).list();
    if (!found.equals(seenDatasets)) {
      seenDatasets = found;
      Platform.runLater(() -> datasets.setAll(found));
    }
  }

  /** All runs, oldest first; also told when a run's snapshot changes. */
  public ObservableList<RunRow> runs() {
    return seenRuns;
  }

  /** All data sets by name. */
  public ObservableList<Datasets.Entry> datasets() {
    return foundDatasets;
  }

  /** The run with exactly this id. */
  public Optional<RunRow> run(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * How the run was trained whose vectors a run is made of; nothing if it is none of a training.
   */
  public Optional<TrainingPlan> training(String run) {
    Optional<Stage> stage = run(run).flatMap(RunRow::stage);
    if (stage.isPresent() && stage.get() instanceof NeighborStage neighbors) {
      return training(neighbors.input());
    }
    return stage
        .filter(TrainingStage.class::isInstance)
        .map(made -> ((TrainingStage) made).training());
  }

  /** Shows what a run's worker said. */
  public void said(String run, Event event) {
    run(run).ifPresent(row -> row.said(event));
  }

  @Override
  public void close() {
    if (periodically != null) {
      periodically.cancel(true);
    }
    looking.shutdownNow();
  }
}
