package kindred.gui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kindred.experiment.LatentStage;
import kindred.experiment.Stage;
import kindred.experiment.StageDraft;
import kindred.experiment.StageExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {
  static List<Stage> stages() {
    return StageExamples.all();
  }

  private static Form form(String kind, String... texts) {
    Form form = new Form(kind);
    for (String text : texts) {
      set(form, text);
    }
    return form;
  }

  private static void set(Form form, String text) {
    int at = text.indexOf('=');
    form.field(text.substring(0, at)).textProperty().set(text.substring(at + 1));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void filledFormAsksForTheSameAgain(Stage stage) {
    Form form = form(StageDraft.kind(stage));
    form.fill(stage);
    assertThat(form.problemProperty().get()).isEmpty();
    assertThat(form.stageProperty().get()).isEqualTo(stage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latent | data=cats training.epochs=0 | training.epochs | epochs is 0; it must lie",
        "latent | data=cats training.batch=x | training.batch | batch is 'x'; write a whole number",
        "latent | data=cats training.batch=1.5 | training.batch | write a whole number",
        "latent | data=cats training.holdout=1 | training.holdout | holdout is 1.0; it must lie",
        "latent | data=cats method=vae beta=-1 | beta | beta is -1.0",
        "latent | data=cats method=ad codes.rate=0 | codes.rate | code rate is 0.0",
        "latent | training.epochs=3 | data | Data set is missing: choose one",
        "latent | data=c training.schedule.kind=step | training.schedule.stepEvery | step-every",
        "latent | data=c training.schedule.warmup=30 | training.schedule.warmup | warmup is 30.0",
        "neighbors | source=a.npz k=1001 | k | k is 1001",
        "byol | data=cats way=weighted | neighbors | needs neighbors",
        "byol | data=c way=weighted neighbors=n.npz posWeight=2 | posWeight | pos-weight is 2.0",
        "byol | data=c way=weighted neighbors=n.npz positives.randomWeight=5 "
            + "| positives.randomWeight | is no range",
        "evaluate | source=ae-1 temperature=0 | temperature | temperature is 0.0",
        "evaluate | source=ae-1 test=cats holdout=0.1 | holdout | either a test set or a holdout",
      })
  void whatIsWrongIsSaidAtItsRow(String kind, String texts, String path, String message) {
    Form form = form(kind, texts.strip().split(" "));
    assertThat(form.stageProperty().get()).isNull();
    assertThat(form.problemProperty().get()).contains(message);
    assertThat(form.field(path).problemProperty().get()).isEqualTo(form.problemProperty().get());
    assertThat(form.fields())
        .filteredOn(field -> !field.problemProperty().get().isEmpty())
        .hasSize(1);
  }

  @Test
  void settingsThatDoNotApplyAreOutOfSightAndOutOfTheStage() {
    Form form = form("latent", "data=cats", "method=vae", "beta=0.5");
    assertThat(form.field("beta").appliesProperty().get()).isTrue();
    set(form, "method=ad");
    assertThat(form.field("beta").appliesProperty().get()).isFalse();
    assertThat(form.field("training.encoder").appliesProperty().get()).isFalse();
    assertThat(form.field("training.ema").appliesProperty().get()).isFalse();
    assertThat(form.field("codes.rate").appliesProperty().get()).isTrue();
    assertThat(form.stageProperty().get()).isInstanceOf(LatentStage.class);
    set(form, "method=vae");
    assertThat(((LatentStage) form.stageProperty().get()).beta()).isEqualTo(0.5);
  }

  @Test
  void whatIsUsualFollowsTheOtherSettings() {
    Form form = form("byol", "data=cats");
    Field rate = form.field("training.learningRate");
    assertThat(rate.usualProperty().get()).isEqualTo("4e-4");
    set(form, "training.optimizer.kind=lars");
    assertThat(rate.usualProperty().get()).isEqualTo("0.2");
    set(form, "training.epochs=0");
    set(form, "training.optimizer.kind=sgd");
    assertThat(rate.usualProperty().get()).as("also while something is wrong").isEqualTo("0.03");
    set(form, "training.epochs=");
    set(form, "training.encoder=resnet18");
    assertThat(form.field("training.latent").usualProperty().get()).isEmpty();
  }

  @Test
  void presetsAreStagesOnceTheirInputsAreChosen() {
    for (String kind : List.of("latent", "byol", "neighbors", "evaluate")) {
      for (Preset preset : Preset.of(kind)) {
        Form form = new Form(kind);
        form.show(preset.values());
        String input = form.find("source").isPresent() ? "source" : "data";
        set(form, input + "=a.npz");
        assertThat(form.problemProperty().get()).as(kind + ": " + preset.name()).isEmpty();
        preset
            .values()
            .forEach((path, text) -> assertThat(form.field(path).effective()).isEqualTo(text));
      }
    }
  }

  @Test
  void presetLeavesWhatAStageIsAbout() {
    Form form = form("byol", "data=cats", "way=weighted", "neighbors=n.npz", "posWeight=0.2");
    assertThat(form.fields())
        .filteredOn(field -> !field.isUsual())
        .allMatch(Preset::leaves)
        .hasSize(4);
    assertThat(Preset.leaves(form.field("training.epochs"))).isFalse();
    assertThat(Preset.leaves(form.field("training.optimizer.kind"))).isFalse();
  }
}
