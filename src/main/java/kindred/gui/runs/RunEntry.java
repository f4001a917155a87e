package kindred.gui.runs;

import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kindred.experiment.Stage;
import kindred.gui.core.RunRow;
import kindred.run.RunNotes;
import kindred.run.RunState;

/**
 * A run in the table: the board's row with what is read of its folder later on. For the application
 * thread.
 */
final class RunEntry {
  private final RunRow row;
  private final Map<String, String> settings;
  private final FigureReader reader;
  private final ReadOnlyObjectWrapper<RunNotes> notes = new ReadOnlyObjectWrapper<>(RunNotes.NONE);
  private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>(Figures.NONE);
  private final ReadOnlyStringWrapper differs = new ReadOnlyStringWrapper("");

  RunEntry(RunRow row) {
    this.row = row;
    this.settings = row.stage().map(Settings::of).orElse(Map.of());
    this.reader = new FigureReader(row.folder());
  }

  RunRow row() {
    return row;
  }

  String id() {
    return row.id();
  }

  RunState state() {
    return row.now().state();
  }

  /** What it was asked. */
  Map<String, String> settings() {
    return settings;
  }

  FigureReader reader() {
    return reader;
  }

  /** Which of the stages it carries out, as the filter calls them. */
  String kind() {
    return row.stage().map(RunEntry::kind).orElse("");
  }

  private static String kind(Stage stage) {
    if (stage instanceof Stage.Latent) {
      return "Latent space";
    } else if (stage instanceof Stage.Neighbors) {
      return "Neighbors";
    }
    return stage instanceof Stage.Byol ? "BYOL" : "Evaluation";
  }

  /** Such as {@code byol-weighted}. */
  String title() {
    return row.stage().map(Stage::title).orElse("made by another version");
  }

  ReadOnlyObjectProperty<RunNotes> notesProperty() {
    return notes.getReadOnlyProperty();
  }

  RunNotes notes() {
    return notes.get();
  }

  void set(RunNotes latest) {
    if (!latest.equals(notes.get())) {
      notes.set(latest);
    }
  }

  ReadOnlyObjectProperty<Figures> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  Figures figures() {
    return figures.get();
  }

  void set(Figures latest) {
    if (!latest.equals(figures.get())) {
      figures.set(latest);
    }
  }

  /** The settings in which it differs from others of its kind that are shown. */
  ReadOnlyStringProperty differsProperty() {
    return differs.getReadOnlyProperty();
  }

  void differs(String line) {
    differs.set(line);
  }

  /** Everything about it that words may be looked for in, in lower case. */
  String words() {
    String text =
        String.join(
            " ",
            row.name(),
            id(),
            title(),
            kind(),
            row.standing().toString(),
            String.join(" ", notes().tags()),
            notes().note(),
            String.join(" ", settings.values()),
            differs.get());
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return row.name();
  }
}
