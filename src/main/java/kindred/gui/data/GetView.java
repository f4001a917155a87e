package kindred.gui.data;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.data.published.PublishedSet;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of published image sets that can be had. */
final class GetView extends VBox {
  private final GetModel model;

  /**
   * @param close leads back to the data sets
   */
  GetView(GetModel model, Runnable close) {
    super(8);
    this.model = model;
    setId("get-page");
    getStyleClass().add("get-page");
    VBox cards = new VBox(8);
    for (PublishedSet set : model.sets()) {
      cards.getChildren().add(new GetCard(model, set));
    }
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label problem = new Label();
    problem.setId("get-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren().addAll(head(close), options(), scroll, problem);
  }

  private static Node head(Runnable close) {
    Label title = new Label("Get data");
    title.getStyleClass().add("strong");
    Label promise =
        new Label("Published image sets. Nothing is downloaded before you agree to it.");
    promise.getStyleClass().add("quiet");
    VBox words = new VBox(2, title, promise);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button back = new Button("Back to the data sets", new FontIcon("fth-arrow-left"));
    back.setId("get-close");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setOnAction(event -> close.run());
    HBox row = new HBox(8, words, back);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node options() {
    TextField address = new TextField();
    address.setId("get-address");
    address.setPromptText("Each set's own; or that of a mirror with the same files");
    address.textProperty().bindBidirectional(model.addressProperty());
    HBox.setHgrow(address, Priority.ALWAYS);
    TextField size = new TextField();
    size.setId("get-size");
    size.setPromptText("own");
    size.setMaxWidth(72);
    size.textProperty().bindBidirectional(model.sizeProperty());
    HBox row =
        new HBox(8, label("Address", address), address, label("Size", size), size, new Label("px"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.disableProperty().bind(model.runningProperty().isNotNull());
    return row;
  }

  private static Label label(String text, Node of) {
    Label label = new Label(text);
    label.setLabelFor(of);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
