package kindred.gui.runs;

import javafx.scene.shape.Circle;
import kindred.gui.core.RunColors;
import kindred.gui.core.TextCell;
import kindred.gui.core.Theme;

/** The name of a run, after the dot of its color if it has lines in charts. */
final class RunNameCell extends TextCell<RunEntry> {
  private final Theme theme;
  private RunEntry shown;

  RunNameCell(Theme theme) {
    this.theme = theme;
    setGraphicTextGap(8);
  }

  @Override
  protected void updateItem(String name, boolean empty) {
    super.updateItem(name, empty);
    RunEntry run = empty || getTableRow() == null ? null : getTableRow().getItem();
    if (run != shown) {
      shown = run;
      setGraphic(run == null ? null : dot(run));
    }
  }

  /** Without a color it takes its place, so that names stand below each other. */
  private Circle dot(RunEntry run) {
    Circle dot = RunColors.dot(run.id(), theme);
    dot.setVisible(run.measuredAlong());
    return dot;
  }
}
