package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViewSourceTest {
  @Test
  void oneOfSeveralNeighborsIsChosenEvenly() {
    ViewSource source = ViewSource.neighbors(new int[][] {{5, 6, 7}}, 0.6);
    int[] counts = new int[8];
    Draws draws = new Draws();
    for (int i = 0; i < 10_000; i++) {
      counts[source.imageFor(0, draws)]++;
    }
    assertThat(counts[0]).isBetween(3800, 4200);
    assertThat(List.of(counts[5], counts[6], counts[7])).allMatch(n -> n > 1850 && n < 2150);
  }
}
