package kindred.gui.data;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.data.Duplicates;
import kindred.data.Duplicates.Pair;
import kindred.gui.core.Activity;
import kindred.gui.core.EmptyState;
import kindred.gui.core.Session;
import kindred.gui.data.DuplicatesModel.Kind;
import org.kordamp.ikonli.javafx.FontIcon;

/** Images that are or look the same, side by side. */
final class DuplicatesView implements DataView {
  private final Session session;
  private final DuplicatesModel model;
  private final Label summary = new Label();
  private final ListView<Pair> list;
  private final ComboBox<Kind> kind = new ComboBox<>();
  private final Button copy = new Button("Copy list", new FontIcon("fth-copy"));
  private final Button find = new Button("Find duplicates");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label left = new Label();
  private final HBox running = new HBox(8);
  private final VBox results = new VBox(8);
  private final Node none;
  private final VBox view = new VBox(8);

  DuplicatesView(Session session) {
    this.session = session;
    this.model = new DuplicatesModel(session);
    this.list = new ListView<>(model.pairs());
    this.none =
        new EmptyState(
            "fth-copy",
            "The same image twice counts twice in training, and across training and test images"
                + " it flatters the result.",
            "Find duplicates",
            model::search);
    view.getStyleClass().add("data-tab");
    list.setId("duplicate-pairs");
    list.setAccessibleText("Pairs of images");
    list.getStyleClass().add("quiet-list");
    list.setCellFactory(all -> new PairCell(model, session.background()));
    Label nothing = new Label("No pair of this kind.");
    nothing.getStyleClass().add("quiet");
    list.setPlaceholder(nothing);
    VBox.setVgrow(list, Priority.ALWAYS);
    summary.setId("duplicate-summary");
    summary.setWrapText(true);
    summary.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(summary, Priority.ALWAYS);
    HBox head = new HBox(8, summary, kind, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    results.getChildren().addAll(head, list);
    StackPane stack = new StackPane(results, none);
    VBox.setVgrow(stack, Priority.ALWAYS);
    view.getChildren().addAll(tools(), stack);
    follow();
  }

  private HBox tools() {
    find.setId("find-duplicates");
    find.setMinWidth(Region.USE_PREF_SIZE);
    find.setOnAction(event -> model.search());
    Slider bits = new Slider(0, Duplicates.MOST_BITS - 2, model.bitsProperty().get());
    bits.setMajorTickUnit(1);
    bits.setMinorTickCount(0);
    bits.setSnapToTicks(true);
    bits.setBlockIncrement(1);
    bits.setPrefWidth(120);
    bits.setAccessibleText("How many of 64 bits of their hashes may differ");
    Label value = new Label();
    value.getStyleClass().addAll("quiet", "figures");
    value.setMinWidth(Region.USE_PREF_SIZE);
    Runnable say = () -> value.setText("up to " + model.bitsProperty().get() + " of 64 bits");
    bits.valueProperty()
        .addListener(
            (property, before, now) -> {
              model.bitsProperty().set((int) Math.round(now.doubleValue()));
              say.run();
            });
    say.run();
    Label words = new Label("Hashes may differ in");
    words.setMinWidth(Region.USE_PREF_SIZE);
    words.setLabelFor(bits);
    Button cancel = new Button(null, new FontIcon("fth-x"));
    cancel.getStyleClass().addAll("button-icon", "flat");
    cancel.setAccessibleText("Stop looking for duplicates");
    cancel.setOnAction(event -> model.cancel());
    bar.setPrefWidth(120);
    left.getStyleClass().addAll("quiet", "figures");
    running.getChildren().addAll(bar, cancel, left);
    running.setAlignment(Pos.CENTER_LEFT);
    HBox row = new HBox(8, find, words, bits, value, running);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void follow() {
    kind.setId("duplicate-kind");
    kind.getItems().setAll(Kind.values());
    kind.setAccessibleText("Which pairs are shown");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    kind.valueProperty().bindBidirectional(model.kindProperty());
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(
        event ->
            model.table(
                text -> {
                  ClipboardContent content = new ClipboardContent();
                  content.putString(text);
                  Clipboard.getSystemClipboard().setContent(content);
                  session.notices().done("The list of pairs is in the clipboard.");
                }));
    model.foundProperty().addListener((property, before, now) -> update());
    model.activityProperty().addListener((property, before, now) -> running(now));
    update();
    running(null);
  }

  private void update() {
    boolean searched = model.foundProperty().get() != null;
    results.setVisible(searched);
    find.setVisible(searched);
    find.setManaged(searched);
    none.setVisible(!searched);
    summary.setText(model.summary());
  }

  private void running(Activity activity) {
    bar.progressProperty().unbind();
    left.textProperty().unbind();
    running.setVisible(activity != null);
    find.setDisable(activity != null);
    none.setDisable(activity != null);
    if (activity != null) {
      bar.progressProperty().bind(activity.progressProperty());
      left.textProperty().bind(activity.messageProperty());
    }
  }

  @Override
  public String title() {
    return "Duplicates";
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Opened opened) {
    model.show(opened);
  }
}
