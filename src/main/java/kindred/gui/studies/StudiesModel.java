package kindred.gui.studies;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import kindred.experiment.Study;
import kindred.gui.chart.ChartFonts;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.run.Studies;

/**
 * The studies of the workspace and how the chosen one stands, looked at again as runs go on. For
 * the application thread.
 */
final class StudiesModel {
  private static final Duration SOON = Duration.millis(700);

  private final Session session;
  private final Studies studies;
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final StringProperty chosen = new SimpleStringProperty();
  private final ReadOnlyObjectWrapper<StudyOverview> overview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper();
  private final PauseTransition lookSoon = new PauseTransition(SOON);
  private boolean looking;

  StudiesModel(Session session) {
    this.session = session;
    this.studies = new Studies(session.workspace());
    lookSoon.setOnFinished(due -> look());
    session.board().runs().addListener((InvalidationListener) change -> lookSoon.play());
    chosen.addListener(
        (property, before, now) -> {
          overview.set(null);
          problem.set(null);
          look();
        });
    refresh();
  }

  /** Looks again which studies there are, and at the chosen one. */
  void refresh() {
    session.background().run(studies::names, this::found);
    look();
  }

  private void found(List<String> there) {
    if (!there.equals(names)) {
      names.setAll(there);
    }
    if (chosen.get() == null && !there.isEmpty()) {
      chosen.set(there.get(0));
    }
  }

  private void look() {
    String name = chosen.get();
    if (name == null) {
      return;
    }
    if (looking) {
      lookSoon.playFromStart();
      return;
    }
    looking = true;
    StudyOverview before = overview.get();
    session
        .background()
        .run(
            () -> {
              ChartFonts.regular(1); // loaded here, it need not be where the plot is drawn
              return StudyOverview.of(session.workspace(), name, before);
            },
            seen -> seen(name, seen, null),
            failure -> seen(name, null, failure.getMessage()));
  }

  private void seen(String name, StudyOverview seen, String why) {
    looking = false;
    if (name.equals(chosen.get())) {
      problem.set(why);
      overview.set(seen);
    } else {
      look();
    }
  }

  ObservableList<String> names() {
    return names;
  }

  Set<String> taken() {
    return Set.copyOf(names);
  }

  /** The study that is shown, or null. */
  StringProperty chosenProperty() {
    return chosen;
  }

  /** How the chosen study stands; null until that is known. */
  ReadOnlyObjectProperty<StudyOverview> overviewProperty() {
    return overview.getReadOnlyProperty();
  }

  /** Why the chosen study cannot be shown, or null. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Keeps a new study, or goes on with one; its runs wait in the queue. */
  void launch(Study study, Consumer<Study> launched) {
    session
        .background()
        .run(
            () -> studies.launch(study),
            runs -> {
              session.board().refresh();
              session
                  .notices()
                  .info(
                      runs == 0
                          ? "All runs of study " + study.name() + " are done already."
                          : Words.count(runs, "run", "runs")
                              + " of study "
                              + study.name()
                              + " are in the queue.");
              chosen.set(study.name());
              refresh();
              launched.accept(study);
            });
  }

  /** Takes the chosen study's runs out of the queue and stops the one under way. */
  void stop() {
    String name = chosen.get();
    session
        .background()
        .run(
            () -> studies.stop(name),
            stopped -> {
              session.board().refresh();
              refresh();
            });
  }
}
