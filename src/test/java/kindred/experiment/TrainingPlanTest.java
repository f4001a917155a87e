package kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrainingPlanTest {
  private static TrainingPlan read(String json) {
    return Json.read(json, TrainingPlan.class, "plan");
  }

  @Test
  void resnetHasNoLengthOfItsOwnChoosingUnlessOneIsAskedFor() {
    assertThat(read("{}").latent()).isEqualTo(128);
    assertThat(read("{\"encoder\": \"resnet18\"}").latent()).isNull();
    assertThat(read("{\"encoder\": \"resnet50\", \"latent\": 64}").latent()).isEqualTo(64);
  }

  @Test
  void planIsReadBackAsItWasWritten() {
    TrainingPlan plan = read("{\"encoder\": \"resnet18\", \"weights\": \"ae-1\"}");
    assertThat(read(Json.line(plan))).isEqualTo(plan);
    assertThat(plan.withWeights("byol-2").weights()).isEqualTo("byol-2");
  }

  @Test
  void unknownEncoderIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> read("{\"encoder\": \"resnet34\"}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("resnet34")
        .hasMessageContaining("resnet18");
  }

  @Test
  void stageThatStartsFromALaterOneIsRefused() {
    String json =
        """
        {"stages": {
          "first": {"stage": "byol", "data": "d", "training": {"weights": "second"}},
          "second": {"stage": "latent", "data": "d"}}}
        """;
    assertThatThrownBy(() -> Json.read(json, Experiment.class, "file"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("'first' uses 'second'");
  }
}
