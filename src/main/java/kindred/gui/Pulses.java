package kindred.gui;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/** The moments at which a scene has been laid out and is about to be drawn. */
final class Pulses {
  private Pulses() {}

  /** Does something once, at the next pulse. */
  static void next(Scene scene, Runnable then) {
    when(scene, () -> true, then);
  }

  /**
   * Does something once, at the first pulse at which something holds. Asks for pulses until then.
   *
   * @param holds asked at each pulse; like all here on the application thread
   */
  static void when(Scene scene, BooleanSupplier holds, Runnable then) {
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
}
