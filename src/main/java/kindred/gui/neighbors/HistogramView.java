package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import kindred.gui.core.Words;

/**
 * A histogram of one or several kinds over one another, with a legend above and, below, what the
 * bin under the mouse holds. A line can mark a value that somebody chose.
 */
final class HistogramView extends VBox {
  private static final double LABELS = 16;

  private final List<String> kinds;
  private final List<Polygon> areas = new ArrayList<>();
  private final List<Label> ticks = new ArrayList<>();
  private final Line chosen = new Line();
  private final Label said = new Label();
  private final Paper paper = new Paper();
  private final String title;
  private Bins bins = Bins.NONE;
  private double chosenAt = Double.NaN;

  /**
   * @param kinds what is counted, each with the style class of its color after a colon, such as
   *     {@code same class:same}
   */
  HistogramView(String title, String... kinds) {
    this.title = title;
    this.kinds = List.of(kinds).stream().map(kind -> kind.split(":")[0]).toList();
    Label head = new Label(title);
    head.getStyleClass().add("strong");
    HBox legend = new HBox(16, head);
    legend.setAlignment(Pos.CENTER_LEFT);
    for (String kind : kinds) {
      String[] both = kind.split(":");
      Polygon area = new Polygon();
      area.getStyleClass().addAll("histogram", "histogram-" + both[1]);
      area.setManaged(false);
      areas.add(area);
      if (kinds.length > 1) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "swatch-" + both[1]);
        Label key = new Label(both[0], swatch);
        key.getStyleClass().addAll("quiet", "small");
        legend.getChildren().add(key);
      }
    }
    chosen.getStyleClass().add("histogram-chosen");
    chosen.setManaged(false);
    paper.getChildren().addAll(areas);
    paper.getChildren().add(chosen);
    paper.setMinSize(0, 96);
    paper.setPrefHeight(140);
    paper.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX()));
    paper.addEventHandler(MouseEvent.MOUSE_EXITED, event -> said.setText(""));
    VBox.setVgrow(paper, Priority.ALWAYS);
    said.getStyleClass().addAll("quiet", "small");
    said.setMinHeight(LABELS);
    setSpacing(4);
    getChildren().addAll(legend, paper, said);
  }

  /** Draws; of empty bins nothing is seen. */
  void show(Bins now) {
    bins = now;
    setVisible(!now.isEmpty());
    setManaged(!now.isEmpty());
    said.setText("");
    paper.getChildren().removeAll(ticks);
    ticks.clear();
    for (String words : now.ticks()) {
      Label tick = new Label(words);
      tick.getStyleClass().addAll("quiet", "small");
      tick.setManaged(false);
      tick.setAlignment(Pos.CENTER);
      ticks.add(tick);
    }
    paper.getChildren().addAll(ticks);
    paper.setAccessibleText(title + ", most in a bin " + Words.count(now.most()));
    paper.requestLayout();
  }

  /**
   * Marks a place.
   *
   * @param share of the width from the left; not a number for none
   */
  void mark(double share) {
    chosenAt = share;
    paper.placeMark();
  }

  private void hover(double x) {
    if (!bins.isEmpty()) {
      int bin = (int) Math.floor(x / paper.getWidth() * bins.size());
      if (bin >= 0 && bin < bins.size()) {
        said.setText(words(bin));
      }
    }
  }

  private String words(int bin) {
    StringBuilder words = new StringBuilder(bins.words().get(bin)).append(": ");
    for (int kind = 0; kind < kinds.size(); kind++) {
      words
          .append(kind == 0 ? "" : ", ")
          .append(Words.count(bins.counts().get(kind)[bin]))
          .append(' ')
          .append(kinds.get(kind));
    }
    return words.toString();
  }

  /** Where it is drawn; drawn again when its size changes. */
  private final class Paper extends Pane {
    @Override
    protected void layoutChildren() {
      double height = getHeight() - LABELS;
      for (int kind = 0; kind < areas.size() && !bins.isEmpty(); kind++) {
        areas.get(kind).getPoints().setAll(outline(bins.counts().get(kind), height));
      }
      boolean below = ticks.size() == bins.size();
      for (int i = 0; i < ticks.size(); i++) {
        double width = ticks.get(i).prefWidth(-1);
        double at =
            below
                ? getWidth() * (i + 0.5) / ticks.size()
                : getWidth() * i / Math.max(1, ticks.size() - 1);
        double x = Math.max(0, Math.min(getWidth() - width, at - width / 2));
        ticks.get(i).resizeRelocate(x, height, width, LABELS);
      }
      placeMark();
    }

    private List<Double> outline(long[] counts, double height) {
      List<Double> points = new ArrayList<>(List.of(0.0, height));
      double step = getWidth() / counts.length;
      for (int bin = 0; bin < counts.length; bin++) {
        double y = height * (1 - (double) counts[bin] / bins.most());
        points.addAll(List.of(bin * step, y, (bin + 1) * step, y));
      }
      points.addAll(List.of(getWidth(), height));
      return points;
    }

    private void placeMark() {
      chosen.setVisible(!Double.isNaN(chosenAt) && chosenAt >= 0 && chosenAt <= 1);
      double x = chosenAt * getWidth();
      if (chosen.isVisible()) {
        chosen.setStartX(x);
        chosen.setEndX(x);
        chosen.setEndY(getHeight() - LABELS);
      }
    }
  }
}
