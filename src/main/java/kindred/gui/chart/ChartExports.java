package kindred.gui.chart;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import kindred.gui.chart.Drawing.Source;
import kindred.gui.core.Session;
import kindred.gui.core.Tips;
import org.jfree.chart.JFreeChart;
import org.kordamp.ikonli.javafx.FontIcon;

/** A chart's menu of the files that it can be saved as. */
final class ChartExports {
  private static final int LEAST_WIDTH = 640;
  private static final int LEAST_HEIGHT = 400;

  private final Session session;
  private final ChartFeed feed;
  private final ChartModel model;

  private ChartExports(Session session, ChartFeed feed, ChartModel model) {
    this.session = session;
    this.feed = feed;
    this.model = model;
  }

  /** The menu of a chart. */
  static MenuButton menu(Session session, ChartFeed feed, ChartModel model) {
    ChartExports exports = new ChartExports(session, feed, model);
    MenuButton menu = new MenuButton(null, new FontIcon("fth-download"));
    menu.getStyleClass().addAll("flat", "charts-tool");
    Tips.set(menu, "Save the chart or its numbers");
    menu.setAccessibleText("Save the chart " + model.quantity().title());
    for (String format : List.of("png", "svg", "csv")) {
      String what = format.equals("csv") ? "All values as CSV" : "Picture as " + upper(format);
      MenuItem item = new MenuItem(what);
      item.setOnAction(event -> exports.save(format));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static String upper(String format) {
    return format.toUpperCase(Locale.ROOT);
  }

  /**
   * Asks where to, then writes in the background.
   *
   * @param format {@code png}, {@code svg} or {@code csv}
   */
  private void save(String format) {
    Drawing drawing = model.drawingProperty().get();
    if (drawing == null || drawing.isEmpty()) {
      session.notices().info("There is nothing in this chart yet, so nothing was saved.");
      return;
    }
    String name = model.quantity().kind() + "-" + model.quantity().key() + "." + format;
    Optional<Path> file = session.choosers().save("Save as " + upper(format), name);
    file.ifPresent(
        path ->
            feed.with(
                sources -> write(format, drawing, sources, path),
                () -> session.notices().saved(path)));
  }

  private void write(String format, Drawing drawing, List<Source> sources, Path file) {
    if (format.equals("csv")) {
      ChartFiles.csv(sources, model.quantity(), file);
      return;
    }
    JFreeChart chart =
        ChartPaper.onPaper(
            drawing, sources.stream().collect(Collectors.toMap(Source::run, Source::name)));
    int width = Math.max(LEAST_WIDTH, model.wish().columns());
    int height = Math.max(LEAST_HEIGHT, width / 2);
    if (format.equals("png")) {
      ChartFiles.png(chart, width, height, file);
    } else {
      ChartFiles.svg(chart, width, height, file);
    }
  }
}
