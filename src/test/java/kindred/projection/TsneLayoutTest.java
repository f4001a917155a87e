package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import kindred.data.Draws;
import kindred.neighbors.Crew;
import org.junit.jupiter.api.Test;

class TsneLayoutTest {
  private static final float[] VECTORS = Blobs.vectors(3, 50);

  private static SymmetricGraph affinities(Crew crew) {
    return Affinities.of(crew, Blobs.nearest(VECTORS, Blobs.DIMENSION, 45), 45, 15, false);
  }

  private static double[] somewhere(double deviation) {
    Draws draws = new Draws();
    double[] places = new double[2 * VECTORS.length / Blobs.DIMENSION];
    for (int i = 0; i < places.length; i++) {
      places[i] = deviation * draws.gaussian();
    }
    return places;
  }

  /** The formula, with every pair. */
  private static double divergence(SymmetricGraph p, double[] places) {
    int n = p.n();
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        total += i == j ? 0 : 1 / (1 + square(places, i, j));
      }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int tie = p.starts()[i]; tie < p.starts()[i + 1]; tie++) {
        double q = 1 / (1 + square(places, i, p.columns()[tie])) / total;
        sum += p.weights()[tie] * Math.log(p.weights()[tie] / q);
      }
    }
    return sum;
  }

  private static double square(double[] places, int i, int j) {
    double dx = places[2 * i] - places[2 * j];
    double dy = places[2 * i + 1] - places[2 * j + 1];
    return dx * dx + dy * dy;
  }

  @Test
  void theGradientIsThatOfTheDivergence() {
    try (Crew crew = new Crew(2)) {
      SymmetricGraph p = affinities(crew);
      double[] places = somewhere(5);
      double[] exact = new TsneLayout(crew, p, places.clone()).gradient(0);
      for (int i = 0; i < places.length; i += 17) {
        double[] ahead = places.clone();
        double[] behind = places.clone();
        ahead[i] += 1e-5;
        behind[i] -= 1e-5;
        double slope = (divergence(p, ahead) - divergence(p, behind)) / 2e-5;
        assertThat(exact[i]).isCloseTo(slope, within(1e-6 + 1e-3 * Math.abs(slope)));
      }
    }
  }

  @Test
  void theApproximationIsCloseToTheExactGradient() {
    try (Crew crew = new Crew(2)) {
      TsneLayout layout = new TsneLayout(crew, affinities(crew), somewhere(20));
      double[] exact = layout.gradient(0);
      double[] close = layout.gradient(0.5);
      double off = 0;
      double all = 0;
      for (int i = 0; i < exact.length; i++) {
        off += (exact[i] - close[i]) * (exact[i] - close[i]);
        all += exact[i] * exact[i];
      }
      assertThat(Math.sqrt(off / all)).isBetween(1e-9, 0.03);
    }
  }

  @Test
  void theDivergenceFallsAndIsTheFormulas() {
    try (Crew crew = new Crew(2)) {
      SymmetricGraph p = affinities(crew);
      TsneLayout layout = new TsneLayout(crew, p, somewhere(1e-4));
      double before = layout.divergence();
      List<Double> later = new ArrayList<>();
      assertThat(
              layout.run(
                  (done, total) -> {
                    if (done == 300 || done == total) {
                      later.add(layout.divergence());
                    }
                  },
                  () -> false))
          .isTrue();
      assertThat(later.get(0)).isLessThan(0.5 * before);
      assertThat(later.get(1)).isLessThan(later.get(0));
      assertThat(layout.divergence())
          .isCloseTo(divergence(p, layout.places()), within(0.02 * layout.divergence()));
    }
  }
}
