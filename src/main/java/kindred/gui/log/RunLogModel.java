package kindred.gui.log;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;

/** The chosen run's log, read in the background, and what there is to say about it. */
final class RunLogModel {
  private static final int LINES = 400;

  private final Session session;
  private final ReadOnlyObjectWrapper<RunRow> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Explanation> explanation = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private boolean reading;

  RunLogModel(Session session) {
    this.session = session;
  }

  /** Shows another run, or none. */
  void choose(RunRow chosen) {
    run.set(chosen);
    text.set("");
    explanation.set(chosen == null ? null : Explanation.of(chosen));
    reading = false;
    refresh();
  }

  /** Reads the log again, unless that is under way. */
  void refresh() {
    RunRow chosen = run.get();
    if (chosen == null || reading) {
      return;
    }
    reading = true;
    explanation.set(Explanation.of(chosen));
    session
        .background()
        .run(
            () -> tail(chosen.folder().log()),
            lines -> {
              if (run.get() == chosen) {
                reading = false;
                text.set(lines);
              }
            },
            thrown -> {
              reading = false;
              session.notices().problem(thrown);
            });
  }

  private static String tail(List<String> lines) {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }

  void resume() {
    Optional.ofNullable(run.get())
        .ifPresent(
            chosen ->
                session
                    .background()
                    .run(
                        () -> {
                          session.jobs().resume(chosen.folder());
                          return null;
                        },
                        nothing -> session.board().refresh()));
  }

  ReadOnlyObjectProperty<RunRow> runProperty() {
    return run.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Explanation> explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  /** The last lines of its log. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }
}
