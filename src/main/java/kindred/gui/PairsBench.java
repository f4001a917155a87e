package kindred.gui;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import kindred.experiment.NeighborStage;
import kindred.gui.core.Place;
import kindred.gui.core.Pulses;
import kindred.gui.core.RunRow;

/**
 * Measures the rows of pairs: from the click that opens a run to the pulse that draws the first
 * rows with all their pictures, and how evenly pulses come while the rows scroll. Before, the panel
 * is opened for the first time, with the rows of its latest run.
 */
final class PairsBench {
  private static final String ROWS = "#pair-rows";
  private static final String COUNT = "#pairs-count";
  private static final long SETTLE_MILLIS = 2000;
  private static final int MOST_MILLIS = 30_000;
  private static final long SCROLL_MILLIS = 10_000;
  private static final double PIXELS_A_PULSE = 40;

  private final Workbench workbench;
  private final Stage stage;

  PairsBench(Workbench workbench, Stage stage) {
    this.workbench = workbench;
    this.stage = stage;
  }

  /**
   * Opens the panel, then the run, and scrolls; adds {@code panel_first_ms}, {@code rows_first_ms}
   * (which is the former if the run is the workspace's latest) and the figures of the pulses.
   */
  void measure(String run, Map<String, Double> measured) throws Exception {
    double panel = millisUntilRows(() -> workbench.shell().open(Place.NEIGHBORS));
    measured.put("panel_first_ms", panel);
    Thread.sleep(SETTLE_MILLIS);
    boolean latest = newest().equals(run);
    measured.put(
        "rows_first_ms", latest ? panel : millisUntilRows(() -> workbench.shell().openRun(run)));
    Thread.sleep(SETTLE_MILLIS);
    scroll(measured);
  }

  private String newest() throws Exception {
    return WatchedApp.onWindowThread(
        () -> {
          List<RunRow> runs = workbench.session().board().runs();
          return runs.stream()
              .filter(row -> row.stage().orElse(null) instanceof NeighborStage)
              .reduce((older, newer) -> newer)
              .map(RunRow::id)
              .orElse("");
        });
  }

  private double millisUntilRows(Runnable open) throws Exception {
    CompletableFuture<Double> first = new CompletableFuture<>();
    WatchedApp.onWindowThread(
        () -> {
          long opened = System.nanoTime();
          String before = said();
          Pulses.when(
              stage.getScene(),
              () -> allThere(before),
              () -> first.complete((System.nanoTime() - opened) * 1e-6));
          open.run();
        });
    return first.get(MOST_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** How many pairs there are, as the window says it; empty without rows. */
  private String said() {
    return stage.getScene().lookup(COUNT) instanceof Label label ? label.getText() : "";
  }

  private void scroll(Map<String, Double> measured) throws Exception {
    Smoothness smoothness = WatchedApp.onWindowThread(Smoothness::new);
    Scroll scroll = WatchedApp.onWindowThread(Scroll::new);
    WatchedApp.onWindowThread(
        () -> {
          scroll.start();
          smoothness.begin();
        });
    Thread.sleep(SCROLL_MILLIS);
    WatchedApp.onWindowThread(
        () -> {
          measured.put("pulse_ms_p50", smoothness.pulseMillis(0.5));
          measured.put("pulse_ms_p95", smoothness.pulseMillis(0.95));
          measured.put("pulse_ms_p99", smoothness.pulseMillis(0.99));
          measured.put("blocked_ms_max", smoothness.blockedMillis());
          scroll.stop();
          smoothness.end();
        });
  }

  /**
   * Whether there is a picture in every place of the rows in sight.
   *
   * @param before how many pairs were said to be there with other rows
   */
  private boolean allThere(String before) {
    Node rows = stage.getScene().lookup(ROWS);
    int[] pictures = new int[2];
    if (rows != null && !said().isEmpty() && !said().equals(before)) {
      count(rows, pictures);
    }
    return pictures[0] > 0 && pictures[1] == 0;
  }

  /** Counts pictures that are there and those that are still awaited. */
  private static void count(Node node, int[] pictures) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof ImageView view) {
      pictures[view.getImage() != null ? 0 : 1]++;
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> count(child, pictures));
    }
  }

  /** Turns the wheel, a little each pulse. */
  private final class Scroll extends AnimationTimer {
    @Override
    public void handle(long now) {
      Node list = stage.getScene().lookup(ROWS + " .virtual-flow");
      if (list == null) {
        return;
      }
      Event.fireEvent(list, wheel());
    }

    private ScrollEvent wheel() {
      return new ScrollEvent(
          ScrollEvent.SCROLL,
          400,
          400,
          400,
          400,
          false,
          false,
          false,
          false,
          false,
          false,
          0,
          -PIXELS_A_PULSE,
          0,
          -PIXELS_A_PULSE,
          ScrollEvent.HorizontalTextScrollUnits.NONE,
          0,
          ScrollEvent.VerticalTextScrollUnits.NONE,
          0,
          0,
          null);
    }
  }
}
