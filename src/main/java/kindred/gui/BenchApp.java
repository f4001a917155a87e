package kindred.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import kindred.gui.chart.Charts;
import kindred.gui.core.Place;
import kindred.gui.core.Remembered;
import kindred.gui.core.RunRow;
import kindred.gui.shell.Dialogs;
import kindred.run.Event;
import kindred.run.Memory;
import kindred.run.Workspace;

/**
 * Measures the window: the table of all runs on its left, the charts of one that is written to on
 * its right, while the run's worker says something again and again.
 */
public final class BenchApp extends Application {
  private static final long EVENT_MILLIS = 5;
  private static final long SETTLE_MILLIS = 8000;
  private static final long MEASURE_MILLIS = 20_000;
  private static final long OPEN_MILLIS = 700;

  /** What the program was asked. */
  record Request(Path workspace, String run) {}

  /** Set before the start; JavaFX makes this class itself. */
  static Request request;

  /** What was measured, or what went wrong. */
  static CompletableFuture<Map<String, Double>> figures;

  private final Map<String, Double> measured = new LinkedHashMap<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private Remembered remembered;
  private Workspace workspace;
  private Workbench workbench;
  private Stage stage;
  private Smoothness smoothness;

  @Override
  public void init() throws IOException {
    workspace = Workspace.open(request.workspace());
    remembered = new Remembered(Files.createTempDirectory("kindred").resolve("window.json"));
  }

  @Override
  public void start(Stage primary) {
    stage = primary;
    workbench = new Workbench(stage, workspace, new Dialogs(stage), remembered, other -> {});
    stage.setWidth(1900);
    stage.setHeight(1000);
    workbench.show();
    // After the second pulse the first picture is on the screen.
    Platform.runLater(
        () ->
            stage
                .getScene()
                .addPostLayoutPulseListener(
                    new Runnable() {
                      private int pulses;

                      @Override
                      public void run() {
                        pulses++;
                        if (pulses == 2) {
                          stage.getScene().removePostLayoutPulseListener(this);
                          visible();
                        } else {
                          Platform.requestNextPulse();
                        }
                      }
                    }));
    Platform.requestNextPulse();
  }

  private void visible() {
    Duration sinceStart = Duration.between(WindowProcess.began(), Instant.now());
    measured.put("visible_ms", (double) sinceStart.toMillis());
    smoothness = new Smoothness();
    start("bench", this::measure);
    start("bench events", this::talk);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void measure() {
    try {
      onWindowThread(
          () -> {
            smoothness.begin();
            return null;
          });
      for (Place place : Place.values()) {
        onWindowThread(
            () -> {
              workbench.shell().open(place);
              return null;
            });
        Thread.sleep(OPEN_MILLIS);
      }
      onWindowThread(this::showBoth);
      Thread.sleep(SETTLE_MILLIS);
      measured.put("opening_blocked_ms_max", smoothness.blockedMillis());
      onWindowThread(
          () -> {
            smoothness.begin();
            return null;
          });
      Thread.sleep(MEASURE_MILLIS);
      onWindowThread(this::sum);
      figures.complete(measured);
    } catch (Exception | Error e) {
      figures.completeExceptionally(e);
    } finally {
      over.set(true);
      Platform.exit();
    }
  }

  private Void showBoth() {
    workbench.shell().open(Place.RUNS);
    Charts charts = new Charts(workbench.session());
    SplitPane both = new SplitPane();
    stage.getScene().setRoot(both);
    both.getItems().addAll(workbench.shell().view(), charts.view());
    both.setDividerPositions(0.55);
    RunRow run = workbench.session().board().run(request.run()).orElseThrow();
    charts.compare(List.of(run));
    return null;
  }

  private Void sum() {
    measured.put("pulse_ms_p50", smoothness.pulseMillis(0.5));
    measured.put("pulse_ms_p95", smoothness.pulseMillis(0.95));
    measured.put("pulse_ms_p99", smoothness.pulseMillis(0.99));
    measured.put("blocked_ms_max", smoothness.blockedMillis());
    Memory.residentMegabytes()
        .ifPresent(megabytes -> measured.put("memory_mb", (double) megabytes));
    measured.put("heap_mb", (double) Memory.heapMegabytes());
    measured.put("rows", (double) workbench.session().board().runs().size());
    smoothness.end();
    return null;
  }

  /** What a worker says, as often as the fastest ones do. */
  private void talk() {
    try {
      for (int step = 1; !over.get(); step++) {
        Event event = new Event("progress", "epoch 1/20", step, 1_000_000, 0.5, 500.0, 60.0, null);
        Platform.runLater(() -> workbench.session().board().said(request.run(), event));
        Thread.sleep(EVENT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T onWindowThread(Callable<T> work) throws Exception {
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
