package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.TrainingPlan;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class TrainingOptionsTest {
  @Command
  static final class Training {
    @Mixin TrainingOptions options;
  }

  private static TrainingPlan plan(String... arguments) {
    Training training = new Training();
    new CommandLine(training).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return training.options.plan();
  }

  private static TrainingPlan read(String json) {
    return Json.read(json, TrainingPlan.class, "training");
  }

  @Test
  void noOptionsAreTheDefaultPlan() {
    assertThat(plan()).isEqualTo(TrainingPlan.defaults());
  }

  @Test
  void optimizerOptionsMeanWhatTheirFieldsMeanInAFile() {
    assertThat(
            plan(
                "--optimizer",
                "sgd",
                "--momentum",
                "0.8",
                "--nesterov",
                "--weight-decay",
                "5e-4",
                "--clip",
                "2"))
        .isEqualTo(
            read(
                """
                {"optimizer": {"kind": "sgd", "momentum": 0.8, "nesterov": true,
                 "weightDecay": 5e-4, "clip": 2}}
                """));
    assertThat(plan("--optimizer", "adamw", "--beta1", "0.8", "--beta2", "0.95"))
        .isEqualTo(read("{\"optimizer\": {\"kind\": \"adamw\", \"beta1\": 0.8, \"beta2\": 0.95}}"));
    assertThat(plan("--optimizer", "lars", "--trust", "0.01"))
        .isEqualTo(read("{\"optimizer\": {\"kind\": \"lars\", \"trust\": 0.01}}"));
  }

  @Test
  void scheduleOptionsMeanWhatTheirFieldsMeanInAFile() {
    assertThat(
            plan(
                "--schedule",
                "cosine",
                "--warmup",
                "1.5",
                "--ema",
                "0.996",
                "--ema-schedule",
                "cosine"))
        .isEqualTo(
            read(
                """
                {"schedule": {"kind": "cosine", "warmup": 1.5}, "ema": 0.996,
                 "emaSchedule": "cosine"}
                """));
    assertThat(plan("--schedule", "step", "--step-every", "5", "--step-factor", "0.3"))
        .isEqualTo(
            read("{\"schedule\": {\"kind\": \"step\", \"stepEvery\": 5, \"stepFactor\": 0.3}}"));
  }

  @Test
  void optionOfAnotherOptimizerIsRefused() {
    assertThatThrownBy(() -> plan("--momentum", "0.9"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("momentum belongs to sgd and lars");
  }
}
