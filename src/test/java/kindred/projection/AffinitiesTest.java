package kindred.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import kindred.neighbors.Crew;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffinitiesTest {
  private static double perplexity(double[] probabilities) {
    double entropy =
        -Arrays.stream(probabilities).filter(p -> p > 0).map(p -> p * Math.log(p)).sum();
    return Math.exp(entropy);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 5, 30, 80})
  void thePerplexityIsTheOneAskedFor(double wanted) {
    for (double scale : new double[] {1e-6, 1, 1e6}) {
      double[] squares =
          DoubleStream.iterate(1, square -> square * 1.07).limit(90).map(s -> s * scale).toArray();
      double[] found = Affinities.conditional(squares, wanted);
      assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-12));
      assertThat(perplexity(found)).isCloseTo(wanted, within(1e-3));
      double beta = Math.log(found[0] / found[1]) / (squares[1] - squares[0]);
      assertThat(Math.log(found[0] / found[40]))
          .as("it is a Gaussian")
          .isCloseTo(beta * (squares[40] - squares[0]), within(1e-6));
    }
  }

  @Test
  void copiesShareAlike() {
    assertThat(Affinities.conditional(new double[6], 2)).containsOnly(1 / 6.0);
    assertThat(Affinities.conditional(new double[] {0, 0, 0, 0, 9, 9}, 2))
        .as("four copies cannot be told apart, so their perplexity is 4 at least")
        .startsWith(0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void allAddUpToOneAndAreTheSameBothWays() {
    float[] vectors = Blobs.vectors(3, 40);
    try (Crew crew = new Crew(2)) {
      SymmetricGraph found =
          Affinities.of(crew, Blobs.nearest(vectors, Blobs.DIMENSION, 30), 30, 10, false);
      double sum = 0;
      for (int i = 0; i < found.n(); i++) {
        for (int tie = found.starts()[i]; tie < found.starts()[i + 1]; tie++) {
          int other = found.columns()[tie];
          int back =
              Arrays.binarySearch(
                  found.columns(), found.starts()[other], found.starts()[other + 1], i);
          assertThat(back).isNotNegative();
          assertThat(found.weights()[back]).isEqualTo(found.weights()[tie]);
          sum += found.weights()[tie];
        }
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }
}
