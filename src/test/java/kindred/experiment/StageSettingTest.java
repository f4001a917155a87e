package kindred.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageSettingTest {
  static List<Stage> stages() {
    return StageExamples.all();
  }

  @ParameterizedTest
  @MethodSource("stages")
  void draftGivesExactlyTheStageItIsOf(Stage stage) {
    assertThat(StageDraft.of(stage).stage()).isEqualTo(stage);
  }

  @Test
  void draftHoldsOnlyWhatIsSpecial() {
    Stage stage = new LatentStage(null, "cats", TrainingPlan.defaults());
    assertThat(StageDraft.of(stage).values()).containsOnlyKeys("data");
  }

  @Test
  void examplesUseEverySetting() {
    Set<String> used = new HashSet<>();
    stages()
        .forEach(
            stage -> {
              StageDraft draft = StageDraft.of(stage);
              draft.values().keySet().forEach(path -> used.add(draft.kind() + " " + path));
            });
    for (String kind : List.of("latent", "neighbors", "byol", "evaluate")) {
      for (StageSetting setting : StageSetting.of(kind)) {
        boolean shared = kind.equals("byol") && setting.path().startsWith("training.");
        boolean unavailable = kind.equals("latent") && setting.path().startsWith("training.ema");
        if (!shared && !unavailable) {
          assertThat(used).contains(kind + " " + setting.path());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"latent", "neighbors", "byol", "evaluate"})
  void settingsSayWhatAPersonNeedsAndTheirConditionsNameWhatThereIs(String kind) {
    List<StageSetting> settings = StageSetting.of(kind);
    Set<String> all =
        List.of("latent", "neighbors", "byol", "evaluate").stream()
            .flatMap(each -> StageSetting.of(each).stream())
            .map(StageSetting::path)
            .collect(Collectors.toSet());
    all.add("stage");
    for (StageSetting setting : settings) {
      assertThat(setting.says().help()).as(setting.path()).endsWith(".");
      assertThat(setting.says().option()).as(setting.path()).isNotEmpty();
      if (setting.says().choices().length > 0) {
        assertThat(setting.says().choices()).hasSameSizeAs(setting.type().getEnumConstants());
      }
      for (StageSetting.Condition condition : setting.conditions()) {
        assertThat(all).as(setting.path()).contains(condition.path());
        settings.stream()
            .filter(other -> other.path().equals(condition.path()) && other.type().isEnum())
            .forEach(
                other ->
                    assertThat(Arrays.stream(other.type().getEnumConstants()).map(Object::toString))
                        .containsAll(condition.values()));
      }
    }
  }

  @Test
  void lineForAShellQuotesWhatItMust() {
    assertThat(CommandWords.line(List.of("evaluate", "ae-1", "it's here", "a b")))
        .isEqualTo("evaluate ae-1 'it'\\''s here' 'a b'");
  }
}
