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
import kindred.experiment.BadInput;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.runs.RunEntry.Facts;
import kindred.run.RunNotes;
import kindred.run.RunState;

/**
 * The table of runs without its table: all runs of the board, what is read of their folders in the
 * background, and which are shown in which order. For the application thread.
 */
final class RunsModel {
  private static final int CHUNK = 64;
  private static final Duration SOON = Duration.millis(200);

  private static final String SOURCE = "source";

  private final Session session;
  private final Map<String, RunEntry> byId = new HashMap<>();
  private final ObservableList<RunEntry> all =
      FXCollections.observableArrayList(run -> new Observable[] {run.row().snapshotProperty()});
  private final FilteredList<RunEntry> filtered = new FilteredList<>(all);
  private final SortedList<RunEntry> shown = new SortedList<>(filtered);
  private final ObjectProperty<RunFilter> filter = new SimpleObjectProperty<>(RunFilter.ALL);
  private final Set<RunEntry> toRead = new LinkedHashSet<>();
  private final PauseTransition readSoon = new PauseTransition(SOON);
  private final PauseTransition compareSoon = new PauseTransition(SOON);
  private final PauseTransition settleSoon = new PauseTransition(SOON);
  private Runnable settled = this::refilter;
  private int comparison;

  /**
   * What was read of a run.
   *
   * @param facts its notes count only if none were known: what is noted in this window is newer
   * @param problem what could not be read, or null
   */
  private record Read(RunEntry run, Facts facts, BadInput problem) {}

  private record Asked(RunState state, Facts facts) {}

  /** What a run was asked, as it was known when runs began to be compared. */
  private record Told(RunEntry run, String kind, Map<String, String> settings) {}

  /** In what a run differs: for people, and the names of the same fields. */
  private record Difference(String line, String paths) {}

  RunsModel(Session session) {
    this.session = session;
    readSoon.setOnFinished(due -> readWaiting());
    compareSoon.setOnFinished(due -> compareShown(() -> {}));
    settleSoon.setOnFinished(due -> settle());
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
      Map<RunEntry, Asked> runs = new HashMap<>();
      waiting
          .subList(from, Math.min(waiting.size(), from + CHUNK))
          .forEach(run -> runs.put(run, new Asked(run.state(), run.facts())));
      session.background().run(() -> readAll(runs), this::show);
    }
  }

  private static List<Read> readAll(Map<RunEntry, Asked> runs) {
    List<Read> read = new ArrayList<>();
    runs.forEach((run, asked) -> read.add(read(run, asked)));
    return read;
  }

  private static Read read(RunEntry run, Asked asked) {
    Figures figures = run.reader().read(asked.state());
    if (asked.facts().known()) {
      Facts known = asked.facts();
      return new Read(run, new Facts(true, known.settings(), known.notes(), figures), null);
    }
    Map<String, String> settings = run.row().stage().map(Settings::of).orElse(Map.of());
    try {
      RunNotes notes = RunNotes.of(run.row().folder());
      return new Read(run, new Facts(true, settings, notes, figures), null);
    } catch (BadInput damaged) {
      return new Read(run, new Facts(true, settings, RunNotes.NONE, figures), damaged);
    }
  }

  private void show(List<Read> read) {
    for (Read one : read) {
      RunEntry run = one.run();
      Facts facts = one.facts();
      RunNotes notes = run.facts().known() ? run.notes() : facts.notes();
      run.set(new Facts(true, facts.settings(), notes, facts.figures()));
      if (one.problem() != null) {
        session.notices().problem(one.problem());
      }
    }
    settleSoon.play();
  }

  /** What became known may let other runs through the filter, or order them anew. */
  private void settle() {
    compareShown(settled);
  }

  /** Applies the filter again; the list of those shown is replaced as a whole. */
  void refilter() {
    filtered.setPredicate(filter.get().again());
  }

  /**
   * Sets who is told when more is known of runs, for filter and order to be applied again. It is
   * not done here, since whoever shows the list has a choice in it to keep.
   */
  void whenSettled(Runnable listener) {
    settled = listener;
  }

  /**
   * Says of each run that is shown in what it differs from the others of its kind. That is worked
   * out in the background, as there may be thousands; of several answers the latest asked counts.
   */
  private void compareShown(Runnable then) {
    List<Told> shownNow =
        filtered.stream()
            .filter(run -> run.facts().known())
            .map(run -> new Told(run, run.kind(), run.settings()))
            .toList();
    int number = ++comparison;
    session
        .background()
        .run(
            () -> differences(shownNow),
            lines -> {
              if (number == comparison) {
                lines.forEach((run, told) -> run.differs(told.line(), told.paths()));
              }
              then.run();
            });
  }

  private static Map<RunEntry, Difference> differences(List<Told> runs) {
    Map<RunEntry, Difference> lines = new HashMap<>();
    for (List<Told> alike : runs.stream().collect(Collectors.groupingBy(Told::kind)).values()) {
      Set<String> paths = Settings.differing(alike.stream().map(Told::settings).toList());
      for (Told told : alike) {
        List<String> untold = untold(told, paths);
        String line = Settings.line(told.settings(), untold);
        lines.put(told.run(), new Difference(line, String.join(" ", untold)));
      }
    }
    return lines;
  }

  /** Without the source, where the name of the run tells it already. */
  private static List<String> untold(Told told, Set<String> paths) {
    String source = told.settings().get(SOURCE);
    boolean named = source != null && told.run().name().contains(source);
    return paths.stream().filter(path -> !named || !path.equals(SOURCE)).toList();
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
    settleSoon.play();
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
