package kindred.gui.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import kindred.gui.core.Session;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** The charts of one group side by side, or one of them alone. */
final class ChartGrid extends GridPane {
  private static final int MOST_IN_ONE_COLUMN = 2;
  private static final double LOW = 340;

  private final Session session;
  private final ChartFeed feed;
  private final Map<ChartModel, ChartPane> panes = new HashMap<>();
  private final Map<ChartModel, ToggleButton> enlarges = new HashMap<>();
  private List<ChartModel> group = List.of();
  private ChartModel alone;

  ChartGrid(Session session, ChartFeed feed) {
    this.session = session;
    this.feed = feed;
    setHgap(16);
    setVgap(8);
    setMinSize(0, 0);
    heightProperty()
        .addListener(
            (property, before, now) -> {
              if (low(before.doubleValue()) != low(now.doubleValue())) {
                Platform.runLater(this::lay);
              }
            });
  }

  /** Whether there is no room for two charts one above the other. */
  private static boolean low(double height) {
    return height > 0 && height < LOW;
  }

  /** The charts in sight. */
  List<ChartModel> models() {
    return alone == null ? group : List.of(alone);
  }

  void show(List<ChartModel> charts) {
    group = charts;
    alone = charts.contains(alone) ? alone : null;
    lay();
  }

  private void enlarge(ChartModel model, boolean large) {
    alone = large ? model : null;
    lay();
    feed.redraw();
  }

  private void lay() {
    List<ChartModel> seen = models();
    int most = low(getHeight()) ? 1 : MOST_IN_ONE_COLUMN;
    int columns = seen.size() <= most ? 1 : 2;
    int rows = (seen.size() + columns - 1) / columns;
    getColumnConstraints().clear();
    getRowConstraints().clear();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setPercentWidth(100.0 / columns);
      getColumnConstraints().add(constraints);
    }
    for (int row = 0; row < rows; row++) {
      RowConstraints constraints = new RowConstraints();
      constraints.setPercentHeight(100.0 / rows);
      getRowConstraints().add(constraints);
    }
    getChildren().clear();
    for (int i = 0; i < seen.size(); i++) {
      add(panes.computeIfAbsent(seen.get(i), this::pane), i % columns, i / columns);
      enlarges.get(seen.get(i)).setSelected(alone != null);
    }
  }

  private ChartPane pane(ChartModel model) {
    ToggleButton enlarge = new ToggleButton(null, new FontIcon("fth-maximize-2"));
    enlarge.setOnAction(event -> enlarge(model, enlarge.isSelected()));
    Tips.set(enlarge, "Show this chart alone");
    enlarge.getStyleClass().addAll("flat", "charts-tool");
    enlarge.setAccessibleText("Show the chart " + model.quantity().title() + " alone");
    enlarges.put(model, enlarge);
    Button reset = new Button("Reset zoom");
    reset.getStyleClass().addAll("flat", "small", "charts-reset");
    reset.setOnAction(event -> model.resetZoom());
    reset
        .visibleProperty()
        .bind(model.settings().zoomProperty().isNotNull().or(model.yZoomProperty().isNotNull()));
    reset.managedProperty().bind(reset.visibleProperty());
    reset.setMinWidth(Region.USE_PREF_SIZE);
    return new ChartPane(
        model, feed, session.theme(), reset, enlarge, ChartExports.menu(session, feed, model));
  }
}
