package kindred.gui.core;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/** The moments at which a scene has been laid out and is about to be drawn. */
public final class Pulses {
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
   * cells at once keeps the window waiting. Its parent has to leave it the room and keep it at the
   * top. Nothing happens before it is in a scene.
   *
   * @param first height that it begins with, in pixels
   * @param step by which it grows
   */
  public static void unroll(Region region, double first, double step) {
    region.setMaxHeight(first);
    region
        .sceneProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Scene> property, Scene before, Scene now) {
                if (now != null) {
                  property.removeListener(this);
                  next(now, () -> grow(region, now, step));
                }
              }
            });
  }

  private static void grow(Region region, Scene scene, double step) {
    double reached = region.getMaxHeight();
    if (region.getScene() == scene
        && region.getHeight() >= reached
        && reached < scene.getHeight()) {
      region.setMaxHeight(reached + step);
      next(scene, () -> grow(region, scene, step));
    } else {
      region.setMaxHeight(Double.MAX_VALUE);
    }
  }
}
