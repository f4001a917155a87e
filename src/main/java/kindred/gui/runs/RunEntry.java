package kindred.gui.runs;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kindred.experiment.ByolStage;
import kindred.experiment.LatentStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;
import kindred.gui.core.RunRow;
import kindred.run.RunNotes;
import kindred.run.RunState;

/**
 * A run in the table: the board's row with what is read of its folder later on. For the application
 * thread.
 */
final class RunEntry {
  private final RunRow row;
  private final String name;
  private final ReadOnlyObjectWrapper<Instant> created;
  private final FigureReader reader;
  private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(Facts.UNKNOWN);
  private final ReadOnlyStringWrapper differs = new ReadOnlyStringWrapper("");
  private String differingPaths = "";

  /**
   * What is read of its folder.
   *
   * @param known whether settings and notes were read yet
   * @param settings what it was asked
   */
  record Facts(boolean known, Map<String, String> settings, RunNotes notes, Figures figures) {
    static final Facts UNKNOWN = new Facts(false, Map.of(), RunNotes.NONE, Figures.NONE);
  }

  RunEntry(RunRow row) {
    this.row = row;
    this.name = row.name();
    this.created = new ReadOnlyObjectWrapper<>(row.created());
    this.reader = new FigureReader(row.folder());
  }

  RunRow row() {
    return row;
  }

  /** A readable name made of what it was asked. */
  String name() {
    return name;
  }

  String id() {
    return row.id();
  }

  /** When it was launched, which never changes. */
  ReadOnlyObjectProperty<Instant> createdProperty() {
    return created.getReadOnlyProperty();
  }

  RunState state() {
    return row.now().state();
  }

  /** What it was asked; empty until that is worked out. */
  Map<String, String> settings() {
    return facts.get().settings();
  }

  FigureReader reader() {
    return reader;
  }

  /** Which of the stages it carries out, as the filter calls them. */
  String kind() {
    return row.stage().map(RunEntry::kind).orElse("");
  }

  private static String kind(Stage stage) {
    if (stage instanceof LatentStage) {
      return "Latent space";
    } else if (stage instanceof NeighborStage) {
      return "Neighbors";
    }
    return stage instanceof ByolStage ? "BYOL" : "Evaluation";
  }

  /** Whether its figures come from its epochs. */
  boolean measuredAlong() {
    return row.stage().filter(TrainingStage.class::isInstance).isPresent();
  }

  /** Such as {@code byol-weighted}. */
  String title() {
    return row.stage().map(Stage::title).orElse("made by another version");
  }

  ReadOnlyObjectProperty<Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  Facts facts() {
    return facts.get();
  }

  void set(Facts latest) {
    if (!latest.equals(facts.get())) {
      facts.set(latest);
    }
  }

  RunNotes notes() {
    return facts.get().notes();
  }

  void set(RunNotes latest) {
    Facts now = facts.get();
    set(new Facts(now.known(), now.settings(), latest, now.figures()));
  }

  Figures figures() {
    return facts.get().figures();
  }

  /** The settings in which it differs from others of its kind that are shown. */
  ReadOnlyStringProperty differsProperty() {
    return differs.getReadOnlyProperty();
  }

  /**
   * @param paths of the same settings, as files and commands call them
   */
  void differs(String line, String paths) {
    differs.set(line);
    differingPaths = paths;
  }

  /** Everything about it that words may be looked for in, in lower case. */
  String words() {
    String text =
        String.join(
            " ",
            name,
            id(),
            title(),
            kind(),
            row.standing().toString(),
            String.join(" ", notes().tags()),
            notes().note(),
            String.join(" ", settings().values()),
            differs.get(),
            differingPaths);
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
