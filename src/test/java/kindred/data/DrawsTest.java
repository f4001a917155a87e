package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private final Draws draws = new Draws();

  @Test
  void drawsEqualTheReferenceComputationOnEveryPlatform() {
    draws.startStream(1, 2, 3, 4);
    assertThat(new long[] {draws.nextLong(), draws.nextLong(), draws.nextLong()})
        .containsExactly(-8169108758759391459L, -44318918310363337L, -8371031981761148155L);
    draws.startStream(-7, 0, 49_999, 5);
    assertThat(new double[] {draws.nextDouble(), draws.nextDouble(), draws.nextDouble()})
        .containsExactly(0.5202763290342924, 0.7636581767676106, 0.7579202389213195);
    draws.startStream(7, 8, 9, 10);
    assertThat(IntStream.range(0, 8).map(i -> draws.nextInt(1000)))
        .containsExactly(94, 851, 167, 513, 518, 331, 326, 56);
    assertThat(Draws.permutation(10, 1, 2)).containsExactly(1, 4, 3, 6, 2, 7, 8, 5, 0, 9);
  }

  @Test
  void everyPartOfTheKeyNamesAnotherStream() {
    long[] firsts = {
      first(1, 2, 3, 4), first(0, 2, 3, 4), first(1, 0, 3, 4), first(1, 2, 0, 4),
      first(1, 2, 3, 0), first(4, 3, 2, 1), first(2, 1, 3, 4), first(0, 0, 0, 0)
    };
    assertThat(firsts).doesNotHaveDuplicates();
    assertThat(first(1, 2, 3, 4)).isEqualTo(firsts[0]);
  }

  private long first(long seed, long epoch, long image, long stream) {
    draws.startStream(seed, epoch, image, stream);
    return draws.nextLong();
  }

  @Test
  void streamsOfConsecutiveImagesAreUniform() {
    int[] tenths = new int[10];
    for (int image = 0; image < 10_000; image++) {
      draws.startStream(1, 0, image, 0);
      tenths[(int) (10 * draws.nextDouble())]++;
    }
    // standard deviation 30 around 1000
    assertThat(Arrays.stream(tenths)).allMatch(count -> Math.abs(count - 1000) < 150);
  }

  @Test
  void everyIntegerBelowTheBoundIsAsLikely() {
    int[] counts = new int[3];
    for (int i = 0; i < 30_000; i++) {
      counts[draws.nextInt(3)]++;
    }
    assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 400);
    assertThat(draws.nextInt(1)).isZero();
    assertThatThrownBy(() -> draws.nextInt(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void certainAndImpossibleEventsTakeOneDrawToo() {
    draws.startStream(1, 1, 1, 1);
    draws.nextLong();
    draws.nextLong();
    draws.nextLong();
    long fourth = draws.nextLong();
    draws.startStream(1, 1, 1, 1);
    assertThat(draws.bernoulli(0)).isFalse();
    assertThat(draws.bernoulli(1)).isTrue();
    assertThat(draws.uniform(2, 2)).isEqualTo(2);
    assertThat(draws.nextLong()).isEqualTo(fourth);
  }

  @Test
  void gaussianHasMeanZeroAndVarianceOne() {
    double[] values = IntStream.range(0, 20_000).mapToDouble(i -> draws.gaussian()).toArray();
    assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(0.03));
    assertThat(Arrays.stream(values).map(v -> v * v).average().orElseThrow())
        .isCloseTo(1, within(0.05));
    assertThat(Arrays.stream(values).filter(v -> Math.abs(v) > 2).count()).isBetween(780L, 1040L);
  }

  @Test
  void permutationHoldsEveryNumberOnceAndDependsOnItsKey() {
    int[] order = Draws.permutation(1000, 1, 2);
    assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 1000).toArray());
    assertThat(order).isEqualTo(Draws.permutation(1000, 1, 2));
    assertThat(order).isNotEqualTo(Draws.permutation(1000, 1, 3));
    assertThat(order).isNotEqualTo(Draws.permutation(1000, 2, 1));
    assertThat(Draws.permutation(0, 1)).isEmpty();
  }
}
