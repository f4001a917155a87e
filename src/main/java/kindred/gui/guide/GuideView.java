package kindred.gui.guide;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Contents and a field to find by typing at the left, the section that is read at the right. */
final class GuideView {
  private final GuideModel model;
  private final BorderPane view = new BorderPane();
  private final TextField query = new TextField();
  private final ListView<Section> contents = new ListView<>();
  private final ScrollPane page = new ScrollPane();

  GuideView(GuideModel model) {
    this.model = model;
    query.setId("guide-query");
    query.setPromptText("Find in the guide");
    query.setAccessibleText("Find in the guide");
    query.textProperty().bindBidirectional(model.queryProperty());
    query.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    contents.setId("guide-contents");
    contents.setAccessibleText("Contents of the guide");
    contents.setItems(model.found());
    contents.setPlaceholder(new Label("The guide does not say that."));
    contents
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                model.readProperty().set(now);
              }
            });
    page.setId("guide-page");
    page.setFitToWidth(true);
    VBox.setVgrow(contents, Priority.ALWAYS);
    VBox left = new VBox(8, query, contents);
    left.getStyleClass().add("guide-left");
    view.getStyleClass().add("guide");
    view.setLeft(left);
    view.setCenter(page);
    model.readProperty().addListener((property, before, now) -> turn());
    model.queryProperty().addListener((property, before, now) -> turn());
    model
        .found()
        .addListener((ListChangeListener<Section>) change -> Platform.runLater(this::mark));
    turn();
  }

  private void turn() {
    page.setContent(new Page(model.readProperty().get(), model.sought()));
    page.setVvalue(0);
    mark();
  }

  /** In the contents, the section that is read. */
  private void mark() {
    Section read = model.readProperty().get();
    if (model.found().contains(read)) {
      contents.getSelectionModel().select(read);
      contents.scrollTo(read);
    }
  }

  /** While typing, the arrows go through what was found. */
  private void step(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      contents.getSelectionModel().selectNext();
      event.consume();
    } else if (event.getCode() == KeyCode.UP) {
      contents.getSelectionModel().selectPrevious();
      event.consume();
    }
  }

  BorderPane view() {
    return view;
  }

  /** Makes the keyboard type into the field. */
  void focus() {
    query.requestFocus();
    query.selectAll();
  }
}
