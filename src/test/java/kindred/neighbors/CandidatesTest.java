package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kindred.data.Draws;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static List<Integer> kept(Candidates candidates, int row) {
    candidates.settle(row);
    return IntStream.range(0, candidates.size(row))
        .mapToObj(i -> candidates.index(row, i))
        .sorted()
        .toList();
  }

  @Test
  void theBestStayWhateverTheOrderOfOffers() {
    int offers = 500;
    Draws draws = new Draws();
    float[] scores = new float[offers];
    for (int i = 0; i < offers; i++) {
      scores[i] = draws.nextInt(60); // many equal ones
    }
    List<Integer> best =
        IntStream.range(0, offers)
            .boxed()
            .sorted(Comparator.<Integer, Float>comparing(i -> -scores[i]).thenComparing(i -> i))
            .limit(13)
            .sorted()
            .toList();
    for (int seed = 0; seed < 20; seed++) {
      Candidates candidates = new Candidates(2, 13);
      for (int i : Draws.permutation(offers, seed)) {
        candidates.offer(1, scores[i], i);
      }
      assertThat(kept(candidates, 1)).isEqualTo(best);
    }
  }

  @Test
  void worstIsTheScoreToReach() {
    Candidates candidates = new Candidates(1, 2);
    candidates.offer(0, 5, 0);
    candidates.settle(0);
    assertThat(candidates.worst(0)).isEqualTo(Float.NEGATIVE_INFINITY);
    candidates.offer(0, -3, 1);
    candidates.settle(0);
    assertThat(candidates.worst(0)).isEqualTo(-3);
    candidates.offer(0, 2, 2);
    candidates.settle(0);
    assertThat(candidates.worst(0)).isEqualTo(2);
    candidates.offer(0, 1, 3);
    assertThat(kept(candidates, 0)).containsExactly(0, 2);
  }

  @Test
  void zerosOfEitherSignAreEqual() {
    Candidates candidates = new Candidates(1, 1);
    candidates.offer(0, 0f, 5);
    candidates.offer(0, -0f, 3);
    assertThat(kept(candidates, 0)).containsExactly(3);
  }

  @Test
  void rowsAreApart() {
    Candidates candidates = new Candidates(2, 1);
    candidates.offer(0, 9, 4);
    candidates.offer(1, 1, 7);
    assertThat(kept(candidates, 0)).containsExactly(4);
    assertThat(kept(candidates, 1)).containsExactly(7);
  }
}
