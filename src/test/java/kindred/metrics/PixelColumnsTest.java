package kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PixelColumnsTest {
  @Test
  void millionPointsBecomeTwoAColumnAndKeepEveryExtreme() {
    int points = 1_000_000;
    int columns = 500;
    PixelColumns reduced = new PixelColumns(new Span(0, points), columns);
    double[] lowest = new double[columns];
    double[] highest = new double[columns];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < points; i++) {
      double y = random.nextDouble();
      int column = (int) ((long) i * columns / points);
      lowest[column] = Math.min(lowest[column], y);
      highest[column] = Math.max(highest[column], y);
      reduced.add(i, y);
    }
    double[] x = reduced.x();
    double[] y = reduced.y();
    assertThat(x.length).isEqualTo(2 * columns);
    assertThat(x).isSorted();
    for (int column = 0; column < columns; column++) {
      double one = y[2 * column];
      double other = y[2 * column + 1];
      assertThat(Math.min(one, other)).isEqualTo(lowest[column]);
      assertThat(Math.max(one, other)).isEqualTo(highest[column]);
    }
    assertThat(reduced.lowest()).isEqualTo(Arrays.stream(lowest).min().orElseThrow());
    assertThat(reduced.highest()).isEqualTo(Arrays.stream(highest).max().orElseThrow());
  }

  @Test
  void fewPointsStayAsTheyAre() {
    PixelColumns all = new PixelColumns(new Span(0, 10), 1000);
    for (int i = 0; i <= 10; i++) {
      all.add(i, i * i);
    }
    assertThat(all.x()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(all.y()).containsExactly(0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100);
  }

  @Test
  void lineRunsOutOfThePictureAtBothEdges() {
    PixelColumns part = new PixelColumns(new Span(2.5, 4.5), 100);
    for (int i = 0; i <= 10; i++) {
      part.add(i, 10 * i);
    }
    assertThat(part.x()).containsExactly(2, 3, 4, 5);
    assertThat(part.lowest()).isEqualTo(30);
    assertThat(part.highest()).isEqualTo(40);
  }

  @Test
  void lineThatOnlyPassesThroughIsKept() {
    PixelColumns part = new PixelColumns(new Span(2.2, 2.8), 100);
    for (int i = 0; i <= 10; i++) {
      part.add(i, i);
    }
    assertThat(part.x()).containsExactly(2, 3);
  }

  @Test
  void valuesThatAreNotFiniteAreLeftOut() {
    PixelColumns part = new PixelColumns(new Span(0, 3), 100);
    part.add(0, 1);
    part.add(1, Double.NaN);
    part.add(2, 3);
    assertThat(part.x()).containsExactly(0, 2);
  }
}
