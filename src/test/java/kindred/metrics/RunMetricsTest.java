package kindred.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {
  private static final Quantity LOSS = new Quantity("step", "loss");
  private static final int PLENTY = 1 << 20;

  @TempDir Path folder;
  private Path file;
  private RunMetrics metrics;

  @BeforeEach
  void begin() {
    file = folder.resolve("metrics.jsonl");
    metrics = new RunMetrics(file);
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String step(int step, double loss) {
    return "{\"kind\":\"step\",\"step\":%d,\"epoch\":1,\"time\":%d.5,\"loss\":%s}%n"
        .formatted(step, step, loss)
        .replace("\r", "");
  }

  private float[] losses() {
    MetricTable table = metrics.table(LOSS);
    float[] losses = new float[table.column("loss").isEmpty() ? 0 : table.size()];
    for (int line = 0; line < losses.length; line++) {
      losses[line] = table.column("loss").at(line);
    }
    return losses;
  }

  @Test
  void followsAFileThatIsNotYetThereAndThenGrows() throws IOException {
    assertThat(metrics.readOn(PLENTY)).isFalse();
    write(step(1, 4) + step(2, 3));
    assertThat(metrics.readOn(PLENTY)).isTrue();
    assertThat(losses()).containsExactly(4, 3);
    assertThat(metrics.readOn(PLENTY)).isFalse();
    write(step(3, 2.5));
    assertThat(metrics.readOn(PLENTY)).isTrue();
    assertThat(losses()).containsExactly(4, 3, 2.5f);
  }

  @Test
  void waitsForTheRestOfALine() throws IOException {
    String line = step(1, 4);
    write(line.substring(0, 20));
    assertThat(metrics.readOn(PLENTY)).isFalse();
    write(line.substring(20));
    assertThat(metrics.readOn(PLENTY)).isTrue();
    assertThat(losses()).containsExactly(4);
    assertThat(metrics.unreadable()).isZero();
  }

  @Test
  void laterLinesOfAStepCountAsAfterAKill() throws IOException {
    write(step(1, 4) + step(2, 3) + step(3, 2) + step(4, 1));
    metrics.readOn(PLENTY);
    write(step(3, 9));
    metrics.readOn(PLENTY);
    assertThat(losses()).containsExactly(4, 3, 9);
  }

  @Test
  void fieldThatOnlySomeLinesHaveIsNoNumberInTheOthers() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int step = 0; step < 10_000; step++) {
      text.append(step(step, step));
    }
    write(text.toString());
    write(step(10_000, 1).replace("\"loss\"", "\"late\""));
    write(step(9_000, 7).replace("\"loss\"", "\"other\""));
    metrics.readOn(Integer.MAX_VALUE);
    MetricTable table = metrics.table(LOSS);
    assertThat(table.size()).isEqualTo(9_001);
    assertThat(table.column("loss").at(8_999)).isEqualTo(8_999);
    assertThat(table.column("loss").at(9_000)).isNaN();
    assertThat(table.column("other").at(9_000)).isEqualTo(7);
    assertThat(table.column("other").at(0)).isNaN();
    assertThat(table.column("late").at(9_000)).isNaN();
    assertThat(table.column("never").isEmpty()).isTrue();
  }

  @Test
  void lineCutShortByAKillLosesNothingOfTheNextWorkers() throws IOException {
    write(step(1, 4) + step(2, 3).substring(0, 30) + step(2, 7));
    metrics.readOn(PLENTY);
    assertThat(losses()).containsExactly(4, 7);
  }

  @Test
  void shorterFileIsReadAnew() throws IOException {
    write(step(1, 4) + step(2, 3));
    metrics.readOn(PLENTY);
    Files.writeString(file, step(1, 8));
    assertThat(metrics.readOn(PLENTY)).isTrue();
    assertThat(losses()).containsExactly(8);
  }

  @Test
  void damagedLinesAreCountedAndLeftOut() throws IOException {
    write(step(1, 4) + "what is this\n" + step(2, 3));
    metrics.readOn(PLENTY);
    assertThat(losses()).containsExactly(4, 3);
    assertThat(metrics.unreadable()).isEqualTo(1);
  }

  @Test
  void readsNoMoreAtOnceThanAllowedAndThenTheRest() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 1000; i++) {
      lines.append(step(i, i));
    }
    write(lines.toString());
    metrics.readOn(5000);
    assertThat(metrics.behind()).isTrue();
    assertThat(losses().length).isLessThan(100);
    while (metrics.behind()) {
      metrics.readOn(5000);
    }
    assertThat(losses()).hasSize(1000);
  }

  @Test
  void offersWhatWasWrittenDownInTheOrderOfTheTabs() throws IOException {
    write(
        "{\"kind\":\"step\",\"step\":1,\"epoch\":1,\"time\":1,\"learning_rate\":1e-3,\"loss\":1}\n"
            + "{\"kind\":\"epoch\",\"step\":10,\"epoch\":2,\"time\":1,\"knn\":0.5,\"novelty\":1}\n");
    metrics.readOn(PLENTY);
    assertThat(metrics.quantities())
        .containsExactly(
            LOSS,
            new Quantity("epoch", "knn"),
            new Quantity("step", "learning_rate"),
            new Quantity("epoch", "novelty"));
    assertThat(metrics.stepsPerEpoch()).isEqualTo(5);
  }
}
