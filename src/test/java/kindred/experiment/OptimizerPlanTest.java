package kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kindred.experiment.OptimizerPlan.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerPlanTest {
  private static OptimizerPlan read(String json) {
    return Json.read(json, OptimizerPlan.class, "optimizer");
  }

  private static double rateOf(Kind kind) {
    String json = "{\"optimizer\": {\"kind\": \"" + kind + "\"}}";
    return Json.read(json, TrainingPlan.class, "training").learningRate();
  }

  @Test
  void nothingGivenIsAdamWithoutDecayAndClipping() {
    OptimizerPlan plan = TrainingPlan.defaults().optimizer();
    assertThat(plan.kind()).isEqualTo(Kind.ADAM);
    assertThat(plan.weightDecay()).isZero();
    assertThat(plan.clip()).isZero();
    assertThat(plan.beta1()).isEqualTo(0.9);
    assertThat(plan.beta2()).isEqualTo(0.999);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void planReadsBackFromItsJson(Kind kind) {
    OptimizerPlan plan = new OptimizerPlan(kind, null, null, null, null, null, null, null);
    assertThat(read(Json.line(plan))).isEqualTo(plan);
  }

  @Test
  void learningRateLeftOutIsTheOptimizersUsualOne() {
    assertThat(rateOf(Kind.ADAM)).isEqualTo(4e-4);
    assertThat(rateOf(Kind.ADAMW)).isEqualTo(4e-4);
    assertThat(rateOf(Kind.SGD)).isEqualTo(0.03);
    assertThat(rateOf(Kind.LARS)).isEqualTo(0.2);
  }

  @ParameterizedTest
  @CsvSource({
    "adam, momentum, 0.9, sgd and lars",
    "adamw, nesterov, true, sgd",
    "lars, nesterov, true, sgd",
    "sgd, beta1, 0.9, adam and adamw",
    "lars, beta2, 0.9, adam and adamw",
    "sgd, trust, 0.001, lars"
  })
  void partOfAnotherOptimizerIsRefused(String kind, String part, String value, String owners) {
    String json = "{\"kind\": \"" + kind + "\", \"" + part + "\": " + value + "}";
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(
            part
                + " belongs to "
                + owners
                + "; leave it out or choose another optimizer than "
                + kind);
  }

  @Test
  void nesterovWithoutMomentumIsRefused() {
    assertThatThrownBy(() -> read("{\"kind\": \"sgd\", \"momentum\": 0, \"nesterov\": true}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("nesterov needs a momentum above 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"sgd\", \"momentum\": 1}",
        "{\"kind\": \"adam\", \"beta1\": 1}",
        "{\"kind\": \"adam\", \"beta2\": -0.1}",
        "{\"kind\": \"lars\", \"trust\": 0}",
        "{\"weightDecay\": -1}",
        "{\"clip\": -1}"
      })
  void valueOutOfRangeIsRefused(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("must lie between");
  }
}
