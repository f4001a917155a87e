package kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberWordsTest {
  @Test
  void valuesOfOneScaleHaveTheSameDecimals() {
    assertThat(scale(0, 0.25)).containsExactly("0.00", "0.25", "0.50", "0.75", "1.00");
    assertThat(scale(0, 5.3)).containsExactly("0.0", "5.3", "10.6", "15.9", "21.2");
    assertThat(scale(980, 12)).containsExactly("980", "992", "1,004", "1,016", "1,028");
    assertThat(scale(0.51, 0.001))
        .containsExactly("0.5100", "0.5110", "0.5120", "0.5130", "0.5140");
  }

  @Test
  void valuesThatWouldBeLongAreInPowersOfTen() {
    assertThat(scale(0, 1e-6)).endsWith("3.00e-06", "4.00e-06");
    assertThat(scale(4e6, 1e6)).startsWith("4.00e+06");
  }

  private static String[] scale(double first, double step) {
    return IntStream.rangeClosed(0, 4)
        .mapToObj(i -> NumberWords.among(first + i * step, step))
        .toArray(String[]::new);
  }
}
