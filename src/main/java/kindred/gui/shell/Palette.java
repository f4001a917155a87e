package kindred.gui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything that can be done, found by typing a part of its name. */
final class Palette {
  private static final int MOST = 200;

  private final StackPane view = new StackPane();
  private final TextField query = new TextField();
  private final ListView<Command> list = new ListView<>();
  private final Supplier<List<Command>> commands;
  private List<Command> all = List.of();

  /**
   * @param commands what can be done at the moment of asking
   */
  Palette(Supplier<List<Command>> commands) {
    this.commands = commands;
    query.setPromptText("What would you like to do, or where to go?");
    query.setId("palette-query");
    query.textProperty().addListener((property, before, now) -> filter());
    list.setId("palette-list");
    list.setFocusTraversable(false);
    list.setPlaceholder(new Label("Nothing is called that."));
    list.setCellFactory(ignored -> new CommandCell());
    list.setOnMouseClicked(event -> carryOut());
    VBox box = new VBox(8, query, list);
    box.getStyleClass().addAll("card", "palette");
    box.setMaxSize(560, 420);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    view.getStyleClass().add("palette-back");
    view.getChildren().add(box);
    view.setVisible(false);
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    view.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getTarget() == view) {
            hide();
          }
        });
  }

  /** Lies over the whole window; unseen until {@link #show}. */
  StackPane view() {
    return view;
  }

  void show() {
    all = commands.get();
    query.clear();
    filter();
    view.setVisible(true);
    query.requestFocus();
  }

  void hide() {
    view.setVisible(false);
  }

  boolean showing() {
    return view.isVisible();
  }

  private void filter() {
    list.getItems().setAll(all.stream().filter(c -> c.fits(query.getText())).limit(MOST).toList());
    list.getSelectionModel().selectFirst();
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      hide();
    } else if (code == KeyCode.ENTER) {
      carryOut();
    } else if (code == KeyCode.DOWN) {
      list.getSelectionModel().selectNext();
      list.scrollTo(list.getSelectionModel().getSelectedIndex());
    } else if (code == KeyCode.UP) {
      list.getSelectionModel().selectPrevious();
      list.scrollTo(list.getSelectionModel().getSelectedIndex());
    } else {
      return;
    }
    event.consume();
  }

  private void carryOut() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      hide();
      chosen.action().run();
    }
  }

  private static final class CommandCell extends ListCell<Command> {
    private final FontIcon icon = new FontIcon("fth-circle");
    private final Label name = new Label();
    private final Label keys = new Label();
    private final HBox row;

    CommandCell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      keys.getStyleClass().addAll("quiet", "small");
      row = new HBox(8, icon, name, space, keys);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
      } else {
        icon.setIconLiteral(command.icon());
        name.setText(command.name());
        keys.setText(command.keys());
        setGraphic(row);
      }
    }
  }
}
