package kindred.gui.results.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import kindred.evaluate.Evaluation;
import kindred.experiment.EvaluateStage;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.run.Standing;

/** All evaluations of the workspace that are done, as the board finds them. */
final class AccuracyModel {
  private final Session session;
  private final Map<String, AccuracyRow> byId = new HashMap<>();
  private final ObservableList<AccuracyRow> rows =
      FXCollections.observableArrayList(
          row -> new javafx.beans.Observable[] {row.measuredProperty()});
  // The board's list outlives this, so it is listened to for as long as the window is there.
  private final ListChangeListener<RunRow> changed = change -> look();

  AccuracyModel(Session session) {
    this.session = session;
    session.board().runs().addListener(changed);
    look();
  }

  private void look() {
    List<AccuracyRow> now = new ArrayList<>();
    for (RunRow run : session.board().runs()) {
      if (run.standing() == Standing.DONE
          && run.stage().orElse(null) instanceof EvaluateStage asked) {
        now.add(byId.computeIfAbsent(run.id(), id -> added(run, asked)));
      }
    }
    byId.values().retainAll(now);
    rows.removeIf(row -> !now.contains(row));
    now.stream().filter(row -> !rows.contains(row)).forEach(rows::add);
  }

  private AccuracyRow added(RunRow run, EvaluateStage asked) {
    AccuracyRow row = new AccuracyRow(run, asked, session.board().run(asked.source()));
    session
        .background()
        .run(
            () -> Optional.<Evaluation>ofNullable(EvaluationResult.measures(run.folder())),
            found -> row.measuredProperty().set(found.orElse(null)));
    return row;
  }

  /** In the order of the runs; of each, further figures come a moment later. */
  ObservableList<AccuracyRow> rows() {
    return rows;
  }
}
