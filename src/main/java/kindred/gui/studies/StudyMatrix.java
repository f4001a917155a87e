package kindred.gui.studies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import kindred.gui.core.Standings;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.run.RunState.Status;
import kindred.run.Standing;
import kindred.run.StudyMeasure;
import kindred.run.StudyResults;
import kindred.run.TrialResult;
import org.kordamp.ikonli.javafx.FontIcon;

/** A study's trials, a row for each variation and a column for each seed. */
final class StudyMatrix extends GridPane {
  private final Consumer<String> openRun;
  private final Map<List<Object>, Button> cells = new HashMap<>();
  private List<List<Object>> layout = List.of();

  StudyMatrix(Consumer<String> openRun) {
    this.openRun = openRun;
    getStyleClass().add("study-matrix");
    setId("study-matrix");
  }

  /**
   * Shows how the trials stand.
   *
   * @param measure whose values stand in the cells
   */
  void show(StudyResults results, StudyMeasure measure) {
    List<List<Object>> wanted =
        results.trials().stream()
            .map(trial -> List.<Object>of(trial.variation(), trial.seed()))
            .toList();
    if (!wanted.equals(layout)) {
      layout = wanted;
      arrange(results.trials());
    }
    for (TrialResult trial : results.trials()) {
      fill(cells.get(List.<Object>of(trial.variation(), trial.seed())), trial, measure);
    }
  }

  private void arrange(List<TrialResult> trials) {
    getChildren().clear();
    cells.clear();
    List<String> variations =
        new ArrayList<>(trials.stream().map(TrialResult::variation).distinct().toList());
    List<Long> seeds = trials.stream().map(TrialResult::seed).distinct().toList();
    for (int column = 0; column < seeds.size(); column++) {
      add(heading("seed " + seeds.get(column)), column + 1, 0);
    }
    for (int row = 0; row < variations.size(); row++) {
      add(heading(variations.get(row)), 0, row + 1);
      for (int column = 0; column < seeds.size(); column++) {
        Button cell = new Button();
        cell.getStyleClass().add("study-cell");
        cell.setId("trial-" + row + "-" + column);
        cells.put(List.of(variations.get(row), seeds.get(column)), cell);
        add(cell, column + 1, row + 1);
      }
    }
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("study-heading");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void fill(Button cell, TrialResult trial, StudyMeasure measure) {
    Standing standing = standing(trial.status());
    Double value = trial.values().get(measure);
    String words = standing == null ? "to do" : standing.toString();
    FontIcon mark = standing == null ? new FontIcon("fth-circle") : Standings.mark(standing);
    cell.setGraphic(mark);
    cell.setText(value == null ? words : Words.percent(value));
    cell.getStyleClass().removeIf(name -> name.startsWith("cell-"));
    cell.getStyleClass().add("cell-" + words.replace(' ', '-'));
    String said = trial.variation() + ", seed " + trial.seed() + ": " + words;
    String more = trial.message() == null ? said : said + ": " + trial.message();
    cell.setAccessibleText(value == null ? more : more + ", " + Words.percent(value));
    Tips.set(cell, more);
    String run =
        standing == Standing.DONE || trial.encoder() == null ? trial.run() : trial.encoder();
    cell.setDisable(run == null);
    cell.setOnAction(event -> openRun.accept(run));
  }

  private static Standing standing(Status status) {
    if (status == null) {
      return null;
    }
    return switch (status) {
      case QUEUED -> Standing.QUEUED;
      case RUNNING -> Standing.RUNNING;
      case STOPPED -> Standing.STOPPED;
      case INTERRUPTED -> Standing.LOST;
      case FAILED -> Standing.FAILED;
      case DONE -> Standing.DONE;
    };
  }
}
