package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TilePairsTest {
  @Test
  void everyPairOnAndAboveTheDiagonalComesOnce() {
    for (int blocks : new int[] {1, 2, 7}) {
      TilePairs pairs = new TilePairs(blocks);
      Set<TilePairs.Pair> seen = new HashSet<>();
      for (int number = 0; number < pairs.count(); number++) {
        TilePairs.Pair pair = pairs.get(number);
        assertThat(pair.row()).isBetween(0, pair.column());
        assertThat(pair.column()).isLessThan(blocks);
        seen.add(pair);
      }
      assertThat(seen).hasSize(blocks * (blocks + 1) / 2);
    }
  }
}
