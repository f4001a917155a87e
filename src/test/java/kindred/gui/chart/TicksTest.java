package kindred.gui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kindred.metrics.Span;
import kindred.metrics.Ticks;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static List<String> labels(List<Ticks.Tick> ticks) {
    return ticks.stream().map(Ticks.Tick::label).toList();
  }

  @Test
  void roundValuesAreMarkedWithAsManyDigitsAsTellThemApart() {
    assertThat(labels(Ticks.linear(new Span(-0.1, 1.1), 6, 1)))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(labels(Ticks.linear(new Span(0, 1_000_000), 5, 1)))
        .containsExactly("0", "200,000", "400,000", "600,000", "800,000", "1,000,000");
    assertThat(labels(Ticks.linear(new Span(1e-7, 4.1e-7), 4, 1)))
        .containsExactly("1e-7", "2e-7", "3e-7", "4e-7");
  }

  @Test
  void marksOfAnyStretchDifferAndAreNotTooMany() {
    for (double width = 1e-6; width < 1e9; width *= 3.7) {
      for (double from : new double[] {-width / 3, 0, 10 * width, 100.4 * width}) {
        List<Ticks.Tick> ticks = Ticks.linear(new Span(from, from + width), 8, 1);
        assertThat(labels(ticks)).doesNotHaveDuplicates();
        assertThat(ticks).hasSizeBetween(3, 9);
      }
    }
  }

  @Test
  void timeIsCountedInTheUnitThatSuits() {
    Span twoHours = new Span(0, 7200);
    assertThat(XAxis.TIME.title(twoHours)).isEqualTo("Time (h)");
    assertThat(labels(XAxis.TIME.ticks(twoHours, 5, true)))
        .containsExactly("0", "0.5", "1.0", "1.5", "2.0");
  }

  @Test
  void stepsAndEpochsAreMarkedAtWholeNumbers() {
    Span few = new Span(0.9, 3.1);
    assertThat(labels(XAxis.STEP.ticks(few, 10, true))).containsExactly("1", "2", "3");
    assertThat(labels(XAxis.EPOCH.ticks(few, 10, true))).containsExactly("1", "2", "3");
    assertThat(labels(XAxis.STEP.ticks(new Span(0.5, 1.5), 10, true))).containsExactly("1");
    assertThat(labels(XAxis.EPOCH.ticks(new Span(0.5, 1.5), 10, false))).containsExactly("1");
    assertThat(labels(XAxis.STEP.ticks(new Span(0, 1000), 5, true)))
        .containsExactly("0", "200", "400", "600", "800", "1,000");
    assertThat(labels(XAxis.EPOCH.ticks(new Span(2.1, 2.5), 5, true)))
        .as("the steps within an epoch")
        .containsExactly("2.1", "2.2", "2.3", "2.4", "2.5");
  }

  @Test
  void logarithmicAxisIsMarkedAtPowersOfTenAndBetweenThemIfThereIsRoom() {
    assertThat(labels(Ticks.logarithmic(new Span(-2, 0.1), 8)))
        .containsExactly("0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1");
    assertThat(labels(Ticks.logarithmic(new Span(-6, 0), 4)))
        .containsExactly("1e-6", "1e-4", "0.01", "1");
    assertThat(labels(Ticks.logarithmic(new Span(Math.log10(0.31), Math.log10(0.38)), 5)))
        .hasSizeGreaterThan(2)
        .doesNotHaveDuplicates();
  }
}
