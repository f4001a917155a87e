package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kindred.experiment.BadInput;
import kindred.experiment.Json;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  @Test
  void survivesJson() {
    Augmentation how = Augmentation.byolSecond(224);
    String json = Json.line(how);
    assertThat(Json.read(json, Augmentation.class, "view")).isEqualTo(how);
    assertThat(Json.tree(how).size()).isEqualTo(16);
  }

  @Test
  void onlyLargeViewsAreBlurredAndOnlyTheSecondSolarized() {
    assertThat(Augmentation.byolFirst(64).blur()).isZero();
    assertThat(Augmentation.byolSecond(64).blur()).isZero();
    assertThat(Augmentation.byolFirst(96).blur()).isEqualTo(1);
    assertThat(Augmentation.byolSecond(96).blur()).isEqualTo(0.1);
    assertThat(Augmentation.byolFirst(32).solarize()).isZero();
    assertThat(Augmentation.byolSecond(32).solarize()).isEqualTo(0.2);
    assertThat(Augmentation.byolFirst(32).changesNothing()).isFalse();
    assertThat(Augmentation.none().changesNothing()).isTrue();
  }

  @Test
  void impossibleValuesAreNamedWithTheirRange() {
    String json = Json.line(Augmentation.byolFirst(32));
    refused(json.replace("\"flip\":0.5", "\"flip\":1.5"), "flip probability is 1.5", "0.0 to 1.0");
    refused(json.replace("\"hue\":0.1", "\"hue\":0.7"), "hue strength is 0.7", "0.0 to 0.5");
    refused(json.replace("\"minScale\":0.08", "\"minScale\":0"), "smallest crop scale is 0.0");
    refused(json.replace("\"blur\":0.0", "\"blur\":\"NaN\""), "blur probability is NaN");
    refused(
        json.replace("\"maxSigma\":2.0", "\"maxSigma\":0.05"),
        "smallest blur sigma, 0.1, is above the largest, 0.05");
  }

  private static void refused(String json, String... parts) {
    assertThatThrownBy(() -> Json.read(json, Augmentation.class, "view"))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(parts);
  }
}
