package kindred.gui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import kindred.array.AtomicFile;
import kindred.experiment.Json;
import kindred.gui.chart.Charts;
import kindred.gui.core.Place;
import kindred.gui.core.Pulses;
import kindred.gui.core.RunRow;
import kindred.gui.core.Turns;
import kindred.run.Event;
import kindred.run.Memory;
import kindred.run.Standing;

/**
 * Measures the window: the table of all runs on its left, the charts of one that is written to on
 * its right, while the run's worker says something again and again.
 */
public final class BenchApp extends WatchedApp {
  /** Names the file for the figures in the environment of a window that is to be measured. */
  public static final String FIGURES = "KINDRED_MEASURE";

  private static final long EVENT_MILLIS = 5;
  private static final long SETTLE_MILLIS = 8000;
  private static final long MEASURE_MILLIS = 20_000;
  private static final double CHARTS_SHARE = 0.45;
  private static final long OPEN_MILLIS = 700;

  /** What the program was asked. */
  record Request(Path workspace, Path figures) {}

  /** Set before the start; JavaFX makes this class itself. */
  static Request request;

  /** Ends when the figures are written, or with what went wrong. */
  static CompletableFuture<Void> end;

  private final Map<String, Double> measured = new LinkedHashMap<>();
  private volatile boolean over;
  private volatile String run;
  private Smoothness smoothness;

  /** Made by JavaFX. */
  public BenchApp() {
    super(request.workspace());
  }

  /** Where whoever started this process wants figures; nothing if it wants a window. */
  static Optional<Path> wanted() {
    return Optional.ofNullable(System.getenv(FIGURES)).map(Path::of);
  }

  @Override
  void begin() {
    stage().setWidth(1900);
    stage().setHeight(1000);
    workbench().show();
    // After the second pulse the first picture is on the screen.
    Platform.runLater(
        () ->
            Pulses.next(stage().getScene(), () -> Pulses.next(stage().getScene(), this::visible)));
  }

  private void visible() {
    Duration sinceStart = Duration.between(WindowProcess.began(), Instant.now());
    measured.put("visible_ms", (double) sinceStart.toMillis());
    ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .ifPresent(cpu -> measured.put("visible_cpu_ms", (double) cpu.toMillis()));
    smoothness = new Smoothness();
    smoothness.begin();
    watch();
  }

  @Override
  void work() throws Exception {
    try {
      awaitRun();
      inBackground("bench events", this::talk);
      Map<String, Double> openings = new LinkedHashMap<>();
      double longest = open("opening_", openings);
      double again = open("again_", openings);
      onWindowThread(smoothness::begin);
      onWindowThread(this::showBoth);
      Thread.sleep(SETTLE_MILLIS);
      measured.put("opening_blocked_ms_max", Math.max(longest, smoothness.blockedMillis()));
      measured.put("again_blocked_ms_max", again);
      measured.putAll(openings);
      onWindowThread(smoothness::begin);
      Thread.sleep(MEASURE_MILLIS);
      onWindowThread(this::sum);
    } finally {
      over = true;
    }
  }

  /** Goes everywhere, notes how long each took, and returns the longest time. */
  private double open(String prefix, Map<String, Double> noted) throws Exception {
    double longest = 0;
    for (Place place : Place.values()) {
      onWindowThread(smoothness::begin);
      onWindowThread(() -> workbench().shell().open(place));
      Thread.sleep(OPEN_MILLIS);
      double blocked = smoothness.blockedMillis();
      noted.put(prefix + place.name().toLowerCase(Locale.ROOT), blocked);
      longest = Math.max(longest, blocked);
    }
    return longest;
  }

  /** Waits for the board to have found the run that is written to. */
  private void awaitRun() throws InterruptedException {
    Optional<String> found = Optional.empty();
    while (found.isEmpty()) {
      Thread.sleep(20);
      found =
          onWindowThread(
              () ->
                  workbench().session().board().runs().stream()
                      .filter(row -> row.standing() == Standing.RUNNING)
                      .map(RunRow::id)
                      .findFirst());
    }
    run = found.get();
  }

  private void showBoth() {
    workbench().shell().open(Place.RUNS);
    Turns.of(stage().getScene()).add(this::showCharts);
  }

  private void showCharts() {
    Charts charts = new Charts(workbench().session());
    StackPane root = (StackPane) stage().getScene().getRoot();
    StackPane beside = new StackPane(charts.view());
    beside.setMaxWidth(root.getWidth() * CHARTS_SHARE);
    StackPane.setAlignment(beside, Pos.CENTER_RIGHT);
    Turns.of(stage().getScene()).bring(beside, () -> root.getChildren().add(beside));
    charts.compare(List.of(workbench().session().board().run(run).orElseThrow()));
  }

  private void sum() {
    measured.put("pulse_ms_p50", smoothness.pulseMillis(0.5));
    measured.put("pulse_ms_p95", smoothness.pulseMillis(0.95));
    measured.put("pulse_ms_p99", smoothness.pulseMillis(0.99));
    measured.put("blocked_ms_max", smoothness.blockedMillis());
    Memory.residentMegabytes()
        .ifPresent(megabytes -> measured.put("memory_mb", (double) megabytes));
    measured.put("heap_mb", (double) Memory.heapMegabytes());
    measured.put("rows", (double) workbench().session().board().runs().size());
    smoothness.end();
  }

  /** What a worker says, as often as the fastest ones do. */
  private void talk() {
    try {
      for (int step = 1; !over; step++) {
        Event event = new Event("progress", "epoch 1/20", step, 1_000_000, 0.5, 500.0, 60.0, null);
        Platform.runLater(() -> workbench().session().board().said(run, event));
        Thread.sleep(EVENT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  void ended(Throwable wrong) {
    if (wrong == null) {
      AtomicFile.writeString(request.figures(), Json.pretty(measured));
      end.complete(null);
    } else {
      end.completeExceptionally(wrong);
    }
  }
}
