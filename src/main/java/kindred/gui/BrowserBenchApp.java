package kindred.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import kindred.gui.core.Place;
import kindred.gui.core.Remembered;
import kindred.gui.shell.Dialogs;
import kindred.run.Memory;
import kindred.run.Workspace;

/**
 * Measures how neighbors are seen: a run's pairs are opened and scrolled in a large window. Each
 * kind of view has a class of its own that measures it, {@link PairsBench} the rows of pairs and
 * {@link MapBench} the map.
 */
public final class BrowserBenchApp extends Application {
  private static final long MOST_MILLIS = 30_000;
  private static final long LOOK_MILLIS = 50;

  /** What the program was asked. */
  record Request(Path workspace, String run) {}

  /** Set before the start; JavaFX makes this class itself. */
  static Request request;

  /** What was measured, or what went wrong. */
  static CompletableFuture<Map<String, Double>> figures;

  private final Map<String, Double> measured = new LinkedHashMap<>();
  private Remembered remembered;
  private Workspace workspace;
  private Workbench workbench;

  @Override
  public void init() throws IOException {
    workspace = Workspace.open(request.workspace());
    remembered = new Remembered(Files.createTempDirectory("kindred").resolve("window.json"));
  }

  @Override
  public void start(Stage stage) {
    workbench = new Workbench(stage, workspace, new Dialogs(stage), remembered, other -> {});
    stage.setWidth(1900);
    stage.setHeight(1000);
    workbench.show();
    Thread measuring = new Thread(() -> measure(stage), "bench");
    measuring.setDaemon(true);
    measuring.start();
  }

  private void measure(Stage stage) {
    try {
      awaitRun();
      new PairsBench(workbench, stage).measure(request.run(), measured);
      MapBench map = new MapBench(workbench.session(), stage);
      map.open(request.run(), measured);
      Memory.residentMegabytes()
          .ifPresent(megabytes -> measured.put("memory_mb", (double) megabytes));
      measured.put("heap_mb", (double) Memory.heapMegabytes());
      map.pan(measured);
      figures.complete(measured);
    } catch (Exception | Error e) {
      figures.completeExceptionally(e);
    } finally {
      Platform.exit();
    }
  }

  /** The window has been up for a while and knows the run before somebody opens it. */
  private void awaitRun() throws Exception {
    long began = System.nanoTime();
    onWindowThread(
        () -> {
          workbench.shell().open(Place.RUNS);
          return null;
        });
    while (!onWindowThread(() -> workbench.session().board().run(request.run()).isPresent())) {
      if (System.nanoTime() - began > MOST_MILLIS * 1_000_000) {
        throw new IllegalStateException("the window does not find run " + request.run());
      }
      Thread.sleep(LOOK_MILLIS);
    }
    Thread.sleep(1000);
  }

  /** Computes something on the application thread. */
  static <T> T onWindowThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  @Override
  public void stop() {
    workbench.close();
    remembered.close();
  }
}
