package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kindred.array.NamedArray;
import kindred.experiment.BadInput;
import kindred.experiment.Precision;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import kindred.model.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final ImageFormat FORMAT = new ImageFormat(1, 2, List.of(0.5), List.of(0.25));
  private static final Rates RATES = new Rates(0.01, 0.9);

  private final Torch torch = Torch.open("cpu", 2);

  @AfterEach
  void close() {
    torch.close();
  }

  /** Mean of the encoder's outputs, so that gradients are easy to write down. */
  private static Objective meanOfOutputs(int averaged) {
    Network encoder = new Network("encoder", List.of(new Flatten(), new Linear("fc", 4, 1)));
    return new Objective(
        List.of(encoder),
        averaged,
        1,
        List.of("loss"),
        "return [torch.mean(self.encoder(online, images, 1, True))]");
  }

  private static ByteBuffer pixels(int... values) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(values.length);
    for (int i = 0; i < values.length; i++) {
      buffer.put(i, (byte) values[i]);
    }
    return buffer;
  }

  @Test
  void pixelsAreScaledAndNormalizedBeforeTheNetworkSeesThem() {
    try (Learner learner = new Learner(torch, meanOfOutputs(0), FORMAT, Precision.FP32, 1)) {
      float[] w = learner.save().get("encoder.fc.weight").toFloats();
      float b = learner.save().get("encoder.fc.bias").toFloats()[0];
      double expected = b;
      int[] image = {0, 51, 102, 255};
      for (int i = 0; i < 4; i++) {
        expected += w[i] * (image[i] / 255.0 - 0.5) / 0.25;
      }

      double[] terms = learner.step(pixels(image), 1, RATES);

      assertThat(terms[0]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void firstAdamStepMovesEachParameterByTheLearningRateAgainstItsGradient() {
    try (Learner learner = new Learner(torch, meanOfOutputs(0), FORMAT, Precision.FP32, 1)) {
      float[] before = learner.save().get("encoder.fc.weight").toFloats();

      learner.step(pixels(0, 51, 204, 255), 1, RATES);

      float[] after = learner.save().get("encoder.fc.weight").toFloats();
      double[] signs = {-1, -1, 1, 1};
      for (int i = 0; i < 4; i++) {
        assertThat(after[i] - before[i]).isCloseTo((float) (-0.01 * signs[i]), within(1e-5f));
      }
      assertThat(learner.save().get("adam.step").toFloats()).containsExactly(1);
    }
  }

  @Test
  void secondAdamStepFollowsItsFormula() {
    try (Learner learner = new Learner(torch, meanOfOutputs(0), FORMAT, Precision.FP32, 1)) {
      float before = learner.save().get("encoder.fc.weight").toFloats()[0];

      learner.step(pixels(0, 0, 0, 0), 1, RATES);
      learner.step(pixels(255, 0, 0, 0), 1, RATES);

      double g1 = -2;
      double g2 = 2;
      double m = (0.9 * 0.1 * g1 + 0.1 * g2) / (1 - 0.9 * 0.9);
      double v = (0.999 * 0.001 * g1 * g1 + 0.001 * g2 * g2) / (1 - 0.999 * 0.999);
      double expected = before + 0.01 - 0.01 * m / (Math.sqrt(v) + 1e-8);
      assertThat((double) learner.save().get("encoder.fc.weight").toFloats()[0])
          .isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void targetFollowsTheTrainedWeightsAsAMovingAverage() {
    try (Learner learner = new Learner(torch, meanOfOutputs(1), FORMAT, Precision.FP32, 1)) {
      float before = learner.save().get("encoder.fc.weight").toFloats()[0];
      assertThat(learner.save().get("target.encoder.fc.weight").toFloats()[0]).isEqualTo(before);

      learner.step(pixels(0, 0, 0, 0), 1, RATES);

      float online = learner.save().get("encoder.fc.weight").toFloats()[0];
      assertThat(learner.save().get("target.encoder.fc.weight").toFloats()[0])
          .isCloseTo(0.9f * before + 0.1f * online, within(1e-6f));
    }
  }

  @Test
  void stepsLeaveNoTensorBehind() {
    try (Learner learner = new Learner(torch, meanOfOutputs(1), FORMAT, Precision.FP32, 1)) {
      ByteBuffer pixels = pixels(1, 2, 3, 4);
      learner.step(pixels, 1, RATES);
      int alive = torch.alive();
      for (int i = 0; i < 50; i++) {
        learner.step(pixels, 1, RATES);
      }
      assertThat(torch.alive()).isEqualTo(alive);
    }
    assertThat(torch.alive()).isZero();
  }

  @Test
  void savedTensorsContinueWhereTheyWere() {
    ByteBuffer pixels = pixels(9, 80, 170, 250);
    try (Learner first = new Learner(torch, meanOfOutputs(1), FORMAT, Precision.FP32, 1);
        Learner second = new Learner(torch, meanOfOutputs(1), FORMAT, Precision.FP32, 2)) {
      first.step(pixels, 1, RATES);
      second.restore(first.save());
      first.step(pixels, 1, RATES);
      second.step(pixels, 1, RATES);

      assertThat(bytes(second)).isEqualTo(bytes(first));
    }
  }

  private static Map<String, List<Byte>> bytes(Learner learner) {
    Map<String, List<Byte>> all = new TreeMap<>();
    learner
        .save()
        .forEach(
            (name, array) -> {
              List<Byte> bytes = new ArrayList<>();
              for (byte b : array.toBytes()) {
                bytes.add(b);
              }
              all.put(name, bytes);
            });
    return all;
  }

  @Test
  void tensorsOfAnotherShapeAreRefusedBeforeAnythingChanges() {
    try (Learner learner = new Learner(torch, meanOfOutputs(0), FORMAT, Precision.FP32, 1)) {
      Map<String, NamedArray> saved = new TreeMap<>(learner.save());
      Map<String, List<Byte>> before = bytes(learner);
      saved.put("encoder.fc.bias", NamedArray.floats(new float[] {9}, 1));
      saved.put("encoder.fc.weight", NamedArray.floats(new float[3], 1, 3));

      assertThatThrownBy(() -> learner.restore(saved))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("encoder.fc.weight")
          .hasMessageContaining("(1, 3)");
      assertThat(bytes(learner)).isEqualTo(before);
    }
  }

  @Test
  void sourceThatPyTorchDoesNotAcceptIsShownWithItsReason() {
    Objective wrong =
        new Objective(
            List.of(new Network("encoder", List.of(new Flatten(), new Linear("fc", 4, 1)))),
            0,
            1,
            List.of("loss"),
            "return [torch.no_such_operator(images)]");
    assertThatThrownBy(() -> new Learner(torch, wrong, FORMAT, Precision.FP32, 1))
        .hasMessageContaining("no_such_operator");
  }

  @Test
  void bf16StepIsCloseToTheFp32Step() {
    byte[] random = new byte[16 * 4];
    new Random(3).nextBytes(random);
    ByteBuffer pixels = ByteBuffer.allocateDirect(random.length).put(0, random);
    try (Learner exact = new Learner(torch, meanOfOutputs(0), FORMAT, Precision.FP32, 1);
        Learner rough = new Learner(torch, meanOfOutputs(0), FORMAT, Precision.BF16, 1)) {
      assertThat(rough.step(pixels, 16, RATES)[0])
          .isCloseTo(exact.step(pixels, 16, RATES)[0], within(0.02));
    }
  }

  @Test
  void unknownDevicesAreNamed() {
    assertThatThrownBy(() -> Torch.open("tpu", 1))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("'tpu'")
        .hasMessageContaining("cuda:0");
    assertThatThrownBy(() -> Torch.open("cuda:77", 1))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("cuda:77");
  }
}
