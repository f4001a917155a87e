package kindred.gui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import kindred.data.ImportRequest;
import kindred.data.Importer;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import kindred.gui.core.Remembered;
import kindred.gui.core.RunRow;
import kindred.run.VectorExport;
import kindred.run.Workspace;

/**
 * A window in a process of its own that is busy with everything at once, for somebody to kill. The
 * arguments are the workspace, a folder of pictures to import, and a name for what is made.
 */
public final class KillableWindow {
  private static Workspace workspace;
  private static Path pictures;
  private static String name;

  private KillableWindow() {}

  /** Starts it; never ends by itself. */
  public static void main(String[] arguments) {
    workspace = Workspace.open(Path.of(arguments[0]));
    pictures = Path.of(arguments[1]);
    name = arguments[2];
    Application.launch(Busy.class);
  }

  /** Made by JavaFX; a main class that is one itself would ask for JavaFX as a module. */
  public static final class Busy extends Application {
    @Override
    public void start(Stage stage) {
      open(stage);
    }
  }

  private static void open(Stage stage) {
    Remembered remembered = new Remembered(workspace.path().resolve("window.json"));
    Workbench workbench = new Workbench(stage, workspace, new Answers(), remembered, other -> {});
    workbench.show();
    importing(workbench);
    launching(workbench);
    exporting(workbench);
  }

  private static void fail(Throwable thrown) {
    thrown.printStackTrace();
    Platform.exit();
  }

  private static void importing(Workbench workbench) {
    workbench
        .session()
        .background()
        .start(
            "import",
            activity -> {
              for (int i = 0; ; i++) {
                ImportRequest request =
                    new ImportRequest(pictures, name + "-" + i, 16, Optional.empty());
                Importer.run(request, workspace.datasets(), progress -> {}, activity::cancelled);
              }
            },
            nothing -> {},
            KillableWindow::fail);
  }

  private static void launching(Workbench workbench) {
    Experiment chain =
        Json.read(
            """
            {"name": "chain", "stages": {
              "space": {"stage": "latent", "data": "tiny", "training":
                {"epochs": 30, "batch": 8, "latent": 4, "holdout": 0.2, "threads": 1}},
              "near": {"stage": "neighbors", "source": "space"},
              "accuracy": {"stage": "evaluate", "source": "space", "k": 3, "probeEpochs": 2}}}
            """,
            Experiment.class,
            "experiment");
    workbench
        .session()
        .background()
        .run(
            () -> workbench.session().jobs().launch(chain),
            runs -> workbench.session().board().refresh(),
            KillableWindow::fail);
  }

  /** Writes vectors of the first run that has some, again and again. */
  private static void exporting(Workbench workbench) {
    workbench
        .session()
        .background()
        .start(
            "export",
            activity -> {
              while (true) {
                for (RunRow run : List.copyOf(workbench.session().board().runs())) {
                  if (Files.exists(run.folder().artifact("embeddings.npz"))) {
                    Path out = workspace.path().resolve("vectors.npz");
                    VectorExport.write(workspace, run.id(), null, out, (done, total) -> {});
                  }
                }
                Thread.sleep(20);
              }
            },
            nothing -> {},
            KillableWindow::fail);
  }
}
