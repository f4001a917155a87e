package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kindred.data.DatasetInfo;
import kindred.experiment.Json;
import kindred.experiment.TrainingPlan;
import org.junit.jupiter.api.Test;

class TrainingLengthTest {
  private static TrainingLength length(int images, String plan) {
    DatasetInfo info =
        new DatasetInfo(
            1, "any", images, 1, 8, 8, List.of(), List.of(0.5), List.of(1.0), "", "", "", null);
    return TrainingLength.of(Json.read(plan, TrainingPlan.class, "plan"), info);
  }

  @Test
  void onlyFullBatchesOfTheImagesThatAreTrainedOnCount() {
    assertThat(length(1000, "{\"epochs\":3,\"batch\":128}"))
        .isEqualTo(new TrainingLength(1000, 3 * 7));
    assertThat(length(1000, "{\"epochs\":3,\"batch\":128,\"holdout\":0.25}"))
        .isEqualTo(new TrainingLength(750, 3 * 5));
    assertThat(length(1000, "{\"epochs\":2,\"batch\":128,\"holdout\":0.25,\"limit\":300}"))
        .isEqualTo(new TrainingLength(300, 2 * 2));
    assertThat(length(100, "{\"epochs\":2,\"batch\":128}"))
        .as("fewer images than a batch make one")
        .isEqualTo(new TrainingLength(100, 2));
  }

  @Test
  void lessThanTwoHundredStepsAreFew() {
    assertThat(length(256, "{\"epochs\":100,\"batch\":128}").inWords())
        .isEqualTo("200 steps in all");
    assertThat(length(128, "{\"epochs\":199,\"batch\":128}").inWords())
        .isEqualTo(
            "199 steps in all: few to learn from, more epochs or a smaller batch would help");
    assertThat(length(100, "{\"epochs\":1,\"batch\":128}").inWords()).startsWith("1 step in all:");
  }
}
