package kindred.gui.decode;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.util.Duration;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** Moves a share from 0 to 1 in a few seconds, and stops there or when told to. */
final class Playing {
  private static final Duration WHOLE = Duration.seconds(4);

  private final Button button = new Button();
  private final FontIcon icon = new FontIcon("fth-play");
  private final Timeline timeline;

  Playing(DoubleProperty share) {
    timeline =
        new Timeline(
            new KeyFrame(Duration.ZERO, new KeyValue(share, 0)),
            new KeyFrame(WHOLE, new KeyValue(share, 1)));
    button.setId("path-play");
    button.setGraphic(icon);
    button.getStyleClass().add("button-icon");
    button.setOnAction(
        event -> {
          if (timeline.getStatus() == Animation.Status.RUNNING) {
            timeline.pause();
          } else {
            if (share.get() >= 1) {
              timeline.jumpTo(Duration.ZERO);
            } else {
              timeline.jumpTo(WHOLE.multiply(share.get()));
            }
            timeline.play();
          }
        });
    timeline.statusProperty().addListener((property, before, now) -> mark());
    mark();
  }

  private void mark() {
    boolean runs = timeline.getStatus() == Animation.Status.RUNNING;
    icon.setIconLiteral(runs ? "fth-pause" : "fth-play");
    String words = runs ? "Pause" : "Play the way from the first image to the second";
    button.setAccessibleText(words);
    Tips.set(button, words);
  }

  Button button() {
    return button;
  }

  void stop() {
    timeline.stop();
  }
}
