package kindred.gui.data;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.data.ArrayLayout;
import kindred.gui.core.Activity;
import kindred.gui.core.Choosers;
import kindred.gui.core.OneWayConverter;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where data sets are made of files: what, under which name, how large; and how far that is. */
final class ImportForm extends VBox {
  private final ImportModel model;
  private final Choosers choosers;
  private final Runnable showSkipped;
  private final DropZone zone;
  private final TextField name = new TextField();
  private final TextField size = new TextField();
  private final MenuButton test = new MenuButton();
  private final Label problem = new Label();
  private final VBox progress = new VBox(4);
  private final ProgressBar bar = new ProgressBar(0);
  private final Label far = new Label();
  private final VBox summary = new VBox(4);
  private final Button start = new Button("Import");

  /**
   * @param showSkipped shows the files that the last import left out
   * @param getPublished shows image sets that can be downloaded
   */
  ImportForm(ImportModel model, Choosers choosers, Runnable showSkipped, Runnable getPublished) {
    super(8);
    this.model = model;
    this.choosers = choosers;
    this.showSkipped = showSkipped;
    this.zone = new DropZone(choosers, model::point, getPublished);
    start.setId("import");
    start.getStyleClass().add("accent");
    start.setMaxWidth(Double.MAX_VALUE);
    start.setOnAction(event -> model.start());
    problem.setId("import-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMaxHeight(Double.MAX_VALUE);
    problem.setAlignment(Pos.TOP_LEFT);
    summary.setId("import-summary");
    StackPane state = new StackPane(problem, progress(), summary);
    state.setAlignment(Pos.TOP_LEFT);
    state.setMinHeight(56);
    state.setPrefHeight(56);
    state.setMaxHeight(72);
    ScrollPane given = new ScrollPane(new VBox(8, zone, fields())); // in a low window it scrolls
    given.setFitToWidth(true);
    given.setMinHeight(80);
    given.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    given.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(given, Priority.SOMETIMES);
    getChildren().addAll(given, state, start);
    follow();
  }

  /** What files are dropped on. */
  DropZone zone() {
    return zone;
  }

  private Node fields() {
    name.setId("import-name");
    name.textProperty().bindBidirectional(model.nameProperty());
    size.setId("import-size");
    size.textProperty().bindBidirectional(model.sizeProperty());
    size.setMaxWidth(72);
    test.setId("import-test");
    test.setMaxWidth(Double.MAX_VALUE);
    Tips.set(
        test,
        "Images of the same classes that every run holds out. A folder's own train and test"
            + " folders are known as such.");
    MenuItem folder = new MenuItem("A folder…");
    folder.setOnAction(
        event ->
            choosers.folder("Choose a folder of test images").ifPresent(model.testProperty()::set));
    MenuItem file = new MenuItem("A file…");
    file.setOnAction(event -> chooseTest());
    test.getItems().setAll(folder, file);
    HBox.setHgrow(test, Priority.ALWAYS);
    ComboBox<String> background = new ComboBox<>();
    background.setId("import-background");
    background.getItems().setAll("white", "black", "gray");
    background.setEditable(true); // for any color, as #3366cc
    background.setAccessibleText("Background of what is transparent");
    Tips.set(background, "What shows where images are transparent");
    background.setMaxWidth(Double.MAX_VALUE);
    background.valueProperty().bindBidirectional(model.backgroundProperty());
    HBox pixels = new HBox(8, size, new Label("pixels a side"));
    pixels.setAlignment(Pos.CENTER_LEFT);
    GridPane grid = new GridPane();
    grid.setHgap(8);
    grid.setVgap(8);
    ColumnConstraints words = new ColumnConstraints(80);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, values);
    Node[] named = {label("Name", name), name};
    ChoiceBox<ArrayLayout> layout = layoutChoice();
    Node[] laid = {label("Layout", layout), layout};
    LabelsMenu labels = new LabelsMenu(model, choosers, name.disableProperty());
    List<Node[]> others =
        List.of(
            new Node[] {label("Size", size), pixels},
            new Node[] {label("Labels", labels), labels},
            new Node[] {
              label("Test images", test),
              new HBox(4, test, clear(model.testProperty(), "No test images"))
            },
            new Node[] {label("Background", background), background});
    Runnable rows =
        () -> {
          grid.getChildren().clear();
          grid.addRow(0, named);
          if (model.arrayProperty().get()) {
            grid.addRow(1, laid); // on top, as nothing goes on without it
          }
          for (Node[] row : others) {
            grid.addRow(grid.getRowCount(), row);
          }
        };
    model.arrayProperty().addListener((property, before, now) -> rows.run());
    rows.run();
    return grid;
  }

  /** Of a numpy array, there while one is to be imported whose shape leaves it open. */
  private ChoiceBox<ArrayLayout> layoutChoice() {
    ChoiceBox<ArrayLayout> layout = new ChoiceBox<>();
    layout.setId("import-layout");
    layout.getItems().setAll(ArrayLayout.values());
    layout.setConverter(
        new OneWayConverter<>(
            "Choose one",
            value ->
                value == ArrayLayout.NHWC ? "N×H×W×C, channels last" : "N×C×H×W, channels first"));
    Tips.set(layout, "Image libraries put the channels last, PyTorch puts them first");
    layout.setMaxWidth(Double.MAX_VALUE);
    layout.valueProperty().bindBidirectional(model.layoutProperty());
    return layout;
  }

  /** A button that takes back the choice of a file, there while there is one. */
  private static Button clear(ObjectProperty<Path> choice, String words) {
    Button none = new Button(null, new FontIcon("fth-x"));
    none.getStyleClass().addAll("button-icon", "flat");
    none.setAccessibleText(words);
    none.setOnAction(event -> choice.set(null));
    none.visibleProperty().bind(choice.isNotNull());
    none.managedProperty().bind(none.visibleProperty());
    return none;
  }

  private static Label label(String text, Node of) {
    Label label = new Label(text);
    label.setLabelFor(of);
    return label;
  }

  private Node progress() {
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = new Button(null, new FontIcon("fth-x"));
    cancel.setId("import-cancel");
    cancel.getStyleClass().addAll("button-icon", "flat");
    cancel.setAccessibleText("Stop the import");
    cancel.setOnAction(event -> model.cancel());
    HBox row = new HBox(8, bar, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    far.getStyleClass().addAll("quiet", "figures");
    progress.getChildren().addAll(row, far);
    return progress;
  }

  private void chooseTest() {
    choosers
        .file("Choose a file of test images", "ZIP or other file of images", "*.*")
        .ifPresent(model.testProperty()::set);
  }

  private void follow() {
    test.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> named(model.testProperty().get(), "None"), model.testProperty()));
    test.disableProperty().bind(name.disableProperty());
    name.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.gatheredProperty().get().parts().size() > 1, model.gatheredProperty()));
    name.promptTextProperty()
        .bind(
            Bindings.when(name.disableProperty())
                .then("by the files")
                .otherwise("Name of the data set"));
    problem.textProperty().bind(model.problemProperty());
    start.disableProperty().bind(model.readyProperty().not());
    model.lookingProperty().addListener((property, before, now) -> describe());
    model.gatheredProperty().addListener((property, before, now) -> describe());
    model.activityProperty().addListener((property, before, now) -> running(now));
    model.summaryProperty().addListener((property, before, now) -> summarize(now));
    describe();
    running(model.activityProperty().get());
    summarize(model.summaryProperty().get());
  }

  private static String named(Path chosen, String none) {
    return chosen == null ? none : chosen.getFileName().toString();
  }

  private void describe() {
    zone.say(
        model.lookingProperty().get()
            ? "Looking at the files…"
            : model.gatheredProperty().get().description());
  }

  private void running(Activity activity) {
    bar.progressProperty().unbind();
    far.textProperty().unbind();
    progress.setVisible(activity != null);
    problem.setVisible(activity == null);
    zone.setDisable(activity != null);
    if (activity != null) {
      bar.progressProperty().bind(activity.progressProperty());
      far.textProperty().bind(activity.messageProperty());
    }
  }

  private void summarize(ImportSummary result) {
    summary.getChildren().clear();
    summary.setVisible(result != null);
    if (result == null) {
      return;
    }
    boolean failed = !result.problems().isEmpty();
    Label text = new Label(failed ? result.problems() : result.made());
    text.setWrapText(true);
    text.getStyleClass().add(failed ? "problem" : "quiet");
    summary.getChildren().add(text);
    if (result.skipped() > 0) {
      Hyperlink link = new Hyperlink("Show the skipped files");
      link.setId("show-skipped");
      link.setOnAction(event -> showSkipped.run());
      link.setMinHeight(Region.USE_PREF_SIZE);
      summary.getChildren().add(link);
    }
  }
}
