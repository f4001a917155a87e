package kindred.gui.models;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.Navigator;
import kindred.gui.core.Place;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a model comes from, link by link; each leads to its panel. */
final class OriginChain extends FlowPane {
  private static final double LONGEST = 288;

  private final Navigator navigator;

  OriginChain(Navigator navigator) {
    super(8, 8);
    this.navigator = navigator;
    setAlignment(Pos.CENTER_LEFT);
  }

  void show(List<Origin> chain) {
    getChildren().clear();
    for (Origin origin : chain) {
      if (!getChildren().isEmpty()) {
        FontIcon arrow = new FontIcon("fth-arrow-right");
        arrow.getStyleClass().add("origin-arrow");
        getChildren().add(arrow);
      }
      getChildren().add(link(origin));
    }
  }

  private Button link(Origin origin) {
    Label title = new Label(origin.title());
    title.getStyleClass().addAll("quiet", "small");
    Label name = new Label(origin.name());
    name.setMaxWidth(LONGEST);
    VBox words = new VBox(title, name);
    Button button = new Button(null, words);
    button.getStyleClass().add("origin");
    button.setAccessibleText(origin.title() + ": " + origin.name());
    Tips.set(button, origin.name());
    boolean data = origin.title().equals("Data");
    button.setDisable(origin.run().isEmpty() && !data);
    button.setOnAction(
        event ->
            origin
                .run()
                .ifPresentOrElse(
                    run -> navigator.openRun(run.id()), () -> navigator.open(Place.DATA)));
    return button;
  }
}
