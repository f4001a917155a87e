package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import kindred.array.NamedArray;
import kindred.experiment.BadInput;
import kindred.experiment.OptimizerPlan;
import kindred.experiment.OptimizerPlan.Kind;
import kindred.experiment.Precision;
import kindred.model.Layer.BatchNorm;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import kindred.model.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small method under each optimizer, with and without a moving average. */
class LearnerOptimizersTest {
  private static final ImageFormat FORMAT = new ImageFormat(1, 2, List.of(0.5), List.of(0.25));
  private static final int IMAGES = 6;
  private static final OptimizerPlan PLAIN_SGD =
      new OptimizerPlan(Kind.SGD, null, 0.0, null, null, null, null, null);

  private final Torch torch = Torch.open("cpu", 1);

  static Stream<OptimizerPlan> plans() {
    return Stream.of(
        OptimizerPlan.defaults(),
        new OptimizerPlan(Kind.ADAMW, 0.1, null, null, null, null, null, 0.01),
        PLAIN_SGD,
        new OptimizerPlan(Kind.SGD, 0.1, 0.9, true, null, null, null, 0.01),
        new OptimizerPlan(Kind.LARS, null, null, null, null, null, null, null));
  }

  @AfterEach
  void close() {
    torch.close();
  }

  private Learner learner(OptimizerPlan optimizer, int averaged, long seed) {
    Network encoder =
        new Network(
            "encoder",
            List.of(
                new Flatten(),
                new Linear("fc", 4, 3),
                new BatchNorm("bn", 3),
                new Linear("out", 3, 1)));
    Objective objective =
        new Objective(
            List.of(encoder),
            averaged,
            1,
            List.of("loss"),
            """
            y = self.encoder(online, images, 1, True)
            return [torch.mean(torch.square(y - 1.))]
            """);
    return new Learner(torch, objective, FORMAT, Precision.FP32, optimizer, seed);
  }

  private static void step(Learner learner, int number) {
    byte[] pixels = new byte[IMAGES * FORMAT.bytes()];
    new Random(number).nextBytes(pixels);
    ByteBuffer buffer = ByteBuffer.allocateDirect(pixels.length).put(0, pixels);
    learner.step(buffer, IMAGES, new Rates(0.1 / (1 + number), 0.9));
  }

  private static boolean same(Map<String, NamedArray> a, Map<String, NamedArray> b) {
    return a.keySet().equals(b.keySet())
        && a.keySet().stream()
            .allMatch(name -> Arrays.equals(a.get(name).toFloats(), b.get(name).toFloats()));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void restoredTrainingGoesOnToTheBit(OptimizerPlan plan) {
    try (Learner whole = learner(plan, 1, 1);
        Learner resumed = learner(plan, 1, 2)) {
      step(whole, 0);
      step(whole, 1);
      Map<String, NamedArray> checkpoint = whole.save();
      step(whole, 2);
      step(whole, 3);

      resumed.restore(checkpoint);
      step(resumed, 2);
      step(resumed, 3);

      assertThat(same(whole.save(), resumed.save())).isTrue();
      assertThat(same(whole.save(), checkpoint)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyParameterMovesWhetherOrNotAMovingAverageFollowsIt(OptimizerPlan plan) {
    for (int averaged = 0; averaged <= 1; averaged++) {
      try (Learner learner = learner(plan, averaged, 1)) {
        Map<String, NamedArray> before = learner.save();
        step(learner, 0);
        step(learner, 1);
        Map<String, NamedArray> after = learner.save();

        // The first layer's bias is taken out again by the norm layer: its gradient is zero.
        for (String name : List.of("fc.weight", "bn.weight", "bn.bias", "out.weight", "out.bias")) {
          float[] was = before.get("encoder." + name).toFloats();
          float[] is = after.get("encoder." + name).toFloats();
          assertThat(is).as("%s with %d averages", name, averaged).isNotEqualTo(was);
        }
      }
    }
  }

  @Test
  void stateInACheckpointIsNamedAfterItsOptimizer() {
    assertThat(stateNames(OptimizerPlan.defaults()))
        .contains("adam.exp_avg.encoder.fc.weight", "adam.exp_avg_sq.encoder.fc.weight")
        .contains("adam.step")
        .hasSize(13);
    assertThat(stateNames(kind(Kind.ADAMW)))
        .contains("adamw.exp_avg.encoder.bn.bias", "adamw.step");
    assertThat(stateNames(kind(Kind.SGD)))
        .contains("sgd.momentum_buffer.encoder.fc.weight")
        .hasSize(6);
    assertThat(stateNames(PLAIN_SGD)).isEmpty();
    assertThat(stateNames(kind(Kind.LARS))).contains("lars.momentum_buffer.encoder.out.bias");
  }

  private static OptimizerPlan kind(Kind kind) {
    return new OptimizerPlan(kind, null, null, null, null, null, null, null);
  }

  private List<String> stateNames(OptimizerPlan plan) {
    try (Learner learner = learner(plan, 0, 1)) {
      return learner.save().keySet().stream().filter(name -> !name.startsWith("encoder.")).toList();
    }
  }

  @Test
  void checkpointOfAnotherOptimizerIsRefused() {
    try (Learner adam = learner(OptimizerPlan.defaults(), 0, 1);
        Learner sgd = learner(kind(Kind.SGD), 0, 1)) {
      Map<String, NamedArray> checkpoint = adam.save();

      assertThatThrownBy(() -> sgd.restore(checkpoint))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("sgd.momentum_buffer.encoder.fc.weight is missing");
    }
  }

  @Test
  void frequentStepsLeaveNoTensorBehindUnderAnyOptimizer() {
    plans()
        .forEach(
            plan -> {
              try (Learner learner = learner(plan, 1, 1)) {
                step(learner, 0);
                int alive = torch.alive();
                step(learner, 1);
                step(learner, 2);
                assertThat(torch.alive()).isEqualTo(alive);
              }
            });
  }
}
