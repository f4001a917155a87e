package kindred.gui.core;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/** The moments at which a scene has been laid out and is about to be drawn. */
public final class Pulses {
  private static final long QUICK_NANOS = 25_000_000;
  private static final double LEAST_STEP = 32; // about a row of a table

  private Pulses() {}

  /** Does something once, at the next pulse. */
  public static void next(Scene scene, Runnable then) {
    when(scene, () -> true, then);
  }

  /**
   * Does something once, at the first pulse at which something holds. Asks for pulses until then.
   *
   * @param holds asked at each pulse; like all here on the application thread
   */
  public static void when(Scene scene, BooleanSupplier holds, Runnable then) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            if (holds.getAsBoolean()) {
              scene.removePostLayoutPulseListener(this);
              then.run();
            } else {
              Platform.requestNextPulse();
            }
          }
        });
    Platform.requestNextPulse();
  }

  /**
   * Lets something tall grow to its height a piece at each pulse, as a table that makes all its
   * cells at once keeps the window waiting. Pieces are larger while pulses are quick. Its parent
   * has to leave it the room and keep it at the top. It grows only while it is in a scene, and goes
   * on when it comes back.
   */
  public static void unroll(Region region) {
    region.setMaxHeight(0);
    region
        .sceneProperty()
        .addListener(
            (property, before, now) -> {
              boolean whole = region.getMaxHeight() == Double.MAX_VALUE;
              if (now != null && !whole) {
                region.setMaxHeight(region.getHeight());
                grow(region, now, LEAST_STEP);
              }
            });
  }

  private static void grow(Region region, Scene scene, double step) {
    long begun = System.nanoTime();
    double reached = region.getMaxHeight();
    next(
        scene,
        () -> {
          if (region.getScene() != scene || region.getMaxHeight() != reached) {
            return; // it left, and may have come back
          }
          if (region.getHeight() < reached || reached >= scene.getHeight()) {
            region.setMaxHeight(Double.MAX_VALUE);
            return;
          }
          boolean quick = System.nanoTime() - begun < QUICK_NANOS;
          double further = quick ? 2 * step : Math.max(LEAST_STEP, step / 2);
          region.setMaxHeight(reached + further);
          grow(region, scene, further);
        });
  }
}
