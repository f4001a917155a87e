package kindred.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kindred.experiment.EmaSchedule;
import kindred.experiment.SchedulePlan;
import kindred.experiment.SchedulePlan.Kind;
import kindred.experiment.TrainingPlan;
import kindred.torch.Rates;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  private static final int STEPS_PER_EPOCH = 10;

  private static Schedules schedules(int epochs, SchedulePlan schedule, EmaSchedule ema) {
    TrainingPlan plan =
        new TrainingPlan(
            epochs, null, 0.8, null, null, null, null, null, null, null, null, null, null, null,
            schedule, 0.96, ema, null);
    return new Schedules(plan, STEPS_PER_EPOCH);
  }

  private static double rate(Schedules schedules, int step) {
    return schedules.at(step).learningRate();
  }

  @Test
  void ratesOfADefaultPlanAreTheSameAtEachStepToTheBit() {
    Schedules schedules = new Schedules(TrainingPlan.defaults(), STEPS_PER_EPOCH);
    for (int step = 0; step < schedules.steps(); step++) {
      assertThat(schedules.at(step)).isEqualTo(new Rates(4e-4, 0.99));
    }
  }

  @Test
  void cosineFallsFromTheFullRateToZeroAfterTheLastStep() {
    Schedules schedules = schedules(4, new SchedulePlan(Kind.COSINE, null, null, null), null);
    assertThat(rate(schedules, 0)).isEqualTo(0.8);
    assertThat(rate(schedules, 10)).isCloseTo(0.8 * (1 + Math.sqrt(0.5)) / 2, within(1e-12));
    assertThat(rate(schedules, 20)).isCloseTo(0.4, within(1e-12));
    assertThat(rate(schedules, 39))
        .isCloseTo(0.4 * (1 + Math.cos(Math.PI * 39 / 40)), within(1e-12))
        .isPositive();
  }

  @Test
  void warmUpRisesToTheFullRateAndCosineBeginsAfterIt() {
    Schedules schedules = schedules(6, new SchedulePlan(Kind.COSINE, 2.0, null, null), null);
    assertThat(rate(schedules, 0)).isCloseTo(0.04, within(1e-12));
    assertThat(rate(schedules, 9)).isCloseTo(0.4, within(1e-12));
    assertThat(rate(schedules, 19)).isCloseTo(0.8, within(1e-12));
    assertThat(rate(schedules, 20)).isCloseTo(0.8, within(1e-12));
    assertThat(rate(schedules, 40)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void warmUpMayLastAFractionOfAnEpoch() {
    Schedules schedules = schedules(2, new SchedulePlan(Kind.CONSTANT, 0.4, null, null), null);
    assertThat(rate(schedules, 0)).isCloseTo(0.2, within(1e-12));
    assertThat(rate(schedules, 3)).isEqualTo(0.8);
    assertThat(rate(schedules, 19)).isEqualTo(0.8);
  }

  @Test
  void stepScheduleFallsAfterEverySoManyEpochs() {
    Schedules schedules = schedules(7, new SchedulePlan(Kind.STEP, null, 3, 0.5), null);
    assertThat(rate(schedules, 29)).isEqualTo(0.8);
    assertThat(rate(schedules, 30)).isEqualTo(0.4);
    assertThat(rate(schedules, 59)).isEqualTo(0.4);
    assertThat(rate(schedules, 60)).isEqualTo(0.2);
  }

  @Test
  void cosineMovingAverageRisesFromItsDecayToOne() {
    Schedules schedules = schedules(4, null, EmaSchedule.COSINE);
    assertThat(schedules.at(0).averageDecay()).isCloseTo(0.96, within(1e-12));
    assertThat(schedules.at(20).averageDecay()).isCloseTo(0.98, within(1e-12));
    assertThat(schedules.at(30).averageDecay())
        .isCloseTo(1 - 0.04 * (1 - Math.sqrt(0.5)) / 2, within(1e-12));
    assertThat(schedules.at(40).averageDecay()).isCloseTo(1, within(1e-12));
  }

  @Test
  void constantMovingAverageStays() {
    Schedules schedules = schedules(4, new SchedulePlan(Kind.COSINE, 1.0, null, null), null);
    assertThat(schedules.at(0).averageDecay()).isEqualTo(0.96);
    assertThat(schedules.at(39).averageDecay()).isEqualTo(0.96);
  }
}
