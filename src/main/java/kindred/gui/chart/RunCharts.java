package kindred.gui.chart;

import java.util.List;
import javafx.scene.Node;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;

/** The live charts of one run, for the panel of its stage. */
public final class RunCharts implements ResultView {
  private final Charts charts;

  public RunCharts(Session session) {
    charts = new Charts(session);
  }

  @Override
  public String title() {
    return "Charts";
  }

  @Override
  public Node view() {
    return charts.view();
  }

  @Override
  public void show(RunRow run) {
    charts.compare(run == null ? List.of() : List.of(run));
  }
}
