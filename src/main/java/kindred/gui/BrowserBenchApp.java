package kindred.gui;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kindred.array.AtomicFile;
import kindred.experiment.Json;
import kindred.gui.core.Place;
import kindred.run.Memory;

/**
 * Measures how neighbors are seen: a run's pairs are opened and scrolled in a large window. Each
 * kind of view has a class of its own that measures it, {@link PairsBench} the rows of pairs and
 * {@link MapBench} the map.
 */
public final class BrowserBenchApp extends WatchedApp {
  /** Names, beside {@link BenchApp#FIGURES}, the neighbors run that is to be measured. */
  public static final String RUN = "KINDRED_MEASURE_RUN";

  private static final long MOST_MILLIS = 30_000;
  private static final long LOOK_MILLIS = 50;

  /** What the program was asked. */
  record Request(Path workspace, String run, Path figures) {}

  /** Set before the start; JavaFX makes this class itself. */
  static Request request;

  /** Ends when the figures are written, or with what went wrong. */
  static CompletableFuture<Void> end;

  private final Map<String, Double> measured = new LinkedHashMap<>();

  /** Made by JavaFX. */
  public BrowserBenchApp() {
    super(request.workspace());
  }

  /** The run whose neighbors whoever started this process wants measured, if any. */
  static Optional<String> wanted() {
    return Optional.ofNullable(System.getenv(RUN));
  }

  @Override
  void begin() {
    stage().setWidth(1900);
    stage().setHeight(1000);
    workbench().show();
    watch();
  }

  @Override
  void work() throws Exception {
    awaitRun();
    new PairsBench(workbench(), stage()).measure(request.run(), measured);
    MapBench map = new MapBench(workbench().session(), stage());
    map.open(request.run(), measured);
    Memory.residentMegabytes()
        .ifPresent(megabytes -> measured.put("memory_mb", (double) megabytes));
    measured.put("heap_mb", (double) Memory.heapMegabytes());
    map.pan(measured);
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

  /** The window has been up for a while and knows the run before somebody opens it. */
  private void awaitRun() throws Exception {
    long began = System.nanoTime();
    onWindowThread(
        () -> {
          workbench().shell().open(Place.RUNS);
          return null;
        });
    while (!onWindowThread(() -> workbench().session().board().run(request.run()).isPresent())) {
      if (System.nanoTime() - began > MOST_MILLIS * 1_000_000) {
        throw new IllegalStateException("the window does not find run " + request.run());
      }
      Thread.sleep(LOOK_MILLIS);
    }
    Thread.sleep(1000);
  }
}
