package kindred.gui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kindred.experiment.StageDraft;
import kindred.gui.core.Board;
import kindred.gui.core.RunRow;

/**
 * The run of a kind that a panel shows: the latest, until the user chooses or launches another. For
 * the application thread.
 */
final class ShownRun {
  private final Board board;
  private final String kind;
  private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
  private final ObjectProperty<RunRow> run = new SimpleObjectProperty<>();
  private final Map<Class<?>, String> kinds = new HashMap<>();
  private String awaited;

  // Kept, as the board's list does not.
  private final InvalidationListener changes = new Soon(this::update);

  ShownRun(Board board, String kind) {
    this.board = board;
    this.kind = kind;
    board.runs().addListener(changes);
    update();
  }

  /** All of the kind, newest first. */
  ObservableList<RunRow> runs() {
    return runs;
  }

  /** The one that is shown; null while there is none. */
  ObjectProperty<RunRow> runProperty() {
    return run;
  }

  void choose(RunRow chosen) {
    update();
    run.set(chosen);
  }

  /** Shows a run as soon as the board has it. */
  void follow(String id) {
    awaited = id;
    update();
  }

  private void update() {
    List<RunRow> now = new ArrayList<>();
    for (RunRow row : board.runs()) {
      if (isOfKind(row)) {
        now.add(0, row);
      }
    }
    keep(now);
    if (awaited != null && board.run(awaited).isPresent()) {
      run.set(board.run(awaited).get());
      awaited = null;
    } else if (!runs.contains(run.get())) {
      run.set(runs.isEmpty() ? null : runs.get(0));
    }
  }

  /** Changes no more of the list than must be, as others have chosen from it. */
  private void keep(List<RunRow> now) {
    if (runs.equals(now)) {
      return;
    }
    runs.retainAll(Set.copyOf(now));
    Set<RunRow> there = new HashSet<>(runs);
    for (int i = now.size() - 1; i >= 0; i--) {
      if (!there.contains(now.get(i))) {
        runs.add(0, now.get(i));
      }
    }
  }

  private boolean isOfKind(RunRow row) {
    return row.stage()
        .filter(
            stage ->
                kinds
                    .computeIfAbsent(stage.getClass(), type -> StageDraft.kind(stage))
                    .equals(kind))
        .isPresent();
  }
}
