package kindred.gui.core;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;
import kindred.run.Event;
import kindred.run.RunFolder;
import kindred.run.RunState;
import kindred.run.Standing;

/**
 * One run on the {@link Board}: always the same object, with its latest state in a property. For
 * the application thread.
 */
public final class RunRow {
  private final RunFolder folder;
  private final Instant created;
  private final Optional<Stage> stage;
  private final String name;
  private final ReadOnlyObjectWrapper<Snapshot> snapshot;
  private final ReadOnlyObjectWrapper<Event> event = new ReadOnlyObjectWrapper<>();

  /**
   * How a run stood when it was last looked at.
   *
   * @param queuePosition from 0, or -1 if it is not in the queue
   */
  public record Snapshot(RunState state, Standing standing, int queuePosition) {}

  RunRow(RunFolder folder, Instant created, Optional<Stage> stage, String name, Snapshot snapshot) {
    this.folder = folder;
    this.created = created;
    this.stage = stage;
    this.name = name;
    this.snapshot = new ReadOnlyObjectWrapper<>(snapshot);
  }

  public String id() {
    return folder.id();
  }

  /** Its files; for background threads. */
  public RunFolder folder() {
    return folder;
  }

  /** When it was launched; where its state names no date, when that file was last written. */
  public Instant created() {
    return created;
  }

  /** What it was asked, unless another version wrote that. */
  public Optional<Stage> stage() {
    return stage;
  }

  /** A readable name made of what it was asked. */
  public String name() {
    return name;
  }

  public Snapshot now() {
    return snapshot.get();
  }

  public Standing standing() {
    return now().standing();
  }

  /** Whether a model came of it: a training that is done. */
  public boolean isModel() {
    return standing() == Standing.DONE
        && stage().filter(TrainingStage.class::isInstance).isPresent();
  }

  public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  void update(Snapshot latest) {
    if (!latest.equals(snapshot.get())) {
      snapshot.set(latest);
    }
  }

  /** What its worker last said to this window, or null. */
  public ReadOnlyObjectProperty<Event> eventProperty() {
    return event.getReadOnlyProperty();
  }

  void said(Event latest) {
    event.set(latest);
  }

  @Override
  public String toString() {
    return name();
  }
}
