package kindred.gui.log;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.Notices.Level;
import kindred.gui.core.Notices.Notice;
import kindred.gui.core.OneWayConverter;
import kindred.gui.core.Turns;

/** What the window said, with the details of the one that is chosen. */
final class MessagesView extends VBox {
  private final MessagesModel model;
  private final ListView<Notice> list;
  private final TextArea details = new TextArea();

  MessagesView(MessagesModel model) {
    super(8);
    this.model = model;
    this.list = new ListView<>(model.shown());
    setId("messages");
    ComboBox<Level> level = new ComboBox<>();
    level.setId("messages-level");
    level.getItems().setAll(Level.values());
    level.setValue(Level.INFO);
    level.setConverter(new OneWayConverter<>(MessagesView::worded));
    level.setAccessibleText("Which messages are shown");
    level.valueProperty().addListener((property, before, now) -> model.least(now));
    TextField words = new TextField();
    words.setPromptText("Words to look for");
    words.setAccessibleText("Words to look for");
    words.textProperty().addListener((property, before, now) -> model.words(now));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button copy = new Button("Copy all shown");
    copy.setId("messages-copy");
    copy.disableProperty().bind(Bindings.isEmpty(model.shown()));
    copy.setOnAction(event -> copy(model.text()));
    HBox tools = new HBox(8, level, words, space, copy);
    tools.setAlignment(Pos.CENTER_LEFT);

    list.setId("messages-list");
    list.setCellFactory(view -> new Cell());
    Label nothing = new Label("Nothing to tell yet. What happens in the window is kept here.");
    nothing.getStyleClass().add("quiet");
    list.setPlaceholder(nothing);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> showDetails(now));
    model.shown().addListener((ListChangeListener<Notice>) change -> followEnd());
    details.setEditable(false);
    details.setWrapText(true);
    details.setId("messages-details");
    details.getStyleClass().add("log-text");
    details.setPromptText("Choose a message to see its details here.");
    SplitPane both = new SplitPane(list);
    both.setOrientation(Orientation.VERTICAL);
    Turns.later(
        both,
        details,
        () -> {
          both.getItems().add(details);
          both.setDividerPositions(0.7);
        });
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(tools, both);
    followEnd();
  }

  private static String worded(Level level) {
    return switch (level) {
      case INFO -> "All messages";
      case DONE -> "What is done, and problems";
      case PROBLEM -> "Problems only";
    };
  }

  /** The newest is in sight, unless something is being read. */
  private void followEnd() {
    if (list.getSelectionModel().isEmpty() && !model.shown().isEmpty()) {
      list.scrollTo(model.shown().size() - 1);
    }
  }

  private void showDetails(Notice notice) {
    details.setText(notice == null ? "" : MessagesModel.text(notice));
  }

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static final class Cell extends ListCell<Notice> {
    private final Label time = new Label();
    private final Label text = new Label();
    private final HBox content = new HBox(8);

    Cell() {
      time.getStyleClass().addAll("quiet", "log-time");
      time.setMinWidth(USE_PREF_SIZE);
      text.setWrapText(true);
      text.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(text, Priority.ALWAYS);
      content.setAlignment(Pos.TOP_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Notice notice, boolean empty) {
      super.updateItem(notice, empty);
      if (notice == null) {
        setGraphic(null);
        return;
      }
      time.setText(MessagesModel.time(notice));
      text.setText(notice.text());
      content.getChildren().setAll(NoticeMarks.of(notice.level()), time, text);
      setGraphic(content);
    }
  }
}
