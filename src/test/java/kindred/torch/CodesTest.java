package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.experiment.Precision;
import kindred.model.Layer.Linear;
import kindred.model.Layer.Unflatten;
import kindred.model.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodesTest {
  private static final ImageFormat FORMAT = new ImageFormat(1, 2, List.of(0.0), List.of(1 / 255.0));
  private static final int IMAGES = 6;
  private static final int LENGTH = 2;
  private static final List<String> TABLES =
      List.of("codes", "codes.exp_avg", "codes.exp_avg_sq", "codes.step");

  private final Torch torch = Torch.open("cpu", 1);

  @AfterEach
  void close() {
    torch.close();
  }

  /** The gradient of an image's code is the image's first two pixels, whatever the code. */
  private static Objective pixelsAsGradients(int images, double deviation) {
    Network decoder = new Network("decoder", List.of(new Linear("fc", 2, 4), new Unflatten(1, 2)));
    String loss =
        """
        unused = torch.sum(self.decoder(online, given, 1, True)) * 0.
        return [unused + torch.sum(given * torch.slice(torch.flatten(images, 1), 1, 0, 2))]
        """;
    return new Objective(
        List.of(decoder),
        0,
        1,
        new Given.Codes(images, LENGTH, deviation, 2.5),
        List.of("loss"),
        loss);
  }

  private Learner learner() {
    return new Learner(torch, pixelsAsGradients(IMAGES, 0.1), FORMAT, Precision.FP32, 1);
  }

  private static void step(Learner learner, double learningRate, int[] rows, int... firstPixels) {
    ByteBuffer pixels = ByteBuffer.allocateDirect(4 * rows.length);
    for (int i = 0; i < firstPixels.length; i++) {
      pixels.put(i / 2 * 4 + i % 2, (byte) firstPixels[i]);
    }
    learner.step(pixels, rows, 0, new Rates(learningRate, 0));
  }

  @Test
  void onlyTheRowsOfABatchMove() {
    try (Learner learner = learner()) {
      step(learner, 0.01, new int[] {5, 0, 2}, 1, 2, 3, 4, 5, 6);
      Map<String, NamedArray> before = learner.save();
      step(learner, 0.01, new int[] {4, 2}, 7, 8, 9, 10);
      Map<String, NamedArray> after = learner.save();

      for (String table : TABLES) {
        for (int row = 0; row < IMAGES; row++) {
          boolean moved = row == 2 || row == 4;
          assertThat(Arrays.equals(row(before, table, row), row(after, table, row)))
              .as(table + " row " + row)
              .isEqualTo(!moved);
        }
      }
    }
  }

  private static float[] row(Map<String, NamedArray> saved, String table, int row) {
    float[] all = saved.get(table).toFloats();
    int length = all.length / IMAGES;
    return Arrays.copyOfRange(all, row * length, (row + 1) * length);
  }

  @Test
  void everyRowMovesAsIfItWereTrainedByAdamAlone() {
    double[][] gradients = {{3, 10}, {200, 1}, {7, 0}};
    try (Learner learner = learner()) {
      float[] first = row(learner.save(), "codes", 1);
      // Other rows are trained in between, which must not age the moments of row 1.
      step(learner, 0.02, new int[] {1, 3}, 3, 10, 1, 1);
      step(learner, 0.02, new int[] {2, 3}, 5, 5, 1, 1);
      step(learner, 0.02, new int[] {0, 1}, 5, 5, 200, 1);
      step(learner, 0.02, new int[] {1}, 7, 0);

      for (int j = 0; j < LENGTH; j++) {
        double z = first[j];
        double m = 0;
        double v = 0;
        for (int t = 1; t <= gradients.length; t++) {
          double g = gradients[t - 1][j];
          m = 0.9 * m + 0.1 * g;
          v = 0.999 * v + 0.001 * g * g;
          double slope = m / (1 - Math.pow(0.9, t));
          double size = Math.sqrt(v / (1 - Math.pow(0.999, t)));
          z -= 0.02 * 2.5 * slope / (size + 1e-8);
        }
        assertThat((double) row(learner.save(), "codes", 1)[j]).isCloseTo(z, within(1e-6));
      }
      assertThat(learner.save().get("codes.step").toFloats()).containsExactly(1, 3, 1, 2, 0, 0);
    }
  }

  @Test
  void firstCodesAreNormalWithTheirDeviation() {
    Objective many = pixelsAsGradients(5000, 0.01);
    try (Learner learner = new Learner(torch, many, FORMAT, Precision.FP32, 1)) {
      float[] codes = learner.tensors().codes();
      double mean = 0;
      double square = 0;
      for (float value : codes) {
        mean += value / (double) codes.length;
        square += value * (double) value / codes.length;
      }
      // 10,000 draws: four standard errors.
      assertThat(mean).isCloseTo(0, within(0.01 * 4 / 100));
      assertThat(Math.sqrt(square)).isCloseTo(0.01, within(0.01 * 4 / 141));
    }
  }

  @Test
  void aRowsFirstCodeDependsOnSeedAndNumberAlone() {
    try (Learner few = learner();
        Learner more = new Learner(torch, pixelsAsGradients(9, 0.1), FORMAT, Precision.FP32, 1);
        Learner other = new Learner(torch, pixelsAsGradients(9, 0.1), FORMAT, Precision.FP32, 2)) {
      float[] codes = few.tensors().codes();

      assertThat(Arrays.copyOf(more.tensors().codes(), codes.length)).isEqualTo(codes);
      assertThat(Arrays.copyOf(other.tensors().codes(), codes.length)).isNotEqualTo(codes);
    }
  }

  @Test
  void stepsLeaveNoTensorBehind() {
    try (Learner learner = learner()) {
      step(learner, 0.01, new int[] {1}, 1, 1);
      int alive = torch.alive();
      for (int i = 0; i < 20; i++) {
        step(learner, 0.01, new int[] {i % IMAGES}, 1, 1);
      }
      assertThat(torch.alive()).isEqualTo(alive);
    }
    assertThat(torch.alive()).isZero();
  }
}
