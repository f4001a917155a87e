package kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulePlanTest {
  private static TrainingPlan read(String json) {
    return Json.read(json, TrainingPlan.class, "training");
  }

  @Test
  void nothingGivenStaysConstant() {
    TrainingPlan plan = TrainingPlan.defaults();
    assertThat(plan.schedule()).isEqualTo(SchedulePlan.defaults());
    assertThat(plan.schedule().kind()).isEqualTo(SchedulePlan.Kind.CONSTANT);
    assertThat(plan.schedule().warmup()).isZero();
    assertThat(plan.ema()).isEqualTo(0.99);
    assertThat(plan.emaSchedule()).isEqualTo(EmaSchedule.CONSTANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schedule\": {\"kind\": \"cosine\", \"warmup\": 2.5}, \"ema\": 0.996}",
        "{\"schedule\": {\"kind\": \"step\", \"stepEvery\": 30}, \"emaSchedule\": \"cosine\"}"
      })
  void planReadsBackFromItsJson(String json) {
    TrainingPlan plan = read(json);
    assertThat(read(Json.line(plan))).isEqualTo(plan);
  }

  @Test
  void stepsNeedTheirLength() {
    assertThatThrownBy(() -> read("{\"schedule\": {\"kind\": \"step\"}}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("give step-every, a number of epochs");
  }

  @Test
  void stepsOfAnotherScheduleAreRefused() {
    assertThatThrownBy(() -> read("{\"schedule\": {\"kind\": \"cosine\", \"stepFactor\": 0.1}}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("belong to schedule step")
        .hasMessageContaining("instead of cosine");
  }

  @Test
  void warmUpAsLongAsTheTrainingIsRefused() {
    assertThatThrownBy(() -> read("{\"epochs\": 5, \"schedule\": {\"warmup\": 5}}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("warmup is 5.0 epochs of 5; shorten it or train for more epochs");
  }

  @Test
  void decayAboveOneIsRefused() {
    assertThatThrownBy(() -> read("{\"ema\": 1.01}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("ema is 1.01; it must lie between");
  }
}
