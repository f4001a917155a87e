package kindred.gui.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.util.Duration;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.run.RunNotes;
import kindred.run.RunState;

/**
 * The table of runs without its table: all runs of the board, what is read of their folders in the
 * background, and which are shown in which order. For the application thread.
 */
final class RunsModel {
  private static final int CHUNK = 64;
  private static final Duration SOON = Duration.millis(200);

  private final Session session;
  private final Map<String, RunEntry> byId = new HashMap<>();
  private final ObservableList<RunEntry> all =
      FXCollections.observableArrayList(
          run ->
              new Observable[] {
                run.row().snapshotProperty(), run.notesProperty(), run.figuresProperty()
              });
  private final FilteredList<RunEntry> filtered = new FilteredList<>(all);
  private final SortedList<RunEntry> shown = new SortedList<>(filtered);
  private final ObjectProperty<RunFilter> filter = new SimpleObjectProperty<>(RunFilter.ALL);
  private final Set<RunEntry> toRead = new LinkedHashSet<>();
  private final PauseTransition readSoon = new PauseTransition(SOON);
  private final PauseTransition compareSoon = new PauseTransition(SOON);

  private record Read(RunEntry run, RunNotes notes, Figures figures) {}

  RunsModel(Session session) {
    this.session = session;
    readSoon.setOnFinished(due -> readWaiting());
    compareSoon.setOnFinished(due -> compareShown());
    filter.addListener((property, before, now) -> filtered.setPredicate(now));
    filtered.addListener((InvalidationListener) change -> compareSoon.playFromStart());
    session.board().runs().addListener(this::boardChanged);
    add(session.board().runs());
  }

  private void boardChanged(ListChangeListener.Change<? extends RunRow> change) {
    while (change.next()) {
      if (change.wasUpdated()) {
        for (RunRow row : change.getList().subList(change.getFrom(), change.getTo())) {
          read(byId.get(row.id()));
        }
      } else {
        remove(change.getRemoved());
        add(change.getAddedSubList());
      }
    }
  }

  private void add(List<? extends RunRow> rows) {
    List<RunEntry> fresh = new ArrayList<>();
    for (RunRow row : rows) {
      RunEntry entry = new RunEntry(row);
      byId.put(row.id(), entry);
      fresh.add(entry);
    }
    all.addAll(fresh);
    for (int i = fresh.size() - 1; i >= 0; i--) { // the newest are seen first
      read(fresh.get(i));
    }
  }

  private void remove(List<? extends RunRow> rows) {
    Set<RunEntry> gone = new LinkedHashSet<>();
    rows.forEach(row -> gone.add(byId.remove(row.id())));
    toRead.removeAll(gone);
    all.removeAll(gone);
  }

  private void read(RunEntry run) {
    if (run != null && toRead.add(run)) {
      readSoon.play();
    }
  }

  private void readWaiting() {
    List<RunEntry> waiting = new ArrayList<>(toRead);
    toRead.clear();
    for (int from = 0; from < waiting.size(); from += CHUNK) {
      Map<RunEntry, RunState> runs = new HashMap<>();
      waiting
          .subList(from, Math.min(waiting.size(), from + CHUNK))
          .forEach(run -> runs.put(run, run.state()));
      session.background().run(() -> readAll(runs), this::show);
    }
  }

  private static List<Read> readAll(Map<RunEntry, RunState> runs) {
    List<Read> read = new ArrayList<>();
    runs.forEach(
        (run, state) ->
            read.add(new Read(run, RunNotes.of(run.row().folder()), run.reader().read(state))));
    return read;
  }

  private void show(List<Read> read) {
    for (Read one : read) {
      one.run().set(one.notes());
      one.run().set(one.figures());
    }
    compareSoon.playFromStart();
  }

  /** Says of each run that is shown in what it differs from the others of its kind. */
  private void compareShown() {
    Map<String, List<RunEntry>> byTitle =
        filtered.stream().collect(Collectors.groupingBy(RunEntry::kind));
    for (List<RunEntry> alike : byTitle.values()) {
      Set<String> paths = Settings.differing(alike.stream().map(RunEntry::settings).toList());
      alike.forEach(run -> run.differs(Settings.line(run.settings(), paths)));
    }
  }

  /** All runs, oldest first. */
  ObservableList<RunEntry> all() {
    return all;
  }

  /** The runs that the filter lets through, in the table's order. */
  SortedList<RunEntry> shown() {
    return shown;
  }

  ObjectProperty<RunFilter> filterProperty() {
    return filter;
  }

  Optional<RunEntry> run(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The runs that were asked to work on what a run leaves. */
  List<RunEntry> builtOn(RunEntry run) {
    return all.stream().filter(other -> inputs(other).contains(run)).toList();
  }

  /** The runs that a run works on. */
  List<RunEntry> inputs(RunEntry run) {
    List<RunEntry> inputs = new ArrayList<>();
    run.row()
        .stage()
        .ifPresent(
            stage -> {
              run(String.valueOf(stage.input())).ifPresent(inputs::add);
              run(String.valueOf(stage.weights())).ifPresent(inputs::add);
            });
    return inputs;
  }

  /** Changes what is written about a run: at once in the table, soon in its folder. */
  void note(RunEntry run, UnaryOperator<RunNotes> change) {
    RunNotes before = run.notes();
    RunNotes changed = change.apply(before);
    if (changed.equals(before)) {
      return;
    }
    run.set(changed);
    session
        .background()
        .run(
            () -> {
              synchronized (run) {
                changed.writeTo(run.row().folder());
              }
              return changed;
            },
            written -> {},
            failure -> {
              run.set(before);
              session.notices().problem(failure);
            });
  }
}
