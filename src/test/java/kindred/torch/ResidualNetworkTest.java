package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kindred.array.NamedArray;
import kindred.experiment.Precision;
import kindred.model.Layer;
import kindred.model.Layer.BatchNorm;
import kindred.model.Layer.Conv2d;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.GlobalAvgPool;
import kindred.model.Layer.Linear;
import kindred.model.Layer.MaxPool;
import kindred.model.Layer.Relu;
import kindred.model.Layer.Residual;
import kindred.model.Network;
import kindred.model.ParameterSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every kind of layer that a residual network has, in one too small to need patience. */
class ResidualNetworkTest {
  private static final int SIZE = 8;
  private static final int IMAGES = 3;
  private static final ImageFormat FORMAT = new ImageFormat(1, SIZE, List.of(0.5), List.of(0.25));

  /**
   * Small enough that the weights stay what they are: Adam's first steps turn noise into motion.
   */
  private static final Rates STILL = new Rates(1e-9, 0.9);

  /** The second block changes the size and has a layer in its shortcut, the first has none. */
  private static final List<Layer> LAYERS =
      List.of(
          Conv2d.beforeNorm("conv1", 1, 16, 3, 1, 1),
          new BatchNorm("bn1", 16),
          new Relu(),
          new MaxPool(3, 2, 1),
          new Residual(
              List.of(
                  Conv2d.beforeNorm("a.conv1", 16, 16, 3, 1, 1),
                  new BatchNorm("a.bn1", 16),
                  new Relu(),
                  Conv2d.beforeNorm("a.conv2", 16, 16, 3, 1, 1),
                  new BatchNorm("a.bn2", 16)),
              List.of()),
          new Residual(
              List.of(Conv2d.beforeNorm("b.conv1", 16, 32, 3, 2, 1), new BatchNorm("b.bn1", 32)),
              List.of(
                  Conv2d.beforeNorm("b.downsample.0", 16, 32, 1, 2, 0),
                  new BatchNorm("b.downsample.1", 32))),
          new GlobalAvgPool(),
          new Flatten(),
          new Linear("fc", 32, 2));

  /** The squares of two views' outputs, weighed so that no output is like another. */
  private static final Objective OBJECTIVE =
      new Objective(
          List.of(new Network("encoder", LAYERS)),
          1,
          2,
          List.of("loss"),
          """
          z = self.encoder(online, images, 2, True)
          first, second = torch.chunk(z, 2)
          return [torch.mean(first * first * 0.5 + second * second * first)]
          """);

  private static final float[] MEANS = new float[16];

  static {
    Arrays.fill(MEANS, 7);
  }

  private final Torch torch = Torch.open("cpu", 1);

  @AfterEach
  void close() {
    torch.close();
  }

  private Learner learner(Precision precision) {
    return new Learner(torch, OBJECTIVE, FORMAT, precision, 1);
  }

  @Test
  void gradientsEqualFiniteDifferences() {
    try (Learner learner = learner(Precision.FP32)) {
      Random random = new Random(4);
      List<double[]> parameters = new ArrayList<>();
      for (ParameterSpec spec : learner.tensors().trained()) {
        parameters.add(random.doubles(spec.size(), -1, 1).toArray());
      }
      double[] images = random.doubles(2 * IMAGES * SIZE * SIZE, -2, 2).toArray();
      List<double[]> found = learner.differentiate(parameters, images);
      for (int tensor = 0; tensor < parameters.size(); tensor++) {
        double[] direction = random.doubles(parameters.get(tensor).length, -1, 1).toArray();
        double expected =
            (moved(learner, parameters, tensor, direction, 1e-6, images)
                    - moved(learner, parameters, tensor, direction, -1e-6, images))
                / 2e-6;
        double actual = 0;
        for (int i = 0; i < direction.length; i++) {
          actual += direction[i] * found.get(tensor + 1)[i];
        }
        assertThat(actual)
            .as(learner.tensors().trained().get(tensor).name())
            .isCloseTo(expected, within(1e-6 + 1e-5 * Math.abs(expected)));
      }
      assertThat(Arrays.stream(found.get(1)).map(Math::abs).max().orElseThrow())
          .as("the first layer's largest gradient means something")
          .isGreaterThan(1e-2);
    }
  }

  private static double moved(
      Learner learner,
      List<double[]> parameters,
      int tensor,
      double[] direction,
      double step,
      double[] images) {
    double[] there = parameters.get(tensor).clone();
    for (int i = 0; i < there.length; i++) {
      there[i] += step * direction[i];
    }
    List<double[]> all = new ArrayList<>(parameters);
    all.set(tensor, there);
    return learner.differentiate(all, images).get(0)[0];
  }

  private static ByteBuffer pixels() {
    byte[] random = new byte[2 * 32 * FORMAT.bytes()];
    new Random(3).nextBytes(random);
    return ByteBuffer.allocateDirect(random.length).put(0, random);
  }

  @Test
  void bf16StepsStayCloseToFp32Steps() {
    try (Learner exact = learner(Precision.FP32);
        Learner rough = learner(Precision.BF16)) {
      for (int step = 0; step < 3; step++) {
        double expected = exact.step(pixels(), 32, STILL)[0];
        assertThat(rough.step(pixels(), 32, STILL)[0])
            .isCloseTo(expected, within(0.02 + 0.05 * Math.abs(expected)));
      }
      float[] mean = rough.tensors().network("encoder").get("b.bn1.running_mean").toFloats();
      float[] expected = exact.tensors().network("encoder").get("b.bn1.running_mean").toFloats();
      for (int i = 0; i < mean.length; i++) {
        assertThat(mean[i]).isCloseTo(expected[i], within(0.01f));
      }
    }
  }

  @Test
  void valuesToStartFromReachTheNetworkAndItsMovingAverage() {
    try (Learner learner = learner(Precision.FP32)) {
      Map<String, NamedArray> before = learner.save();
      learner
          .tensors()
          .start(
              "encoder",
              Map.of(
                  "fc.bias", NamedArray.floats(new float[] {5, 6}, 2),
                  "bn1.running_mean", NamedArray.floats(MEANS, 16)));

      Map<String, NamedArray> after = learner.save();
      for (String target : List.of("", "target.")) {
        assertThat(after.get(target + "encoder.fc.bias").toFloats()).containsExactly(5, 6);
        assertThat(after.get(target + "encoder.bn1.running_mean").toFloats())
            .containsExactly(MEANS);
      }
      String untouched = "encoder.a.conv1.weight";
      assertThat(after.get(untouched).toFloats()).isEqualTo(before.get(untouched).toFloats());
    }
  }
}
