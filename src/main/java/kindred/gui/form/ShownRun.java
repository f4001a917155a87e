package kindred.gui.form;

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
  private String awaited;

  // Kept, as the board's list does not.
  private final InvalidationListener changes = list -> update();

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
    for (int i = 0; i < runs.size(); ) {
      if (board.run(runs.get(i).id()).isPresent()) {
        i++;
      } else {
        runs.remove(i);
      }
    }
    for (RunRow row : board.runs()) {
      if (!runs.contains(row) && isOfKind(row)) {
        runs.add(0, row);
      }
    }
    if (awaited != null && board.run(awaited).isPresent()) {
      run.set(board.run(awaited).get());
      awaited = null;
    } else if (!runs.contains(run.get())) {
      run.set(runs.isEmpty() ? null : runs.get(0));
    }
  }

  private boolean isOfKind(RunRow row) {
    return row.stage().filter(stage -> StageDraft.kind(stage).equals(kind)).isPresent();
  }
}
