package kindred.gui.results;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import kindred.gui.core.Words;

/** A share as a bar with its number behind. */
public final class ShareBar extends HBox {
  private static final double HEIGHT = 8;

  private final Region bar = new Region();
  private final StackPane room = new StackPane(bar);
  private final Label number = new Label();
  private Double share;

  /**
   * @param style class of its color
   */
  public ShareBar(String style) {
    super(8);
    bar.getStyleClass().addAll("bar", style);
    bar.setMinSize(0, HEIGHT);
    bar.setMaxHeight(HEIGHT);
    room.setAlignment(Pos.CENTER_LEFT);
    room.getStyleClass().add("bar-room");
    room.setMinWidth(0);
    room.setMaxHeight(HEIGHT);
    HBox.setHgrow(room, Priority.ALWAYS);
    number.setMinWidth(56);
    number.setAlignment(Pos.CENTER_RIGHT);
    number.getStyleClass().add("small");
    room.widthProperty().addListener((property, before, now) -> fit());
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(room, number);
  }

  /** Shows a share, or for null that there is none. */
  public void show(Double now) {
    share = now;
    number.setText(words());
    fit();
  }

  /** The share as it is written. */
  public String words() {
    return share == null ? "–" : Words.percent(share);
  }

  private void fit() {
    bar.setMaxWidth(share == null ? 0 : Math.max(0, share * room.getWidth()));
  }
}
