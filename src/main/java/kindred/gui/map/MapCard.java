package kindred.gui.map;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import kindred.gui.core.Words;
import kindred.gui.picture.Picture;
import kindred.gui.picture.Pictures;

/** Shows the image under the mouse large, with what is known of it, after a moment. */
final class MapCard extends VBox {
  private static final double SIDE = 128;
  private static final double DISTANCE = 20;

  private final Picture picture = new Picture(SIDE);
  private final Label title = new Label();
  private final Label details = new Label();
  private final Label source = new Label();
  private final PauseTransition moment = new PauseTransition(Duration.millis(300));
  private final Region inside;
  private Runnable then = () -> {};

  /**
   * @param inside the region that it lies in
   */
  MapCard(Region inside) {
    super(4);
    this.inside = inside;
    setId("map-card");
    getStyleClass().add("map-card");
    title.getStyleClass().add("strong");
    details.getStyleClass().add("quiet");
    source.getStyleClass().addAll("quiet", "small");
    source.setMaxWidth(240);
    source.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    source.managedProperty().bind(source.textProperty().isNotEmpty());
    details.managedProperty().bind(details.textProperty().isNotEmpty());
    getChildren().addAll(picture, title, details, source);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    moment.setOnFinished(event -> then.run());
  }

  /**
   * Shows an image in a moment, unless {@link #hide} comes before.
   *
   * @param sources finds the file that an image came from, and hands it over
   */
  void showSoon(
      MapContent content,
      Pictures pictures,
      BiConsumer<Integer, Consumer<String>> sources,
      int image,
      MapMarks.Spot at) {
    hide();
    then =
        () -> {
          picture.show(pictures, image);
          String name = content.className(image);
          title.setText("image " + Words.count(image));
          float distance = content.distance(image);
          String nearest = Float.isNaN(distance) ? "" : "nearest at " + Words.number(distance);
          details.setText(name + (name.isEmpty() || nearest.isEmpty() ? "" : " · ") + nearest);
          source.setText("");
          setVisible(true);
          place(at);
          sources.accept(
              image,
              found -> {
                source.setText(found);
                place(at);
              });
        };
    moment.playFromStart();
  }

  private void place(MapMarks.Spot at) {
    autosize();
    double away = DISTANCE + at.side() / 2;
    boolean left = at.x() + away + getWidth() > inside.getWidth();
    double x = left ? at.x() - away - getWidth() : at.x() + away;
    double y = Math.min(at.y() - SIDE / 2, inside.getHeight() - getHeight());
    relocate(Math.rint(Math.max(0, x)), Math.rint(Math.max(0, y)));
  }

  /** Shows nothing. */
  void hide() {
    moment.stop();
    setVisible(false);
  }
}
