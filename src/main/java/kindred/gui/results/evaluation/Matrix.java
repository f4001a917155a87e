package kindred.gui.results.evaluation;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.gui.results.evaluation.ConfusionModel.Cell;

/**
 * A confusion matrix as a grid of shades, row by true class: right answers blue, mistakes orange,
 * the darker the more. A cell is chosen by mouse or arrow keys.
 */
final class Matrix extends Region {
  private static final double NAMES = 92;
  private static final double SLANT = 48; // of the last column's name, to the right
  private static final double LEGIBLE = 22;
  private static final double FONT = 11;

  private final ConfusionModel model;
  private final Canvas canvas = new Canvas();
  private boolean dark;

  Matrix(ConfusionModel model) {
    this.model = model;
    setId("confusion-matrix");
    getStyleClass().add("matrix");
    getChildren().add(canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setMinSize(240, 240);
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnMouseMoved(this::hovered);
    setOnKeyPressed(this::typed);
    focusedProperty().addListener((property, before, now) -> draw());
    model.cellProperty().addListener((property, before, now) -> draw());
    model.classifierProperty().addListener((property, before, now) -> draw());
  }

  void setDark(boolean now) {
    dark = now;
    draw();
  }

  private double cell() {
    double room = Math.min(getWidth() - NAMES - SLANT, getHeight() - NAMES);
    double side = room / Math.max(1, model.classes().size());
    return Math.max(2, side >= 4 ? Math.floor(side) : side);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  /** Draws all anew. */
  void draw() {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    int classes = model.classes().size();
    if (classes == 0) {
      return;
    }
    double side = cell();
    pen.setFont(Font.font("Roboto", FONT));
    pen.setTextBaseline(VPos.CENTER);
    for (int row = 0; row < classes; row++) {
      for (int column = 0; column < classes; column++) {
        draw(pen, row, column, side);
      }
    }
    if (side >= FONT) {
      names(pen, side);
    }
    model.cellProperty().get().ifPresent(chosen -> frame(pen, chosen, side));
    setAccessibleText("Confusion matrix. " + model.words());
  }

  private void draw(GraphicsContext pen, int row, int column, double side) {
    double share = model.share(row, column);
    double x = NAMES + column * side;
    double y = NAMES + row * side;
    double gap = side >= 8 ? 1 : 0;
    Color full = Color.web(row == column ? (dark ? "#58a6ff" : "#0969da") : "#e8833a");
    pen.setFill(Color.gray(dark ? 0.09 : 0.965));
    pen.fillRect(x, y, side - gap, side - gap);
    pen.setFill(full.deriveColor(0, 1, 1, Math.sqrt(share)));
    pen.fillRect(x, y, side - gap, side - gap);
    int count = model.count(row, column);
    if (side >= LEGIBLE && count > 0) {
      pen.setFill(onShade(full, Math.sqrt(share)));
      pen.setTextAlign(TextAlignment.CENTER);
      String text = Words.count(count);
      pen.fillText(text, x + side / 2, y + side / 2, side - 2);
    }
  }

  /** Black or white, whichever is easier to read on a shade over the background. */
  private Color onShade(Color full, double strength) {
    double back = dark ? 0.09 : 0.965;
    Color seen = Color.gray(back).interpolate(full, strength);
    double light = luminance(seen);
    boolean black = (light + 0.05) * (light + 0.05) > 1.05 * 0.05;
    return black ? Color.BLACK : Color.WHITE;
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private void names(GraphicsContext pen, double side) {
    pen.setFill(Color.web(dark ? "#8b949e" : "#57606a"));
    for (int i = 0; i < model.classes().size(); i++) {
      String name = shortened(model.classes().get(i));
      pen.setTextAlign(TextAlignment.RIGHT);
      pen.fillText(name, NAMES - 8, NAMES + (i + 0.5) * side, NAMES - 8);
      pen.save();
      pen.translate(NAMES + (i + 0.5) * side, NAMES - 8);
      pen.rotate(-60);
      pen.setTextAlign(TextAlignment.LEFT);
      pen.fillText(name, 0, 0, NAMES);
      pen.restore();
    }
  }

  private static String shortened(String name) {
    return name.length() <= 14 ? name : name.substring(0, 13) + "…";
  }

  private void frame(GraphicsContext pen, Cell chosen, double side) {
    pen.setStroke(Color.web(dark ? "#e6edf3" : "#1f2328"));
    pen.setLineWidth(isFocused() ? 3 : 2);
    pen.strokeRect(
        NAMES + chosen.column() * side - 0.5,
        NAMES + chosen.row() * side - 0.5,
        Math.max(4, side),
        Math.max(4, side));
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    int row = (int) Math.floor((event.getY() - NAMES) / cell());
    int column = (int) Math.floor((event.getX() - NAMES) / cell());
    if (inside(row, column)) {
      model.choose(row, column);
    }
  }

  private boolean inside(int row, int column) {
    int classes = model.classes().size();
    return row >= 0 && column >= 0 && row < classes && column < classes;
  }

  private void hovered(MouseEvent event) {
    int row = (int) Math.floor((event.getY() - NAMES) / cell());
    int column = (int) Math.floor((event.getX() - NAMES) / cell());
    if (inside(row, column)) {
      Tips.set(
          canvas,
          model.classes().get(row)
              + (row == column
                  ? " recognized: "
                  : " taken for " + model.classes().get(column) + ": ")
              + Words.count(model.count(row, column), "image", "images")
              + ", "
              + Words.percent(model.share(row, column))
              + " of its class");
    } else {
      Tips.set(canvas, "Rows: true class. Columns: what it was taken for.");
    }
  }

  private void typed(KeyEvent event) {
    Cell at = model.cellProperty().get().orElse(new Cell(0, 0));
    switch (event.getCode()) {
      case UP -> model.choose(at.row() - 1, at.column());
      case DOWN -> model.choose(at.row() + 1, at.column());
      case LEFT -> model.choose(at.row(), at.column() - 1);
      case RIGHT -> model.choose(at.row(), at.column() + 1);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
