package kindred.gui.data;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.data.published.PublishedSet;
import kindred.gui.core.Activity;
import kindred.gui.core.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/** A published set: what it is, its terms, where it comes from, how large it is; and its button. */
final class GetCard extends HBox {
  private final GetModel model;
  private final PublishedSet set;
  private final Label amount = new Label();
  private final Button get = new Button("Get…", new FontIcon("fth-download"));
  private final ProgressBar bar = new ProgressBar(0);
  private final Label far = new Label();
  private final VBox progress = new VBox(4);
  private final TextField address;

  GetCard(GetModel model, PublishedSet set) {
    super(16);
    this.model = model;
    this.set = set;
    this.address = address();
    setId("get-card-" + set.name());
    getStyleClass().add("get-card");
    Label title = new Label(set.title());
    title.getStyleClass().add("strong");
    Label about = wrapped(set.about());
    Label terms = wrapped(set.terms());
    terms.getStyleClass().add("quiet");
    VBox words = new VBox(2, title, about, terms, address);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    amount.getStyleClass().addAll("quiet", "figures");
    get.setId("get-" + set.name());
    get.setAccessibleText("Get " + set.title());
    get.setMinWidth(Region.USE_PREF_SIZE);
    get.setOnAction(event -> model.get(set));
    VBox button = new VBox(4, get, amount);
    button.setAlignment(Pos.TOP_RIGHT);
    StackPane right = new StackPane(button, progress());
    right.setAlignment(Pos.TOP_RIGHT);
    right.setMinWidth(184);
    right.setMaxWidth(184);
    getChildren().addAll(words, right);
    model.runningProperty().addListener((property, before, now) -> running(now));
    model.keptProperty().addListener((property, before, now) -> describe());
    model.addressProperty().addListener((property, before, now) -> describe());
    running(model.runningProperty().get());
    describe();
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static TextField address() {
    TextField field = new TextField();
    field.setEditable(false);
    field.getStyleClass().add("facts-field");
    field.setAccessibleText("Address that it comes from");
    return field;
  }

  private Node progress() {
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = new Button(null, new FontIcon("fth-x"));
    cancel.setId("get-cancel-" + set.name());
    cancel.getStyleClass().addAll("button-icon", "flat");
    cancel.setAccessibleText("Stop getting " + set.title());
    cancel.setOnAction(event -> model.cancel());
    HBox row = new HBox(8, bar, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    far.getStyleClass().addAll("quiet", "figures");
    far.setWrapText(true);
    far.setMinHeight(Region.USE_PREF_SIZE);
    progress.getChildren().addAll(row, far);
    return progress;
  }

  private void describe() {
    String mirror = model.addressProperty().get().strip();
    address.setText("from " + (mirror.isEmpty() ? set.from().toString() : mirror));
    long kept = model.keptProperty().get().getOrDefault(set.name(), 0L);
    String all = Words.bytes((double) set.bytes());
    amount.setText(
        kept == 0
            ? all
            : kept >= set.bytes()
                ? all + ", downloaded"
                : Words.bytes((double) kept) + " of " + all + " here");
  }

  private void running(GetModel.Running now) {
    boolean mine = now != null && now.set().equals(set);
    get.setDisable(now != null);
    get.setVisible(!mine);
    amount.setVisible(!mine);
    bar.progressProperty().unbind();
    far.textProperty().unbind();
    progress.setVisible(mine);
    if (mine) {
      Activity activity = now.activity();
      bar.progressProperty().bind(activity.progressProperty());
      far.textProperty().bind(activity.messageProperty());
    }
  }
}
