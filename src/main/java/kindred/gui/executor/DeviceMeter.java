package kindred.gui.executor;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.run.Machine;

/** How busy the processors are, as bars of growing height, and how much memory is taken. */
final class DeviceMeter extends HBox {
  private static final int BARS = 5;

  private final List<Region> bars = new ArrayList<>();
  private final Label figures = new Label("—");
  private final Label gpu = new Label();

  DeviceMeter() {
    super(8);
    setId("bar-device");
    setAlignment(Pos.CENTER_LEFT);
    HBox meter = new HBox(2);
    meter.setAlignment(Pos.BOTTOM_LEFT);
    meter.setMaxHeight(16);
    for (int i = 0; i < BARS; i++) {
      Region bar = new Region();
      bar.getStyleClass().add("meter-bar");
      double height = 4 + 3.0 * i;
      bar.setMinSize(4, height);
      bar.setMaxSize(4, height);
      bars.add(bar);
      meter.getChildren().add(bar);
    }
    figures.getStyleClass().add("meter-figures");
    gpu.managedProperty().bind(gpu.visibleProperty());
    gpu.setVisible(false);
    getChildren().addAll(new Label("CPU"), meter, figures, gpu);
    setMinWidth(USE_PREF_SIZE);
    Tips.set(this, "How busy this machine is");
  }

  /** Shows what was seen. */
  void show(Machine machine) {
    long lit = machine.load() < 0 ? 0 : Math.round(Math.ceil(machine.load() * BARS - 0.25));
    for (int i = 0; i < BARS; i++) {
      bars.get(i).getStyleClass().remove("lit");
      if (i < lit) {
        bars.get(i).getStyleClass().add("lit");
      }
    }
    figures.setText(Words.bytes((double) machine.used()));
    StringBuilder text = new StringBuilder();
    text.append(
        machine.load() < 0
            ? Words.count(machine.cores(), "processor core", "processor cores")
            : Words.percent(machine.load())
                + " of "
                + Words.count(machine.cores(), "processor core", "processor cores"));
    text.append("\nMemory: ").append(Words.bytes((double) machine.used()));
    text.append(" of ").append(Words.bytes((double) machine.total())).append(" taken");
    if (machine.workers() > 0) {
      text.append("\nWorkers: ").append(Words.bytes((double) machine.workers()));
    }
    for (Machine.Gpu one : machine.gpus()) {
      text.append("\n").append(one.name()).append(": ").append(Words.percent(one.load()));
      text.append(", ").append(Words.bytes((double) one.used()));
      text.append(" of ").append(Words.bytes((double) one.total()));
    }
    Tips.set(this, text.toString());
    setAccessibleText(text.toString());
    gpu.setVisible(!machine.gpus().isEmpty());
    if (!machine.gpus().isEmpty()) {
      Machine.Gpu first = machine.gpus().get(0);
      gpu.setText(
          "GPU " + Words.percent(first.load()) + " · " + Words.bytes((double) first.used()));
    }
  }
}
