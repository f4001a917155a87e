package kindred.gui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import kindred.data.ImportRequest;
import kindred.data.Importer;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import kindred.export.ExportFormat;
import kindred.export.Part;
import kindred.gui.core.Remembered;
import kindred.run.ExportOrder;
import kindred.run.Jobs;
import kindred.run.ModelExport;
import kindred.run.RunFolder;
import kindred.run.Workspace;

/**
 * A window in a process of its own that is busy with everything at once, for somebody to kill; it
 * says what it did. The first run of the workspace, {@code ae-1}, is done. The arguments are the
 * workspace, a folder of pictures to import, and a name for what is made.
 */
public final class KillableWindow {
  private static final long PAUSE_MILLIS = 60;

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
    forever(workbench, KillableWindow::importPictures);
    forever(workbench, round -> queue(workbench, round));
    forever(workbench, KillableWindow::export);
    train(workbench);
    say("open");
  }

  /** Tells whoever reads along what was done at least once. */
  private static void say(String done) {
    System.out.println(done);
  }

  private static void fail(Throwable thrown) {
    thrown.printStackTrace();
    Platform.exit();
  }

  /** Something done over and over, in the background as the panels do it. */
  private interface Work {
    void round(int number) throws Exception;
  }

  private static void forever(Workbench workbench, Work work) {
    workbench
        .session()
        .background()
        .start(
            "work",
            activity -> {
              for (int round = 0; ; round++) {
                work.round(round);
                Thread.sleep(PAUSE_MILLIS);
              }
            },
            nothing -> {},
            KillableWindow::fail);
  }

  private static void importPictures(int round) {
    ImportRequest request = new ImportRequest(pictures, name + "-" + round, 16, Optional.empty());
    Importer.run(request, workspace.datasets(), progress -> {}, () -> false);
    say("imported");
  }

  /** Launches a run that others pass in the queue, pauses it, takes it out, or lets it be. */
  private static void queue(Workbench workbench, int round) {
    Jobs jobs = workbench.session().jobs();
    RunFolder run = jobs.launch(stage("{\"stage\": \"neighbors\", \"source\": \"ae-1\"}"));
    jobs.move(run, 0);
    jobs.pause(run, true);
    if (round % 2 == 0) {
      jobs.stop(run);
    } else if (round % 9 == 1) {
      jobs.resume(run);
    }
    say("queued");
  }

  private static void train(Workbench workbench) {
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

  private static kindred.experiment.Stage stage(String json) {
    return Json.read(json, kindred.experiment.Stage.class, "stage");
  }

  /** Writes what the first run learned, over what was written before. */
  private static void export(int round) {
    write(ExportFormat.EMBEDDINGS, "vectors.npz");
    write(ExportFormat.SAFETENSORS, "encoder.safetensors");
    write(ExportFormat.TORCHSCRIPT, "encoder.pt");
    say("exported");
  }

  private static void write(ExportFormat format, String file) {
    Path out = workspace.path().resolve(file);
    ExportOrder order = new ExportOrder(format, Part.ENCODER, out);
    ModelExport.write(workspace, "ae-1", order, (done, total) -> {});
  }
}
