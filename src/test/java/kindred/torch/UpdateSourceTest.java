package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kindred.array.NamedArray;
import kindred.experiment.Json;
import kindred.experiment.OptimizerPlan;
import kindred.experiment.OptimizerPlan.Kind;
import kindred.experiment.Precision;
import kindred.model.Layer.BatchNorm;
import kindred.model.Layer.Linear;
import kindred.model.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates of a weight 2×3 and a bias by given gradients. */
class UpdateSourceTest {
  private static final Network LINEAR = new Network("net", List.of(new Linear("fc", 3, 2)));
  private static final Network NORM = new Network("net", List.of(new BatchNorm("bn", 2)));

  private final Torch torch = Torch.open("cpu", 1);

  /** What optimizer_steps.py wrote; all arrays are the weight's values, then the bias's. */
  record Recorded(
      double[] start, double[] learningRates, double[][] gradients, List<RecordedCase> cases) {}

  record RecordedCase(OptimizerPlan optimizer, double[][] steps) {
    @Override
    public String toString() {
      return Json.line(optimizer);
    }
  }

  private static Recorded recorded() {
    try (InputStream in = UpdateSourceTest.class.getResourceAsStream("optimizer_steps.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Json.read(text, Recorded.class, "optimizer_steps.json");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<RecordedCase> recordedCases() {
    return recorded().cases().stream();
  }

  @AfterEach
  void close() {
    torch.close();
  }

  @ParameterizedTest
  @MethodSource("recordedCases")
  void fourStepsEqualPyTorchs(RecordedCase recordedCase) {
    Recorded recorded = recorded();
    try (Updated updated = new Updated(LINEAR, recordedCase.optimizer(), recorded.start())) {
      for (int step = 0; step < recorded.gradients().length; step++) {
        double[] now = updated.step(recorded.gradients()[step], recorded.learningRates()[step]);

        assertThat(now).containsExactly(recordedCase.steps()[step], within(1e-6));
      }
    }
  }

  @Test
  void larsMovesAWeightByAShareOfItsNormAndABiasByItsGradient() {
    OptimizerPlan lars = new OptimizerPlan(Kind.LARS, 0.5, 0.9, null, null, null, 0.1, null);
    double[] start = {3, 0, 0, 0, 4, 0, 2, 7};
    double[] gradient = {0, 1, 0, 0, -2, 2, 1, -1};
    // d = g + 0.5·w = (1.5, 1, 0, 0, 0, 2), ‖w‖ = 5, ‖d‖ = √7.25; lr·η·‖w‖/‖d‖ = 0.05/√7.25
    double share = 0.1 * 0.1 * 5 / Math.sqrt(7.25);
    double[] expected = {3 - 1.5 * share, -share, 0, 0, 4, -2 * share, 2 - 0.1, 7 + 0.1};
    try (Updated updated = new Updated(LINEAR, lars, start)) {
      assertThat(updated.step(gradient, 0.1)).containsExactly(expected, within(1e-6));
    }
  }

  @Test
  void larsNeitherDecaysNorAdaptsANormLayer() {
    OptimizerPlan lars = new OptimizerPlan(Kind.LARS, 0.5, 0.9, null, null, null, 0.1, null);
    double[] start = {1, 2, 3, 4};
    double[] gradient = {1, 2, -1, 0};
    try (Updated updated = new Updated(NORM, lars, start)) {
      assertThat(updated.step(gradient, 0.1))
          .containsExactly(new double[] {0.9, 1.8, 3.1, 4}, within(1e-6));
    }
  }

  @Test
  void larsTakesTheGradientAsItIsWhereAWeightIsZero() {
    OptimizerPlan lars = new OptimizerPlan(Kind.LARS, 0.0, 0.0, null, null, null, 0.1, null);
    double[] gradient = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] expected = Arrays.stream(gradient).map(g -> -0.1 * g).toArray();
    try (Updated updated = new Updated(LINEAR, lars, new double[8])) {
      assertThat(updated.step(gradient, 0.1)).containsExactly(expected, within(1e-6));
    }
  }

  @Test
  void clippingShortensAllGradientsToTheNormTogether() {
    OptimizerPlan clipped = new OptimizerPlan(Kind.SGD, null, 0.0, null, null, null, null, 1.0);
    double[] gradient = {3, 0, 0, 0, 0, 0, 0, -4}; // ‖g‖ = 5
    try (Updated updated = new Updated(LINEAR, clipped, new double[8])) {
      assertThat(updated.step(gradient, 1))
          .containsExactly(new double[] {-0.6, 0, 0, 0, 0, 0, 0, 0.8}, within(1e-6));
    }
  }

  @Test
  void gradientsShorterThanTheClipAreLeftToTheBit() {
    OptimizerPlan clipped = new OptimizerPlan(null, null, null, null, null, null, null, 9.0);
    Recorded recorded = recorded();
    try (Updated with = new Updated(LINEAR, clipped, recorded.start());
        Updated without = new Updated(LINEAR, OptimizerPlan.defaults(), recorded.start())) {
      double[] gradient = recorded.gradients()[1];
      assertThat(with.step(gradient, 0.1)).containsExactly(without.step(gradient, 0.1));
    }
  }

  /** A network's parameters under one optimizer. */
  private final class Updated implements AutoCloseable {
    private final LearnerTensors tensors;
    private final Program program;

    Updated(Network network, OptimizerPlan plan, double[] start) {
      NetworkSource source = new NetworkSource(List.of(network), Precision.FP32);
      UpdateSource update = new UpdateSource(plan, source.trained());
      tensors = LearnerTensors.training(torch, source, update, List.of(), 1);
      put(start);
      String signature =
          tensors.stepArguments().stream()
              .map(name -> name + ": List[Tensor], ")
              .collect(Collectors.joining());
      program =
          new Program(
              torch,
              update.text()
                  + "  def apply(self, "
                  + signature
                  + "g: List[Tensor], rate: Tensor) -> Tensor:\n    torch.set_grad_enabled(False)\n    "
                  + update.call("float(rate)")
                  + "\n    return torch.cat([torch.flatten(w) for w in p])\n");
    }

    private void put(double[] start) {
      Map<String, NamedArray> values = new HashMap<>(tensors.save());
      int from = 0;
      for (var spec : tensors.trained()) {
        float[] some = floats(start, from, spec.size());
        values.put(spec.name(), NamedArray.floats(some, spec.shape()));
        from += some.length;
      }
      tensors.restore(values);
    }

    private float[] floats(double[] values, int from, int count) {
      float[] floats = new float[count];
      for (int i = 0; i < count; i++) {
        floats[i] = (float) values[from + i];
      }
      return floats;
    }

    /** All parameters after it. */
    double[] step(double[] gradients, double learningRate) {
      try (NDManager scope = torch.scope()) {
        NDList arguments = tensors.forStep();
        int from = 0;
        for (var spec : tensors.trained()) {
          NDArray gradient =
              scope.create(
                  floats(gradients, from, spec.size()),
                  new ai.djl.ndarray.types.Shape(spec.shape()));
          gradient.setName("g[]");
          arguments.add(gradient);
          from += spec.size();
        }
        NDArray rate = scope.create(learningRate);
        rate.setName("rate");
        arguments.add(rate);
        try (NDList now = program.call("apply", arguments)) {
          float[] floats = now.singletonOrThrow().toFloatArray();
          double[] doubles = new double[floats.length];
          Arrays.setAll(doubles, i -> floats[i]);
          return doubles;
        }
      }
    }

    @Override
    public void close() {
      program.close();
      tensors.close();
    }
  }
}
