package kindred.gui.compute;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.StringConverter;
import kindred.experiment.Precision;
import kindred.gui.core.OneWayConverter;
import kindred.gui.core.Session;
import kindred.run.ComputeSettings;

/** The settings, each kept as soon as it is changed, and the button that tries them. */
final class ComputeForm extends VBox {
  private final Session session;
  private final ComputeModel model;
  private final TextField folder = new TextField();
  private final Spinner<Integer> threads = new Spinner<>(0, 1024, 0);
  private final ComboBox<Precision> precision = new ComboBox<>();
  private final CheckBox tensorBoard = new CheckBox("Also write files for TensorBoard");
  private final Label problem = new Label();
  private boolean showing;

  /**
   * @param more further rows of settings
   */
  ComputeForm(Session session, ComputeModel model, Node more) {
    this.session = session;
    this.model = model;
    getStyleClass().add("form");
    folder.setId("compute-folder");
    folder.setPromptText("The program's own");
    folder.setOnAction(event -> model.choosePytorch(folder.getText()));
    folder
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                model.choosePytorch(folder.getText());
              }
            });
    threads.setId("compute-threads");
    threads.setEditable(true);
    threads.getValueFactory().setConverter(new ThreadWords());
    threads.setMaxWidth(Double.MAX_VALUE);
    threads
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!showing) {
                model.chooseThreads(now);
              }
            });
    precision.setId("compute-precision");
    precision.getItems().setAll(Precision.values());
    precision.setMaxWidth(Double.MAX_VALUE);
    precision.setConverter(new OneWayConverter<>(ComputeForm::worded));
    precision
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!showing) {
                model.choosePrecision(now);
              }
            });
    tensorBoard.setId("compute-tensorboard");
    tensorBoard
        .selectedProperty()
        .addListener(
            (property, before, now) -> {
              if (!showing) {
                model.chooseTensorBoard(now);
              }
            });
    problem.setId("compute-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.textProperty().bind(model.problemProperty());
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            row("PyTorch folder", folderRow()),
            hint(
                "A libtorch 2.7.1 of your own, such as the one for CUDA 12.8. Nothing is ever"
                    + " downloaded."),
            row("Threads that forms propose", threads),
            hint("0 stands for one per processor core."),
            row("Precision that forms propose", precision),
            tensorBoard,
            tensorBoardHint(),
            more,
            problem,
            space,
            button());
    model.settingsProperty().addListener((property, before, now) -> show(now));
    show(model.settingsProperty().get());
  }

  private HBox folderRow() {
    Button choose = new Button("Choose…");
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setAccessibleText("Choose a PyTorch folder");
    choose.setOnAction(
        event ->
            session
                .choosers()
                .folder("Folder with PyTorch's native library")
                .map(Path::toString)
                .ifPresent(model::choosePytorch));
    HBox.setHgrow(folder, Priority.ALWAYS);
    HBox row = new HBox(8, folder, choose);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static VBox row(String words, Region control) {
    Label label = new Label(words);
    label.setLabelFor(control);
    return new VBox(4, label, control);
  }

  private static Label hint(String words) {
    Label hint = new Label(words);
    hint.getStyleClass().addAll("quiet", "small");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    return hint;
  }

  private static TextFlow tensorBoardHint() {
    Text command = new Text("tensorboard --logdir runs");
    command.getStyleClass().add("command");
    TextFlow hint =
        new TextFlow(new Text("Into the folder of every run; "), command, new Text(" shows them."));
    hint.getStyleClass().add("form-hint");
    hint.setMinHeight(USE_PREF_SIZE);
    return hint;
  }

  private Button button() {
    Button test = new Button("Test the engine");
    test.setId("compute-test");
    test.getStyleClass().add("accent");
    test.setMaxWidth(Double.MAX_VALUE);
    test.disableProperty().bind(model.testingProperty());
    test.setOnAction(event -> model.test());
    return test;
  }

  private void show(ComputeSettings settings) {
    showing = true;
    folder.setText(settings.pytorch() == null ? "" : settings.pytorch());
    threads.getValueFactory().setValue(settings.threads());
    precision.setValue(settings.precision());
    tensorBoard.setSelected(settings.tensorBoard());
    showing = false;
  }

  private final class ThreadWords extends StringConverter<Integer> {
    @Override
    public String toString(Integer number) {
      return number == null ? "" : number.toString();
    }

    @Override
    public Integer fromString(String text) {
      return model.threadsOf(text);
    }
  }

  private static String worded(Precision precision) {
    return switch (precision) {
      case AUTO -> "Automatic: bf16 where the device has it";
      case FP32 -> "fp32";
      case BF16 -> "bf16";
    };
  }
}
