package kindred.gui.results;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import kindred.gui.core.Session;
import kindred.gui.core.Words;

/** A curve with its title above and, below, what the point under the mouse says. */
public final class CurveView extends VBox {
  private final Session session;
  private CurveText text;
  private final Label title;
  private final ImageView picture = new ImageView();
  private final Circle chosen = new Circle(5);
  private final Pane paper = new Pane(picture, chosen);
  private final Label said = new Label();
  private Curve curve = Curve.NONE;
  private int asked;
  private CurvePainter.Painted painted;
  private double chosenX = Double.NaN;
  private double chosenY;

  public CurveView(Session session, CurveText text) {
    this.session = session;
    this.text = text;
    title = new Label(text.title());
    title.getStyleClass().add("strong");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    said.getStyleClass().addAll("quiet", "small");
    paper.setMinSize(0, 120);
    chosen.getStyleClass().add("curve-chosen");
    chosen.setVisible(false);
    VBox.setVgrow(paper, Priority.ALWAYS);
    setSpacing(4);
    getChildren().addAll(title, paper, said);
    InvalidationListener again = changed -> paint();
    paper.widthProperty().addListener(again);
    paper.heightProperty().addListener(again);
    session.theme().darkProperty().addListener((property, before, now) -> paint());
    paper.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX()));
    paper.addEventHandler(MouseEvent.MOUSE_EXITED, event -> tellChosen());
  }

  /** Draws another curve, with words of its own; of an empty one nothing is seen. */
  public void show(Curve other, CurveText words) {
    curve = other;
    text = words;
    title.setText(words.title());
    picture.setImage(null);
    setVisible(!other.isEmpty());
    mark(Double.NaN, 0);
    tell(other.x().length - 1);
    paint();
  }

  /**
   * Puts a mark on a point, at once; it stays until another is marked or another curve is shown.
   *
   * @param x not a number for no mark
   */
  public void mark(double x, double y) {
    chosenX = x;
    chosenY = y;
    placeMark();
    if (!Double.isNaN(x)) {
      tellChosen();
    }
  }

  private void placeMark() {
    boolean there = painted != null && !curve.isEmpty() && !Double.isNaN(chosenX + chosenY);
    chosen.setVisible(there);
    if (there) {
      Rectangle2D area = painted.area();
      double share = (chosenX - painted.low()) / (painted.high() - painted.low());
      chosen.setCenterX(area.getX() + Math.min(1, Math.max(0, share)) * area.getWidth());
      chosen.setCenterY(area.getY() + (1 - chosenY) * area.getHeight());
    }
  }

  private void paint() {
    int width = (int) paper.getWidth();
    int height = (int) paper.getHeight();
    if (curve.isEmpty() || width < 50 || height < 50) {
      return;
    }
    boolean inWindow = getScene() != null && getScene().getWindow() != null;
    double scale = inWindow ? getScene().getWindow().getOutputScaleX() : 1;
    boolean dark = session.theme().darkProperty().get();
    var request = new CurvePainter.Request(curve, text, width, height, scale, dark);
    int number = ++asked;
    session
        .background()
        .run(
            () -> CurvePainter.paint(request),
            there -> {
              if (number == asked) {
                put(there, request);
              }
            });
  }

  private void put(CurvePainter.Painted there, CurvePainter.Request request) {
    painted = there;
    BufferedImage image = there.image();
    int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    picture.setImage(
        new WritableImage(
            new PixelBuffer<>(
                image.getWidth(),
                image.getHeight(),
                IntBuffer.wrap(argb),
                PixelFormat.getIntArgbPreInstance())));
    picture.setFitWidth(request.width());
    picture.setFitHeight(request.height());
    picture.setAccessibleText(text.title() + ". " + said.getText());
    placeMark();
  }

  private void hover(double at) {
    if (painted != null && !curve.isEmpty()) {
      double share = (at - painted.area().getX()) / painted.area().getWidth();
      tell(curve.nearest(painted.low() + share * (painted.high() - painted.low())));
    }
  }

  private void tellChosen() {
    if (Double.isNaN(chosenX) || curve.isEmpty()) {
      tell(curve.x().length - 1);
    } else {
      tell(chosenX, chosenY, band(curve.nearest(chosenX, chosenY)));
    }
  }

  private void tell(int point) {
    if (point < 0) {
      said.setText("");
    } else {
      tell(curve.x()[point], curve.y()[point], band(point));
    }
  }

  private String band(int point) {
    return curve.banded()
        ? Words.percent(curve.low()[point]) + " to " + Words.percent(curve.high()[point])
        : "";
  }

  private void tell(double x, double y, String band) {
    String xText = text.xIsShare() ? Words.percent(x) : Words.count(Math.round(x));
    said.setText(String.format(Locale.ROOT, text.point(), xText, Words.percent(y), band));
  }
}
