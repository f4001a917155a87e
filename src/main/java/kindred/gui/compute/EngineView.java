package kindred.gui.compute;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import kindred.experiment.DeviceNames;
import kindred.gui.core.Words;
import kindred.run.ComputeTest.Report;
import kindred.run.Machine;

/** What the machine has, and what the last test of the engine found. */
final class EngineView extends VBox {
  private static final int NAMES = 160;

  private final ComputeModel model;
  private final Label machine = value();
  private final Label gpu = value();
  private final Label engine = value();
  private final Label folder = value();
  private final Label devices = value();
  private final Label precision = value();
  private final Label product = value();

  EngineView(ComputeModel model) {
    super(16);
    this.model = model;
    setId("engine");
    gpu.setId("engine-gpu");
    engine.setId("engine-name");
    product.setId("engine-product");
    GridPane here = grid();
    row(here, 0, "Machine", machine);
    row(here, 1, "GPU", gpu);
    GridPane tested = grid();
    row(tested, 0, "Engine", engine);
    row(tested, 1, "Native library", folder);
    row(tested, 2, "Devices", devices);
    row(tested, 3, "Automatic precision", precision);
    row(tested, 4, "Matrix product", product);
    ProgressBar busy = new ProgressBar(-1);
    busy.setMaxWidth(Double.MAX_VALUE);
    busy.visibleProperty().bind(model.testingProperty());
    getChildren()
        .addAll(card("This machine", here), card("What the last test found", tested, busy));
    InvalidationListener look = observable -> show();
    model.machineProperty().addListener(look);
    model.reportProperty().addListener(look);
    model.settingsProperty().addListener(look);
    show();
  }

  private static VBox card(String title, javafx.scene.Node... content) {
    Label heading = new Label(title);
    heading.getStyleClass().add("strong");
    VBox card = new VBox(8, heading);
    card.getChildren().addAll(content);
    card.getStyleClass().add("card");
    return card;
  }

  private static Label value() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(8);
    return grid;
  }

  private static void row(GridPane grid, int row, String name, Label value) {
    Label label = new Label(name);
    label.getStyleClass().add("quiet");
    label.setMinWidth(NAMES);
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    grid.addRow(row, label, value);
  }

  private void show() {
    Machine seen = model.machineProperty().get();
    machine.setText(
        seen == null
            ? "Looking…"
            : Words.count(seen.cores(), "processor core", "processor cores")
                + ", "
                + Words.bytes((double) seen.total())
                + " of memory; "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ", Java "
                + Runtime.version().feature());
    gpu.setText(model.gpuWords());
    Report report = model.reportProperty().get();
    if (report == null) {
      engine.setText("Not tested yet. The test starts a worker, as a run does.");
      for (Label label : new Label[] {folder, devices, precision, product}) {
        label.setText("—");
      }
      return;
    }
    engine.setText(report.engine());
    folder.setText(report.nativeFolder());
    devices.setText(String.join(", ", report.devices()));
    String device = DeviceNames.spoken(report.device());
    precision.setText(report.precision() + " on " + device);
    product.setText(
        "1024 × 1024 in "
            + Words.number(report.milliseconds())
            + " ms on "
            + device
            + (report.device().equals("cpu")
                ? " with " + Words.count(report.threads(), "thread", "threads")
                : "")
            + ": "
            + Words.number(report.gigaflops())
            + " GFLOPS in fp32");
  }
}
