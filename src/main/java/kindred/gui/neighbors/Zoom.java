package kindred.gui.neighbors;

import java.util.Arrays;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import kindred.data.ImageSet;
import kindred.gui.core.Remembered;
import kindred.gui.results.PictureSize;

/**
 * How large pictures are: steps that a data set's images fill without blur, small ones at whole
 * factors. The size outlives the window; another data set takes the step that is nearest to it.
 */
final class Zoom {
  private static final String KEY = "pairs.zoom";
  private static final double[] ABOUT = {32, 48, 64, 80, 96, 128, 160, 192, 256, 320};
  private static final double USUAL = 64;

  private final Remembered remembered;
  private final IntegerProperty step = new SimpleIntegerProperty();
  private final IntegerProperty steps = new SimpleIntegerProperty(1);
  private double[] sides = {USUAL};

  Zoom(Remembered remembered) {
    this.remembered = remembered;
    step.addListener((property, before, now) -> remembered.put(KEY, side()));
  }

  /** Offers the sizes that fit a data set. */
  void fit(ImageSet images) {
    double wanted = remembered.number(KEY, USUAL);
    sides =
        Arrays.stream(ABOUT)
            .map(about -> PictureSize.side(images, about))
            .distinct()
            .sorted()
            .toArray();
    int nearest = 0;
    for (int i = 0; i < sides.length; i++) {
      if (Math.abs(sides[i] - wanted) < Math.abs(sides[nearest] - wanted)) {
        nearest = i;
      }
    }
    steps.set(sides.length); // first, as a slider between them clamps
    step.set(nearest);
  }

  /** From 0, the smallest. */
  IntegerProperty stepProperty() {
    return step;
  }

  /** How many there are. */
  IntegerProperty stepsProperty() {
    return steps;
  }

  /** The side of a picture in pixels. */
  double side() {
    return sides[Math.min(step.get(), sides.length - 1)];
  }

  void larger() {
    step.set(Math.min(step.get() + 1, sides.length - 1));
  }

  void smaller() {
    step.set(Math.max(step.get() - 1, 0));
  }
}
