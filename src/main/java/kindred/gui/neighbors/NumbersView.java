package kindred.gui.neighbors;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import kindred.gui.core.Board;
import kindred.gui.core.Navigator;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.gui.results.Choices;
import kindred.gui.results.Curve;
import kindred.gui.results.CurveView;
import kindred.gui.results.Figure;
import kindred.gui.results.Sight;
import kindred.neighbors.pairs.Precision;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How good a run's pairs are and how many a filter leaves: purity against coverage with the chosen
 * setting marked, by class, distances and hubs. From here exactly these pairs go to a training.
 */
final class NumbersView implements ResultView {
  static final String TITLE = "Numbers";

  private static final String EMPTY =
      "How often neighbors are of the same class, and how many a filter leaves. It is measured once"
          + " neighbors are found.";

  private static final String LEFT = "pairs are left";

  private final Board board;
  private final PairsModel pairs;

  /** So that six of them stand side by side in a small window. */
  private static final double FIGURE_WIDTH = 100;

  private final NumbersModel model;
  private final Navigator navigator;
  private final Figure kept = new Figure(LEFT);
  private final Figure coverage = new Figure("of the images keep one");
  private final Figure purity = new Figure("of the pairs are of one class");
  private final Figure estimate = new Figure("");
  private final Figure mutual = new Figure("of all pairs are mutual");
  private final Figure skewness = new Figure("skewness of how often images are neighbors");
  private final CurveView curve;
  private final Sample sample;
  private final ClassPurityList classes = new ClassPurityList();
  private final HistogramView distances =
      new HistogramView("Distances", "same class:same", "different class:other");
  private final HistogramView allDistances = new HistogramView("Distances", "pairs:one");
  private final HistogramView hubs =
      new HistogramView("How many images an image is a neighbor of", "images:one");
  private final VBox judgeFirst;
  private final Sight sight;

  /**
   * @param judge brings the view for judging to the front
   */
  NumbersView(
      Session session,
      PairsModel pairs,
      NumbersModel model,
      Sample sample,
      Navigator navigator,
      Runnable judge) {
    this.board = session.board();
    this.sample = sample;
    this.pairs = pairs;
    this.model = model;
    this.navigator = navigator;
    curve = new CurveView(session, PairCurveTexts.of(true, false));
    judgeFirst = judgeFirst(judge);
    sight = new Sight(content(), "fth-pie-chart", EMPTY);
    pairs.nothingProperty().addListener((property, before, now) -> reveal());
    pairs.browsedProperty().addListener((property, before, now) -> reveal());
    model.curveProperty().addListener((property, before, now) -> showCurve(now));
    model.numbersProperty().addListener((property, before, now) -> show(now));
    sample.changesProperty().addListener((property, before, now) -> showEstimate());
    pairs.judgments().changesProperty().addListener((property, before, now) -> showEstimate());
    reveal();
  }

  private static VBox judgeFirst(Runnable judge) {
    Label words =
        new Label(
            "Without labels nobody knows how many pairs are right, until some are judged: a sample"
                + " of a hundred tells it within ten percent.");
    words.setWrapText(true);
    words.getStyleClass().add("quiet");
    Button button = new Button("Judge a sample", new FontIcon("fth-thumbs-up"));
    button.setId("numbers-judge");
    button.setOnAction(event -> judge.run());
    VBox box = new VBox(8, words, button);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private Node content() {
    FlowPane controls = new FlowPane(12, 8);
    ChosenControls chosen = new ChosenControls(pairs, "numbers");
    controls.getChildren().addAll(chosen.filters());
    controls.getChildren().add(chosen.verdicts());
    Button use = new Button("Use these pairs for BYOL", new FontIcon("fth-arrow-right"));
    use.setId("numbers-use");
    use.setMinWidth(Region.USE_PREF_SIZE);
    use.setOnAction(event -> use());
    controls.getChildren().add(use);
    FlowPane figures = new FlowPane(12, 12, kept, coverage, purity, estimate, mutual, skewness);
    for (Figure figure : List.of(kept, coverage, purity, estimate, mutual, skewness)) {
      figure.setPrefWidth(FIGURE_WIDTH);
    }
    for (Figure figure : List.of(purity, estimate)) {
      figure.managedProperty().bind(figure.visibleProperty());
    }
    Choices<NumbersModel.Along> along =
        new Choices<>(
            List.of(NumbersModel.Along.values()),
            model.alongProperty(),
            NumbersModel.Along::title,
            NumbersModel.Along::help);
    VBox left = new VBox(8, along, curve);
    VBox.setVgrow(left, Priority.ALWAYS);
    VBox.setVgrow(curve, Priority.ALWAYS);
    curve.setPrefHeight(260);
    along
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    !model.curveProperty().get().isEmpty()
                        || model.alongProperty().get() != NumbersModel.Along.CLOSEST,
                model.curveProperty(),
                model.alongProperty()));
    left.managedProperty().bind(along.visibleProperty());
    left.visibleProperty().bind(along.visibleProperty());
    GridPane grid = new GridPane();
    grid.setHgap(24);
    grid.setVgap(16);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(50);
      grid.getColumnConstraints().add(column);
      RowConstraints row = new RowConstraints();
      row.setVgrow(Priority.ALWAYS);
      grid.getRowConstraints().add(row);
    }
    grid.add(new VBox(8, left, judgeFirst), 0, 0);
    grid.add(classes, 1, 0);
    for (HistogramView histogram : List.of(distances, allDistances)) {
      VBox.setVgrow(histogram, Priority.ALWAYS);
    }
    grid.add(new VBox(distances, allDistances), 0, 1);
    grid.add(hubs, 1, 1);
    VBox content = new VBox(16, controls, figures, grid);
    VBox.setVgrow(grid, Priority.ALWAYS);
    content.setPadding(new Insets(16, 8, 16, 0));
    content.setMinHeight(Region.USE_PREF_SIZE); // higher where there is room
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setId("numbers");
    return scroll;
  }

  private void use() {
    Browsed browsed = pairs.browsedProperty().get();
    if (browsed != null) {
      navigator.fill(
          Training.of(
              pairs.queryProperty().get(),
              browsed,
              board.training(browsed.run()),
              pairs.judgments().judged() > 0));
    }
  }

  private void reveal() {
    if (pairs.browsedProperty().get() == null) {
      String why = pairs.nothingProperty().get();
      sight.say(why.isEmpty() ? EMPTY : why);
    } else {
      sight.reveal();
    }
  }

  private void showCurve(Curve now) {
    Browsed browsed = pairs.browsedProperty().get();
    curve.show(now, PairCurveTexts.of(browsed != null && browsed.labeled(), numbered()));
  }

  private boolean numbered() {
    return model.alongProperty().get() == NumbersModel.Along.NEAREST;
  }

  private void show(Numbers now) {
    Browsed browsed = pairs.browsedProperty().get();
    if (now == null || browsed == null) {
      return;
    }
    boolean labeled = browsed.labeled();
    boolean verdicts = pairs.queryProperty().get().verdicts() && pairs.judgments().judged() > 0;
    kept.show(Words.count(now.kept().pairs()), verdicts ? LEFT + ", as verdicts have it" : LEFT);
    coverage.show(Words.percent(now.kept().coverage()));
    purity.setVisible(labeled);
    purity.show(labeled ? Words.percent(now.kept().purity()) : "");
    mutual.show(Words.percent(now.all().mutualShare()));
    skewness.show(Words.number(browsed.table().hubness().skewness()));
    judgeFirst.setVisible(!labeled);
    judgeFirst.setManaged(!labeled);
    curve.mark(
        numbered()
            ? Math.min(browsed.k(), pairs.queryProperty().get().filter().k())
            : now.kept().coverage(),
        labeled ? now.kept().purity() : now.estimated());
    classes.show(now.byClass(), browsed);
    Bins bins = now.distanceBins(labeled);
    distances.show(labeled ? bins : Bins.NONE);
    allDistances.show(labeled ? Bins.NONE : bins);
    distances.mark(now.farthestShare());
    allDistances.mark(now.farthestShare());
    hubs.show(Numbers.hubBins(browsed.table().hubness()));
    showEstimate();
  }

  private void showEstimate() {
    Precision precision = sample.precision();
    boolean known = precision != null && precision.decided() > 0;
    estimate.setVisible(known);
    if (known) {
      estimate.show(
          Sample.share(precision), "same kind by verdicts, " + Sample.interval(precision));
      Tips.set(estimate, Sample.bounds(precision));
    }
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public Node view() {
    return sight;
  }

  @Override
  public void show(RunRow run) {
    pairs.show(run);
    model.wanted();
  }
}
