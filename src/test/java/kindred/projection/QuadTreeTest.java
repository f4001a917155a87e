package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import kindred.data.Draws;
import org.junit.jupiter.api.Test;

class QuadTreeTest {
  private static final int N = 700;

  private static double[] places() {
    Draws draws = new Draws();
    double[] places = new double[2 * N];
    for (int i = 0; i < places.length; i++) {
      places[i] = 20 * draws.gaussian() + (i / 200 % 3) * 50;
    }
    for (int i = 1; i < 30; i++) { // more copies of a place than a square may hold
      places[2 * i] = places[0];
      places[2 * i + 1] = places[1];
    }
    return places;
  }

  /** All pushes, and at the end the sum of all q, by comparing all with all. */
  private static double[] exact(double[] places) {
    double[] sums = new double[2 * N + 1];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double dx = places[2 * i] - places[2 * j];
        double dy = places[2 * i + 1] - places[2 * j + 1];
        double q = i == j ? 0 : 1 / (1 + dx * dx + dy * dy);
        sums[2 * i] += q * q * dx;
        sums[2 * i + 1] += q * q * dy;
        sums[2 * N] += q;
      }
    }
    return sums;
  }

  private static double[] byTree(double[] places, double theta) {
    QuadTree tree = new QuadTree(N);
    tree.build(places);
    double[] sums = new double[2 * N + 1];
    for (int i = 0; i < N; i++) {
      sums[2 * N] += tree.repel(i, theta, sums);
    }
    return sums;
  }

  @Test
  void meetsEveryPlaceByItselfIfNothingCountsAsFar() {
    double[] places = places();
    double[] exact = exact(places);
    double[] found = byTree(places, 0);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(exact[i], within(1e-9 * exact[2 * N]));
    }
  }

  @Test
  void isAFewPercentOffWhereFarPlacesAreMetAsOne() {
    double[] places = places();
    double[] exact = exact(places);
    double[] found = byTree(places, 0.5);
    assertThat(found[2 * N]).isCloseTo(exact[2 * N], within(0.02 * exact[2 * N]));
    double off = 0;
    double all = 0;
    for (int i = 0; i < 2 * N; i++) {
      off += (found[i] - exact[i]) * (found[i] - exact[i]);
      all += exact[i] * exact[i];
    }
    assertThat(Math.sqrt(off / all)).isBetween(1e-9, 0.05);
  }

  @Test
  void everyPlaceHasItsPlaceInTheOrder() {
    QuadTree tree = new QuadTree(N);
    for (double[] places : new double[][] {places(), new double[2 * N]}) {
      tree.build(places);
      assertThat(IntStream.range(0, N).map(tree::place).sorted().toArray())
          .containsExactly(IntStream.range(0, N).toArray());
    }
  }
}
