package kindred.gui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kindred.gui.chart.Drawing.Source;
import kindred.gui.chart.Drawing.Wish;
import kindred.metrics.Quantity;
import kindred.metrics.RunMetrics;
import kindred.metrics.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawerTest {
  private static final Quantity LOSS = new Quantity("step", "loss");
  private static final int PLENTY = 1 << 20;

  @TempDir Path folder;

  private Source run(String id, String... lines) throws IOException {
    Path file = folder.resolve(id + ".jsonl");
    Files.writeString(file, String.join("\n", lines) + "\n");
    RunMetrics metrics = new RunMetrics(file);
    metrics.readOn(PLENTY);
    return new Source(id, id, false, metrics);
  }

  private static String step(int step, double loss) {
    return "{\"kind\":\"step\",\"step\":"
        + step
        + ",\"time\":"
        + 60 * step
        + ",\"loss\":"
        + loss
        + "}";
  }

  private static Wish wish(Quantity quantity, XAxis axis, double weight, boolean log) {
    return new Wish(quantity, axis, weight, log, Optional.empty(), Optional.empty(), false, 500);
  }

  @Test
  void rawLineStandsFaintBehindTheSmoothedOne() throws IOException {
    Source run = run("ae-1", step(1, 4), step(2, 2), step(3, 3));
    Drawing drawing = Drawer.draw(List.of(run), wish(LOSS, XAxis.STEP, 0.5, false));
    assertThat(drawing.lines()).hasSize(2);
    assertThat(drawing.lines().get(0).faint()).isTrue();
    assertThat(drawing.lines().get(0).y()).containsExactly(4, 2, 3);
    assertThat(drawing.lines().get(1).faint()).isFalse();
    assertThat(drawing.lines().get(1).y()[1]).isCloseTo((0.5 * 4 + 2) / 1.5, within(1e-9));
  }

  @Test
  void axesCoverAllRuns() throws IOException {
    Source one = run("ae-1", step(1, 4), step(2, 2));
    Source other = run("ae-2", step(1, 1), step(9, -5));
    Drawing drawing = Drawer.draw(List.of(one, other), wish(LOSS, XAxis.STEP, 0, false));
    assertThat(drawing.x().contains(1) && drawing.x().contains(9)).isTrue();
    assertThat(drawing.y().contains(-5) && drawing.y().contains(4)).isTrue();
  }

  @Test
  void logarithmicAxisSaysHowManyValuesItCannotShow() throws IOException {
    Source run = run("ae-1", step(1, 100), step(2, 0), step(3, -1), step(4, 10));
    Drawing drawing = Drawer.draw(List.of(run), wish(LOSS, XAxis.STEP, 0, true));
    assertThat(drawing.lines().get(0).y()).containsExactly(2, 1);
    assertThat(drawing.word())
        .isEqualTo("2 values at or below 0 cannot be shown on a logarithmic axis");
  }

  @Test
  void logarithmicAxisOfNothingPositiveSaysWhyItIsEmpty() throws IOException {
    Source run = run("ae-1", step(1, -1), step(2, 0));
    Drawing drawing = Drawer.draw(List.of(run), wish(LOSS, XAxis.STEP, 0, true));
    assertThat(drawing.isEmpty()).isTrue();
    assertThat(drawing.word()).contains("No value here is above 0");
  }

  @Test
  void epochsAreKnownOnceTheFirstHasEnded() throws IOException {
    Wish byEpoch = wish(LOSS, XAxis.EPOCH, 0, false);
    Drawing before = Drawer.draw(List.of(run("ae-1", step(1, 4), step(2, 2))), byEpoch);
    assertThat(before.isEmpty()).isTrue();
    assertThat(before.word()).isEqualTo("Epochs are known once the first one has ended.");

    String epoch = "{\"kind\":\"epoch\",\"step\":4,\"epoch\":1,\"time\":9,\"loss\":3}";
    Drawing after = Drawer.draw(List.of(run("ae-2", step(1, 4), step(2, 2), epoch)), byEpoch);
    assertThat(after.lines().get(0).x()).containsExactly(0.25, 0.5);
  }

  @Test
  void spreadIsComparedWithThatOfVectorsInAllDirections() throws IOException {
    Source run =
        run(
            "ae-1",
            "{\"kind\":\"epoch\",\"step\":1,\"epoch\":1,\"std\":0.05,\"std_ratio\":0.5}",
            "{\"kind\":\"epoch\",\"step\":2,\"epoch\":2,\"std\":0.06,\"std_ratio\":0.6}");
    Quantity std = new Quantity("epoch", "std");
    Drawing drawing = Drawer.draw(List.of(run), wish(std, XAxis.EPOCH, 0, false));
    assertThat(drawing.references()).hasSize(1);
    assertThat(drawing.references().get(0).y()).isCloseTo(0.1, within(1e-6));
    assertThat(drawing.y().contains(0.1)).isTrue();
  }

  @Test
  void heldScaleSaysThatThereIsMoreBeyond() throws IOException {
    Source run = run("ae-1", step(1, 4), step(2, 2), step(50, 9));
    Wish held =
        new Wish(
            LOSS,
            XAxis.STEP,
            0,
            false,
            Optional.of(new Span(0, 3)),
            Optional.of(new Span(1, 5)),
            true,
            500);
    Drawing drawing = Drawer.draw(List.of(run), held);
    assertThat(drawing.x()).isEqualTo(new Span(0, 3));
    assertThat(drawing.y()).isEqualTo(new Span(1, 5));
    assertThat(drawing.word()).isEqualTo("scale held while the mouse is here");
  }

  @Test
  void probeFindsTheNearestValueOfEveryRunThatReachesThere() throws IOException {
    Source one = run("ae-1", step(1, 4), step(2, 2), step(3, 7));
    Source shorter = run("ae-2", step(1, 1));
    Wish byTime = wish(LOSS, XAxis.TIME, 0.5, false);
    List<Probe.Reading> readings = Probe.at(130, List.of(one, shorter), byTime);
    assertThat(readings).hasSize(1);
    assertThat(readings.get(0).x()).isEqualTo(120);
    assertThat(readings.get(0).value()).isEqualTo(2);
    assertThat(readings.get(0).smoothed()).isCloseTo(8.0 / 3, within(1e-9));
    assertThat(HoverCard.words(XAxis.STEP, 1200)).isEqualTo("Step 1,200");
  }
}
