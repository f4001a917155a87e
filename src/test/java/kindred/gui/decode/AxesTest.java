package kindred.gui.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kindred.run.LiveAnswer;
import org.junit.jupiter.api.Test;

class AxesTest {
  /** Mean (1, 1, 1); along (0.6, 0.8, 0) with deviation 2, along the third axis with 0.5. */
  private final Axes axes =
      new Axes(
          new LiveAnswer.Directions(
              new double[] {1, 1, 1},
              new double[][] {{0.6, 0.8, 0}, {0, 0, 1}},
              new double[] {2, 0.5},
              new double[] {0.9, 0.1}));

  @Test
  void placesAreStandardDeviationsFromTheMean() {
    // (7, 9, 0) is 10 along the first direction and −1 along the second.
    assertThat(axes.places(new float[] {7, 9, 0}))
        .containsExactly(new double[] {5, -2}, within(1e-9));
    assertThat(axes.places(axes.mean())).containsExactly(0, 0);
  }

  @Test
  void movingChangesPlacesAndNothingElse() {
    float[] from = {1.8f, 0.4f, 1}; // (0.8, −0.6, 0) from the mean: at right angles to both
    float[] moved = axes.moved(from, axes.places(from), new double[] {1, 2});

    assertThat(moved).containsExactly(new float[] {3, 2, 2}, within(1e-6f));
    assertThat(axes.places(moved)).containsExactly(new double[] {1, 2}, within(1e-6));
  }
}
