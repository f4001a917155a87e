package kindred.gui.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import kindred.experiment.Study;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.gui.studies.StudyDraft.Checked;
import kindred.run.StudyBase;
import kindred.run.StudyPlan;
import kindred.run.StudyPlan.Remaining;
import kindred.run.StudyResults;

/**
 * A study in the making: what is filled in, what is wrong with it, and what it would run. For the
 * application thread.
 */
final class StudyFormModel {
  private static final Duration SOON = Duration.millis(150);

  /** A line of the form: a field and its values. */
  static final class Line {
    private final StringProperty path = new SimpleStringProperty("");
    private final StringProperty values = new SimpleStringProperty("");

    StringProperty pathProperty() {
      return path;
    }

    StringProperty valuesProperty() {
      return values;
    }

    Variable variable() {
      return new Variable(path.get(), values.get());
    }
  }

  /**
   * What a study would do.
   *
   * @param results as they would be if it were launched now and nothing done yet
   */
  record Planned(Study study, StudyResults results, Remaining remaining) {
    /** In a line. */
    String words() {
      int toDo = results.runs() - results.done();
      return Words.count(results.trials().size(), "trial", "trials")
          + ", "
          + Words.count(results.runs(), "run", "runs")
          + (results.done() > 0 ? ", " + Words.count(results.done()) + " of them done already" : "")
          + (toDo == 0 ? "" : "; " + StudyOverview.time(remaining));
    }
  }

  private final Session session;
  private final Supplier<Set<String>> taken;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<StudyBase> base = new SimpleObjectProperty<>();
  private final BooleanProperty keeps = new SimpleBooleanProperty(true);
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final StringProperty seeds = new SimpleStringProperty("1, 2, 3");
  private final StringProperty measure = new SimpleStringProperty();
  private final StringProperty comparesWith = new SimpleStringProperty();
  private final ObservableList<String> variations = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Planned> planned = new ReadOnlyObjectWrapper<>();
  private final StringProperty problem = new SimpleStringProperty();
  private final PauseTransition checkSoon = new PauseTransition(SOON);
  private int asked;

  /**
   * @param taken names of the studies there are
   */
  StudyFormModel(Session session, Supplier<Set<String>> taken) {
    this.session = session;
    this.taken = taken;
    checkSoon.setOnFinished(due -> check());
    for (Observable field :
        new Observable[] {name, base, keeps, lines, seeds, measure, comparesWith}) {
      field.addListener((InvalidationListener) change -> changed());
    }
    addLine();
  }

  private void changed() {
    planned.set(null);
    asked++;
    checkSoon.playFromStart();
  }

  /** Adds a line for one more field that varies. */
  Line addLine() {
    Line line = new Line();
    line.pathProperty().addListener((property, before, now) -> changed());
    line.valuesProperty().addListener((property, before, now) -> changed());
    lines.add(line);
    return line;
  }

  /** Takes a base that is read in the background. */
  void start(Callable<StudyBase> read) {
    session.background().run(read, this::start);
  }

  private void start(StudyBase read) {
    List<String> evaluations = read.evaluations();
    measure.set(evaluations.size() > 1 ? evaluations.get(evaluations.size() - 1) : null);
    comparesWith.set(null);
    name.set(freeName(read.name()));
    if (read.seeds().size() > 1) {
      seeds.set(SeedList.text(read.seeds()));
    }
    base.set(read);
    List<String> paths = Study.paths(read.stages());
    lines.removeIf(line -> !line.variable().isBlank() && !paths.contains(line.variable().path()));
    if (lines.isEmpty()) {
      addLine();
    }
  }

  private String freeName(String wish) {
    Set<String> there = taken.get();
    String free = wish;
    for (int number = 2; there.contains(free); number++) {
      free = wish + "-" + number;
    }
    return free;
  }

  private StudyDraft draft() {
    return new StudyDraft(
        name.get(),
        base.get(),
        keeps.get(),
        lines.stream().map(Line::variable).toList(),
        seeds.get(),
        measure.get(),
        comparesWith.get(),
        taken.get());
  }

  private void check() {
    Checked checked = draft().check();
    if (checked.study() == null) {
      problem.set(checked.problem());
      return;
    }
    List<String> names = new ArrayList<>(checked.variations());
    if (!names.equals(variations)) {
      variations.setAll(names);
    }
    int question = asked;
    session
        .background()
        .run(
            () -> plan(checked.study()),
            plan -> answered(question, plan, null),
            failure -> answered(question, null, failure.getMessage()));
  }

  private Planned plan(Study study) {
    StudyPlan plan = new StudyPlan(study, session.workspace());
    return new Planned(study, plan.results(), plan.remaining());
  }

  private void answered(int question, Planned plan, String why) {
    if (question == asked) {
      problem.set(why);
      planned.set(plan);
    }
  }

  StringProperty nameProperty() {
    return name;
  }

  /** What it starts from, or null. */
  ObjectProperty<StudyBase> baseProperty() {
    return base;
  }

  /** Whether the variations of a base that is a study itself are kept. */
  BooleanProperty keepsProperty() {
    return keeps;
  }

  ObservableList<Line> lines() {
    return lines;
  }

  StringProperty seedsProperty() {
    return seeds;
  }

  StringProperty measureProperty() {
    return measure;
  }

  /** The baseline; null for the first variation, empty for none. */
  StringProperty comparesWithProperty() {
    return comparesWith;
  }

  /** Names of the variations that the form comes to. */
  ObservableList<String> variations() {
    return variations;
  }

  /** What it would run; null while there is a problem or nobody knows yet. */
  ReadOnlyObjectProperty<Planned> plannedProperty() {
    return planned.getReadOnlyProperty();
  }

  /** Why it cannot be launched, or null. */
  StringProperty problemProperty() {
    return problem;
  }
}
