package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.paint.Color;
import kindred.gui.core.RunColors;
import org.junit.jupiter.api.Test;

class RunColorsTest {
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  @Test
  void everyColorStandsOutFromItsBackground() {
    for (int number = 1; number <= 7; number++) {
      assertThat(contrast(RunColors.of("ae-" + number, false), Color.WHITE)).isGreaterThan(3);
      assertThat(contrast(RunColors.of("ae-" + number, true), Color.web("#0d1117")))
          .isGreaterThan(3);
    }
  }

  @Test
  void twentyOneRunsInARowAreToldApart() {
    Set<String> looks = new HashSet<>();
    for (int number = 30; number < 51; number++) {
      String run = "byol-weighted-" + number;
      looks.add(RunColors.of(run, false) + " " + RunColors.pattern(run));
    }
    assertThat(looks).hasSize(21);
  }

  @Test
  void numberAloneDecides() {
    assertThat(RunColors.of("ae-12", true)).isEqualTo(RunColors.of("byol-baseline-12", true));
  }
}
