package kindred.gui;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import kindred.gui.core.Pulses;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.map.MapBenchmark;
import kindred.gui.map.MapView;

/**
 * Measures the map: from the moment that it is told of a run whose coordinates are there to the
 * pulse that draws its points, and how a map of very many points is dragged and pointed at.
 */
final class MapBench {
  private static final int POINTS = 500_000;
  private static final int MOST_MILLIS = 30_000;
  private static final long DRAG_MILLIS = 10_000;
  private static final int HOVERS = 50;

  private final Session session;
  private final Stage stage;

  MapBench(Session session, Stage stage) {
    this.session = session;
    this.stage = stage;
  }

  /**
   * Opens a run's map over what the window shows. Adds {@code map_open_ms}, from the moment that
   * the view is told of the run, and {@code map_first_ms}, from the moment that its coordinates are
   * there; both to the pulse that draws its points.
   *
   * @param run of the workspace, with a map of its own
   */
  void open(String run, Map<String, Double> measured) throws Exception {
    CompletableFuture<Double> opened = new CompletableFuture<>();
    CompletableFuture<Long> coordinates = new CompletableFuture<>();
    CompletableFuture<Long> shown = new CompletableFuture<>();
    WatchedApp.onWindowThread(
        () -> {
          RunRow row = session.board().run(run).orElseThrow();
          MapView view = new MapView(session, null);
          StackPane over = new StackPane(view.view());
          over.setStyle("-fx-background-color: -color-bg-default;");
          Parent root = stage.getScene().getRoot();
          StackPane both = new StackPane();
          stage.getScene().setRoot(both);
          both.getChildren().addAll(root, over);
          long asked = System.nanoTime();
          view.mapProperty()
              .addListener((property, before, now) -> coordinates.complete(System.nanoTime()));
          view.show(row);
          Pulses.when(
              stage.getScene(),
              view::isDrawn,
              () -> {
                opened.complete((System.nanoTime() - asked) * 1e-6);
                shown.complete(System.nanoTime());
              });
        });
    measured.put("map_open_ms", opened.get(MOST_MILLIS, TimeUnit.MILLISECONDS));
    measured.put("map_first_ms", (shown.get() - coordinates.get()) * 1e-6);
  }

  /**
   * Drags a map of very many points and points at them. Adds {@code map_pan_fps}, the pulses a
   * second while it is dragged, {@code map_pan_pictures_per_s}, how often all points were drawn
   * anew in that time, and {@code hover_ms}, what 95 % of rings do not take longer than.
   */
  void pan(Map<String, Double> measured) throws Exception {
    Parent root = WatchedApp.onWindowThread(() -> stage.getScene().getRoot());
    hover(drag(measured), measured);
    WatchedApp.onWindowThread(
        () -> {
          stage.getScene().setRoot(root);
        });
  }

  private MapBenchmark drag(Map<String, Double> measured) throws Exception {
    MapBenchmark map =
        WatchedApp.onWindowThread(
            () -> {
              MapBenchmark made =
                  new MapBenchmark(
                      session.background(), POINTS, session.theme().darkProperty().get());
              stage.getScene().setRoot(new StackPane(made.view()));
              return made;
            });
    Thread.sleep(500);
    WatchedApp.onWindowThread(
        () -> {
          map.fit();
        });
    Thread.sleep(2000);
    Smoothness smoothness = WatchedApp.onWindowThread(Smoothness::new);
    AnimationTimer dragging =
        WatchedApp.onWindowThread(
            () ->
                new AnimationTimer() {
                  @Override
                  public void handle(long now) {
                    map.drag();
                  }
                });
    long pictures = WatchedApp.onWindowThread(map::pictures);
    WatchedApp.onWindowThread(
        () -> {
          dragging.start();
          smoothness.begin();
        });
    Thread.sleep(DRAG_MILLIS);
    WatchedApp.onWindowThread(
        () -> {
          measured.put("map_pan_fps", 1000 * smoothness.pulses() / DRAG_MILLIS);
          measured.put("map_pan_pulse_ms_p95", smoothness.pulseMillis(0.95));
          measured.put(
              "map_pan_pictures_per_s", 1000.0 * (map.pictures() - pictures) / DRAG_MILLIS);
          dragging.stop();
          smoothness.end();
          map.drop();
        });
    return map;
  }

  private void hover(MapBenchmark map, Map<String, Double> measured) throws Exception {
    double[] millis = new double[HOVERS];
    for (int i = 0; i < HOVERS; i++) {
      CompletableFuture<Double> ring = new CompletableFuture<>();
      WatchedApp.onWindowThread(
          () -> {
            long moved = System.nanoTime();
            boolean there = map.point();
            Pulses.when(
                stage.getScene(),
                () -> there,
                () -> ring.complete((System.nanoTime() - moved) * 1e-6));
          });
      millis[i] = ring.get(MOST_MILLIS, TimeUnit.MILLISECONDS);
    }
    Arrays.sort(millis);
    measured.put("hover_ms", millis[HOVERS * 95 / 100]);
  }
}
