package kindred.gui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kindred.experiment.StageSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void settingsAreCalledAsInTheForms() {
    assertThat(Settings.name("training.latent")).isEqualTo("latent size");
    assertThat(Settings.value("training.batch", "64")).isEqualTo("64 images");
    assertThat(Settings.value("training.epochs", "20")).isEqualTo("20");
    Map<String, String> run = Map.of("training.latent", "32", "training.epochs", "5");
    assertThat(Settings.line(run, List.of("training.epochs", "training.latent")))
        .isEqualTo("epochs 5 · latent size 32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latent", "neighbors", "byol", "evaluate"})
  void noTwoSettingsOfAStageHaveTheSameName(String kind) {
    assertThat(StageSetting.of(kind))
        .extracting(s -> Settings.name(s.path()))
        .doesNotHaveDuplicates();
  }
}
