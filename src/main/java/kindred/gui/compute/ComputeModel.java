package kindred.gui.compute;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kindred.experiment.BadInput;
import kindred.experiment.Precision;
import kindred.gui.core.Session;
import kindred.run.ComputeSettings;
import kindred.run.ComputeTest;
import kindred.run.Machine;

/** The workspace's settings for computing, kept as they are changed, and the test of the engine. */
final class ComputeModel {
  private final Session session;
  private final ReadOnlyObjectWrapper<ComputeSettings> settings =
      new ReadOnlyObjectWrapper<>(ComputeSettings.DEFAULTS);
  private final ReadOnlyObjectWrapper<ComputeTest.Report> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Machine> machine = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  ComputeModel(Session session) {
    this.session = session;
  }

  /** Reads what was chosen and what there is. */
  void load() {
    session
        .background()
        .run(() -> ComputeSettings.of(session.workspace()), settings::set, this::failed);
    session.background().run(() -> Machine.look(List.of()), machine::set);
  }

  /** Takes another folder of PyTorch; empty for the program's own. */
  void choosePytorch(String folder) {
    ComputeSettings now = settings.get();
    keep(() -> new ComputeSettings(folder, now.threads(), now.precision(), now.tensorBoard()));
  }

  /** The number that was typed; of what is no number the reason is said, and all stays. */
  int threadsOf(String typed) {
    try {
      int threads = Integer.parseInt(typed.strip());
      problem.set("");
      return threads;
    } catch (NumberFormatException e) {
      problem.set(
          "threads is '" + typed.strip() + "'; write a whole number, 0 for one per processor core");
      return settings.get().threads();
    }
  }

  void chooseThreads(int threads) {
    ComputeSettings now = settings.get();
    keep(() -> new ComputeSettings(now.pytorch(), threads, now.precision(), now.tensorBoard()));
  }

  void choosePrecision(Precision precision) {
    ComputeSettings now = settings.get();
    keep(() -> new ComputeSettings(now.pytorch(), now.threads(), precision, now.tensorBoard()));
  }

  /** Whether every run writes files for TensorBoard too. */
  void chooseTensorBoard(boolean wanted) {
    ComputeSettings now = settings.get();
    keep(() -> new ComputeSettings(now.pytorch(), now.threads(), now.precision(), wanted));
  }

  /** Makes settings, or refuses. */
  private interface Choice {
    ComputeSettings made();
  }

  /** What cannot be is said beside the form and not kept. */
  private void keep(Choice choice) {
    session
        .background()
        .run(
            () -> {
              ComputeSettings made = choice.made();
              made.save(session.workspace());
              return made;
            },
            kept -> {
              problem.set("");
              if (!java.util.Objects.equals(kept.pytorch(), settings.get().pytorch())) {
                report.set(null);
              }
              settings.set(kept);
            },
            this::failed);
  }

  private void failed(Throwable thrown) {
    if (thrown instanceof BadInput) {
      problem.set(thrown.getMessage());
    } else {
      session.notices().problem(thrown);
    }
  }

  /** Starts a worker that multiplies two matrices; shown in the bar meanwhile. */
  void test() {
    ComputeSettings tried = settings.get();
    testing.set(true);
    problem.set("");
    session
        .background()
        .start(
            "Test of the engine",
            activity -> ComputeTest.inProcess(tried),
            found -> {
              testing.set(false);
              report.set(found);
            },
            thrown -> {
              testing.set(false);
              report.set(null);
              failed(thrown);
            });
  }

  /** Why there is no GPU at work, or that there is one. */
  String gpuWords() {
    Machine seen = machine.get();
    ComputeTest.Report tested = report.get();
    if (tested != null && tested.devices().size() > 1) {
      return tested.device() + " is at hand: choose it as the device in a form.";
    }
    if (seen == null) {
      return "Looking…";
    }
    if (seen.gpus().isEmpty()) {
      return "No NVIDIA GPU was found: nvidia-smi is not there or lists none. The processor does"
          + " the work.";
    }
    String name = seen.gpus().get(0).name();
    if (settings.get().pytorch() == null) {
      return name
          + " is there, and not used: the program comes with PyTorch for processors only. Give the"
          + " folder of a libtorch 2.7.1 for CUDA 12.8 here, then test.";
    }
    return tested == null
        ? name + " is there. Test whether the PyTorch of that folder can use it."
        : name
            + " is there, and the PyTorch of that folder does not see it. It has to be 2.7.1 for"
            + " CUDA 12.8, and the driver recent enough for that.";
  }

  ReadOnlyObjectProperty<ComputeSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** What the last test found, or null. */
  ReadOnlyObjectProperty<ComputeTest.Report> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** What the machine has, or null before it was looked at. */
  ReadOnlyObjectProperty<Machine> machineProperty() {
    return machine.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty testingProperty() {
    return testing.getReadOnlyProperty();
  }

  /** What is wrong with the form or the engine; empty if nothing is. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
