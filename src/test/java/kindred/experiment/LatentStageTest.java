package kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatentStageTest {
  private static LatentStage read(String rest) {
    String text = "{\"stage\":\"latent\",\"data\":\"d\"" + rest + "}";
    return (LatentStage) Json.read(text, Stage.class, "test");
  }

  @Test
  void methodsHaveTheirOwnSettingsAndNoOthers() {
    assertThat(read(",\"method\":\"ae\"").beta()).isNull();
    assertThat(read(",\"method\":\"ae\"").codes()).isNull();
    assertThat(read(",\"method\":\"vae\"").beta()).isEqualTo(2.5e-4);
    assertThat(read(",\"method\":\"vae\",\"beta\":0").beta()).isZero();
    assertThat(read(",\"method\":\"ad\"").codes())
        .isEqualTo(new CodePlan(1e-3, 1e-4, 0.01, 100, 0.01));
    assertThat(read(",\"method\":\"ad\",\"codes\":{\"lambda\":0.5}").codes().lambda())
        .isEqualTo(0.5);
  }

  @Test
  void settingsOfAnotherMethodAreRefused() {
    assertThatThrownBy(() -> read(",\"method\":\"ad\",\"beta\":1"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("beta belongs to vae");
    assertThatThrownBy(() -> read(",\"method\":\"vae\",\"codes\":{}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("belong to ad");
    assertThatThrownBy(() -> read(",\"method\":\"vae\",\"beta\":-1"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("beta is -1.0");
    assertThatThrownBy(() -> read(",\"method\":\"ad\",\"codes\":{\"searchSteps\":0}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("search steps is 0");
    for (String average : new String[] {"\"ema\":0.9", "\"emaSchedule\":\"cosine\""}) {
      assertThatThrownBy(() -> read(",\"method\":\"ae\",\"training\":{" + average + "}"))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("moving average belongs to byol");
    }
  }

  @Test
  void stagesKeepTheirSettingsThroughJson() {
    LatentStage ad = read(",\"method\":\"ad\",\"codes\":{\"rate\":0.5,\"searchSteps\":7}");
    assertThat(Json.read(Json.line(ad), Stage.class, "test")).isEqualTo(ad);
  }
}
