package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kindred.array.NamedArray;
import kindred.experiment.Precision;
import kindred.model.DecoderSpec;
import kindred.model.Layer.Linear;
import kindred.model.Layer.Unflatten;
import kindred.model.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeSearchTest {
  private static final String LOSS =
      """
      mse = torch.mse_loss(self.decoder(online, given, 1, True), images)
      return [mse + 0.25 * torch.mean(torch.sum(given * given, [1]))]
      """;
  private static final Given CODES = new Given.Codes(0, 2, 0.01, 1);

  private final Torch torch = Torch.open("cpu", 1);

  @AfterEach
  void close() {
    torch.close();
  }

  private static Objective objective(Network decoder) {
    return new Objective(List.of(decoder), 0, 1, CODES, List.of("loss"), LOSS);
  }

  /** Decodes z to the image (z₁, z₂, 0, 0). */
  private CodeSearch linear(int steps, double learningRate) {
    Network decoder = new Network("decoder", List.of(new Linear("fc", 2, 4), new Unflatten(1, 2)));
    return new CodeSearch(
        torch,
        objective(decoder),
        new ImageFormat(1, 2, List.of(0.0), List.of(1 / 255.0)),
        Map.of(
            "fc.weight", NamedArray.floats(new float[] {1, 0, 0, 1, 0, 0, 0, 0}, 4, 2),
            "fc.bias", NamedArray.floats(new float[4], 4)),
        Precision.FP32,
        steps,
        learningRate);
  }

  private static ByteBuffer pixels(int... values) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(values.length);
    for (int i = 0; i < values.length; i++) {
      buffer.put(i, (byte) values[i]);
    }
    return buffer;
  }

  @Test
  void findsTheCodeThatMinimizesTheLoss() {
    try (CodeSearch search = linear(600, 0.1)) {
      // (z₁−3)²/4 + z₁²/4 has its minimum at 1.5.
      float[] codes = search.embed(pixels(3, 1, 0, 0, /* image 2 */ 0, 8, 0, 0), 2);

      float[] expected = {1.5f, 0.5f, 0, 4};
      for (int i = 0; i < 4; i++) {
        assertThat(codes[i]).as("code " + i).isCloseTo(expected[i], within(1e-3f));
      }
    }
  }

  @Test
  void firstStepGoesFromZeroByTheLearningRate() {
    try (CodeSearch search = linear(2, 0.1)) {
      // The second half, one step, goes by a tenth of it: gradients hardly change in between.
      float[] codes = search.embed(pixels(200, 0, 0, 0), 1);

      assertThat(codes[0]).isCloseTo(0.11f, within(1e-4f));
      assertThat(codes[1]).isZero();
    }
  }

  @Test
  void sameImageGetsTheSameCodeEveryTimeAndBesideOthers() {
    DecoderSpec spec = new DecoderSpec(1, 8, 2);
    ImageFormat format = new ImageFormat(1, 8, List.of(0.5), List.of(0.25));
    byte[] random = new byte[3 * 64];
    new Random(1).nextBytes(random);
    ByteBuffer three = ByteBuffer.allocateDirect(random.length).put(0, random);
    ByteBuffer last = ByteBuffer.allocateDirect(64).put(0, random, 128, 64);
    try (Learner learner =
            new Learner(torch, objective(spec.network()), format, Precision.FP32, 1);
        CodeSearch search =
            new CodeSearch(
                torch,
                objective(spec.network()),
                format,
                learner.tensors().network("decoder"),
                Precision.FP32,
                20,
                0.05)) {
      float[] codes = search.embed(three, 3);

      assertThat(search.embed(three, 3)).isEqualTo(codes);
      assertThat(codes[4]).isNotZero();
      float[] alone = search.embed(last, 1);
      for (int j = 0; j < 2; j++) {
        assertThat(alone[j]).isCloseTo(codes[4 + j], within(1e-4f));
      }
      int alive = torch.alive();
      search.embed(last, 1);
      assertThat(torch.alive()).isEqualTo(alive);
      assertThat(Arrays.equals(alone, search.embed(last, 1))).isTrue();
    }
  }
}
