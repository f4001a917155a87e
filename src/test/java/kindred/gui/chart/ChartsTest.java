package kindred.gui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import kindred.experiment.Experiment;
import kindred.experiment.Stage;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.RunRow;
import kindred.run.RunFolder;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.robot.Motion;

/** Charts in a window, of files that grow. */
class ChartsTest extends WindowCase {
  private static final int PATIENCE = 10;

  private Charts charts;
  private RunFolder first;
  private RunFolder second;

  @BeforeEach
  void showCharts() throws Exception {
    Stage stage = Experiment.sample().stages().values().iterator().next();
    first = workbench.session().workspace().create(stage);
    second = workbench.session().workspace().create(stage);
    workbench.session().board().refresh();
    await("two runs", PATIENCE, () -> workbench.session().board().runs().size() == 2);
    openCharts();
    show(first);
  }

  private void openCharts() throws Exception {
    onWindowThread(
        () -> {
          charts = new Charts(workbench.session());
          return workbench.shell().view().getChildren().setAll(charts.view());
        });
  }

  private void show(RunFolder... runs) throws Exception {
    onWindowThread(
        () -> {
          charts.compare(Arrays.stream(runs).map(this::row).toList());
          return null;
        });
  }

  private RunRow row(RunFolder run) {
    return workbench.session().board().run(run.id()).orElseThrow();
  }

  private static void write(RunFolder run, int from, int to, double loss) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int step = from; step <= to; step++) {
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"kind\":\"step\",\"step\":%d,\"epoch\":1,\"time\":%d,\"loss\":%s}\n",
              step,
              step,
              loss + step));
    }
    Files.writeString(run.metrics(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private <T extends Node> Set<T> all(WindowRobot robot, Class<T> type) {
    Predicate<Node> fits = type::isInstance;
    return robot.from(charts.view()).lookup(fits).queryAllAs(type);
  }

  private boolean says(WindowRobot robot, String words) {
    return all(robot, Label.class).stream()
        .anyMatch(label -> label.isVisible() && label.getText().equals(words));
  }

  private Set<ChartCanvas> canvases(WindowRobot robot) {
    return all(robot, ChartCanvas.class);
  }

  private XYPlot plot(WindowRobot robot) {
    return canvases(robot).iterator().next().getChart().getXYPlot();
  }

  /** The x of the last point drawn; 0 as long as there is none. */
  private double lastX(WindowRobot robot) {
    if (canvases(robot).isEmpty() || plot(robot).getSeriesCount() == 0) {
      return 0;
    }
    int series = plot(robot).getSeriesCount() - 1;
    int points = plot(robot).getDataset().getItemCount(series);
    return plot(robot).getDataset().getXValue(series, points - 1);
  }

  @Test
  void pointsArriveAsTheFileGrows(WindowRobot robot) throws Exception {
    await(
        "what will be here",
        PATIENCE,
        () -> says(robot, "Losses appear here when the run starts."));
    write(first, 1, 50, 0);
    await("the first points", PATIENCE, () -> lastX(robot) == 50);
    write(first, 51, 80, 0);
    await("the next points", PATIENCE, () -> lastX(robot) == 80);
  }

  @Test
  void scaleStaysUnderTheMouseAndFollowsWithoutIt(WindowRobot robot) throws Exception {
    write(first, 1, 50, 0);
    await("the first points", PATIENCE, () -> lastX(robot) == 50);
    Node surface = robot.from(charts.view()).lookup(".charts-surface").query();
    robot.moveTo(surface);
    await("the values there", PATIENCE, () -> robot.visible(".charts-card"));
    double before = onWindowThread(() -> plot(robot).getRangeAxis().getUpperBound());

    write(first, 51, 60, 1000);
    await("a word", PATIENCE, () -> says(robot, "scale held while the mouse is here"));
    assertThat(onWindowThread(() -> plot(robot).getRangeAxis().getUpperBound())).isEqualTo(before);

    robot.moveTo(charts.view(), Pos.TOP_RIGHT, Point2D.ZERO, Motion.DEFAULT);
    await("the whole", PATIENCE, () -> plot(robot).getRangeAxis().getUpperBound() > 1000);
  }

  @Test
  void logarithmicAxisSaysWhatItCannotShow(WindowRobot robot) throws Exception {
    write(first, 1, 50, -10);
    await("the first points", PATIENCE, () -> lastX(robot) == 50);
    robot.act("#chart-log", CheckBox.class, CheckBox::fire);
    await(
        "a word",
        PATIENCE,
        () -> says(robot, "10 values at or below 0 cannot be shown on a logarithmic axis"));
  }

  @Test
  void baselineStaysDashedInTheChartsOfOtherRuns(WindowRobot robot) throws Exception {
    write(first, 1, 50, 0);
    write(second, 1, 90, 5);
    await("the first points", PATIENCE, () -> lastX(robot) == 50);
    robot.act("#chart-pin-" + first.id(), ToggleButton.class, ToggleButton::fire);
    openCharts();
    show(second);
    await("both runs", PATIENCE, () -> !canvases(robot).isEmpty() && strong(robot).size() == 2);
    List<BasicStroke> strokes = onWindowThread(() -> strong(robot));
    assertThat(strokes.get(0).getDashArray()).isNull();
    assertThat(strokes.get(1).getDashArray()).isNotEmpty();
    assertThat(onWindowThread(() -> says(robot, "baseline"))).isTrue();
  }

  /** The strokes of all lines but the faint ones. */
  private List<BasicStroke> strong(WindowRobot robot) {
    XYPlot plot = plot(robot);
    return IntStream.range(0, plot.getSeriesCount())
        .mapToObj(series -> (BasicStroke) plot.getRenderer().getItemStroke(series, 0))
        .filter(stroke -> stroke.getLineWidth() > 1)
        .toList();
  }

  private Path export(WindowRobot robot, int item, String name) throws Exception {
    Path file = folder.resolve(name);
    choosers.choose(file);
    onWindowThread(
        () -> {
          MenuButton menu = all(robot, MenuButton.class).iterator().next();
          menu.getItems().get(item).fire();
          return null;
        });
    await("the file " + name, PATIENCE, () -> Files.exists(file));
    return file;
  }

  @Test
  void chartIsSavedAsPictureDrawingAndTable(WindowRobot robot) throws Exception {
    write(first, 1, 50, 0.5);
    await("the first points", PATIENCE, () -> lastX(robot) == 50);

    BufferedImage picture = ImageIO.read(export(robot, 0, "loss.png").toFile());
    assertThat(picture.getWidth()).isGreaterThanOrEqualTo(1280);
    assertThat(picture.getRGB(2, 2) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    assertThat(picture.getHeight()).isGreaterThanOrEqualTo(800);

    Path drawing = export(robot, 1, "loss.svg");
    var document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(drawing.toFile());
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(Files.readString(drawing)).contains("Loss, step by step").contains("ae 1");

    List<String> lines = Files.readAllLines(export(robot, 2, "loss.csv"));
    assertThat(lines).hasSize(51);
    assertThat(lines.get(0)).isEqualTo("run,name,step,epoch,time,loss");
    assertThat(lines.get(50)).startsWith(first.id() + ",\"ae 1").endsWith("\",50,1,50,50.5");
  }
}
