package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class LeakageCommandTest extends CommandLineCase {
  @Test
  void imagesOfOneDataSetAreFoundInAnother() {
    assertThat(type("import", pictures.toString(), "--name", "again", "--size", "16").exit())
        .isZero();
    Said said = type("leakage", "again", "tiny", "--json");
    assertThat(said.exit()).isZero();
    assertThat(said.json().get("same").asInt()).isEqualTo(said.json().get("images").asInt());
    JsonNode first = said.json().get("leaks").get(0);
    assertThat(first.get("source").asText()).isEqualTo(first.get("twin_source").asText());
  }

  @Test
  void heldOutImagesAreLookedForAmongThoseThatAreTrainedOn() {
    Said said = type("leakage", "tiny", "--holdout", "0.25", "--bits", "0");
    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("held-out images of tiny");
    assertThat(type("leakage", "tiny", "--holdout", "2").err()).contains("--holdout 2.0");
    assertThat(type("leakage", "tiny", "--bits", "11").err()).contains("give 0 to 10");
  }

  @Test
  void aBackgroundThatIsNoColorIsRefused() {
    Said said =
        type("import", pictures.toString(), "--name", "other", "--background", "transparent");
    assertThat(said.exit()).isNotZero();
    assertThat(said.err()).contains("background 'transparent' is no color; give white, black");
  }
}
