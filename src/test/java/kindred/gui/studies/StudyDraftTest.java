package kindred.gui.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import kindred.experiment.BadInput;
import kindred.experiment.ByolStage;
import kindred.experiment.Trial;
import kindred.gui.studies.StudyDraft.Checked;
import kindred.run.StudyBase;
import org.junit.jupiter.api.Test;

/** What a study's form comes to, without a window. */
class StudyDraftTest {
  private static Checked check(String name, String seeds, Variable... variables) {
    return new StudyDraft(
            name,
            StudyBase.sample(),
            true,
            List.of(variables),
            seeds,
            "weighted-evaluation",
            null,
            Set.of("old"))
        .check();
  }

  private static ByolStage byol(Trial trial) {
    return (ByolStage) trial.experiment().stages().get("weighted");
  }

  @Test
  void everyValueOfAFieldIsAVariationWithEverySeed() {
    Checked checked = check("s", "1-3", new Variable("weighted.training.epochs", "2, 4"));
    assertThat(checked.problem()).isNull();
    assertThat(checked.variations()).containsExactly("epochs 2", "epochs 4");
    assertThat(checked.trials()).hasSize(6);
    assertThat(checked.study().baseline()).isEqualTo("epochs 2");
    assertThat(byol(checked.trials().get(1)).training().epochs()).isEqualTo(4);
  }

  @Test
  void severalFieldsAreCombined() {
    Checked checked =
        check(
            "s",
            "1",
            new Variable("neighbors.metric", "euclidean, cosine"),
            new Variable("weighted.posWeight", "0.3, 0.7"),
            new Variable("", ""));
    assertThat(checked.variations())
        .containsExactly(
            "euclidean, pos weight 0.3",
            "euclidean, pos weight 0.7",
            "cosine, pos weight 0.3",
            "cosine, pos weight 0.7");
  }

  @Test
  void baselineAmongTheWaysTakesNoNeighbors() {
    Checked checked =
        check("s", "1", new Variable("weighted.way", "baseline, probabilistic, weighted"));
    assertThat(checked.problem()).isNull();
    assertThat(byol(checked.trials().get(0)).neighbors()).isNull();
    assertThat(byol(checked.trials().get(2)).neighbors()).isEqualTo("neighbors");
  }

  @Test
  void problemsAreSaidInTheWordsOfTheStudy() {
    Variable fine = new Variable("weighted.training.epochs", "2, 4");
    assertThat(check("a b", "1", fine).problem()).contains("it names a folder too");
    assertThat(check("old", "1", fine).problem()).contains("already; choose another name");
    assertThat(check("s", "one", fine).problem()).contains("whole numbers such as 1, 2, 3");
    assertThat(check("s", "1, 1", fine).problem()).contains("each only once");
    assertThat(check("s", "1").problem()).contains("at least one field that varies");
    assertThat(check("s", "1", new Variable("weighted.training.epochs", "2,,4")).problem())
        .contains("a comma too many");
    assertThat(check("s", "1", new Variable("weighted.training.epochs", "2, 2")).problem())
        .contains("two choices called 'epochs 2'");
    assertThat(check("s", "1", new Variable("weighted.training.epochs", "0")).problem())
        .contains("epochs");
    assertThat(check("s", "1", new Variable("weighted.training.seed", "1, 2")).problem())
        .contains("own seeds decide");
    assertThat(check("s", "1", fine, fine).problem()).contains("varies twice");
  }

  @Test
  void seedsAreReadAsPeopleWriteThem() {
    assertThat(SeedList.parse("1-3, 8 , 10..11")).containsExactly(1L, 2L, 3L, 8L, 10L, 11L);
    assertThatThrownBy(() -> SeedList.parse("3-1")).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> SeedList.parse("1-5000")).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> SeedList.parse("")).isInstanceOf(BadInput.class);
  }
}
