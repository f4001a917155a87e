package kindred.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kindred.array.NamedArray;
import kindred.torch.Learner;
import kindred.torch.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochCheckTest {
  @TempDir Path folder;

  private static EpochCheck suspiciousAfter(Integer... epochs) {
    Set<Integer> suspicious = Set.of(epochs);
    return (learner, progress) ->
        new EpochCheck.Finding(
            Map.of("measure", (double) progress.epoch()),
            "looked",
            suspicious.contains(progress.epoch()) ? Optional.of("it is flat") : Optional.empty());
  }

  private static List<String> files(SmallTraining training) throws IOException {
    try (Stream<Path> files = Files.list(training.checkpoints())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void measuresAndWordsAreReportedWithTheEpoch() {
    SmallTraining training = new SmallTraining(folder);

    training.train(2, suspiciousAfter());

    assertThat(training.reports)
        .extracting(report -> report.measures().get("measure"))
        .containsExactly(1.0, 2.0);
    assertThat(training.reports).allMatch(report -> report.words().equals("looked"));
  }

  @Test
  void secondSuspectEpochInARowEndsTheTraining() throws IOException {
    SmallTraining training = new SmallTraining(folder);

    assertThatThrownBy(() -> training.train(9, suspiciousAfter(3, 4)))
        .isInstanceOf(TrainingFailure.class)
        .hasMessageContaining("collapsed")
        .hasMessageContaining("it is flat")
        .hasMessageContaining("at step 8")
        .hasMessageContaining("last good checkpoint is step-000000004.safetensors")
        .hasMessageContaining("try a smaller learning rate (--lr)");
    assertThat(files(training))
        .containsExactly("step-000000004.safetensors", "step-000000006-suspect.safetensors");
    assertThat(training.notes).anyMatch(note -> note.contains("it is flat"));
  }

  @Test
  void suspectEpochsApartDoNotEndIt() {
    SmallTraining training = new SmallTraining(folder);

    Progress end = training.train(5, suspiciousAfter(2, 4));

    assertThat(end.epoch()).isEqualTo(5);
  }

  @Test
  void suspicionOutlastsAResume() {
    SmallTraining training = new SmallTraining(folder);
    training.train(2, suspiciousAfter(2));

    assertThatThrownBy(() -> training.train(9, suspiciousAfter(3)))
        .hasMessageContaining("at step 6")
        .hasMessageContaining("step-000000002.safetensors");
  }

  @Test
  void lastGoodCheckpointOutlastsSuspectOnes() throws Exception {
    SmallTraining training = new SmallTraining(folder);
    Checkpoints checkpoints = new Checkpoints(training.checkpoints());
    try (Torch torch = Torch.open("cpu", 1);
        Learner learner = SmallTraining.learner(torch)) {
      checkpoints.save(learner, new Progress(1, 0, 1, 0, 0.5, 0));
      for (int step = 2; step <= 4; step++) {
        checkpoints.save(learner, new Progress(2, step, step, 0, 0.5, 1));
      }
      assertThat(files(training))
          .containsExactly(
              "step-000000001.safetensors",
              "step-000000003-suspect.safetensors",
              "step-000000004-suspect.safetensors");
      checkpoints.save(learner, new Progress(3, 0, 5, 0, 0.5, 0));
    }
    assertThat(files(training))
        .containsExactly("step-000000004-suspect.safetensors", "step-000000005.safetensors");
  }

  @Test
  void notANumberIsNeverWrittenOverAGoodCheckpoint() throws IOException {
    SmallTraining training = new SmallTraining(folder);
    training.train(2, EpochCheck.none());
    List<String> before = files(training);

    assertThatThrownBy(() -> training.train(4, EpochCheckTest::spoil))
        .isInstanceOf(TrainingFailure.class)
        .hasMessageContaining("encoder.fc.bias holds NaN")
        .hasMessageContaining("at step 6")
        .hasMessageContaining("last good checkpoint is step-000000004.safetensors")
        .hasMessageContaining("--lr 4.0E-4");
    assertThat(files(training)).isEqualTo(before);
  }

  /** As if the last update had overflowed. */
  private static EpochCheck.Finding spoil(Learner learner, Progress progress) {
    Map<String, NamedArray> tensors = new LinkedHashMap<>(learner.save());
    NamedArray bias = tensors.get("encoder.fc.bias");
    float[] values = bias.toFloats();
    values[1] = Float.NaN;
    tensors.put("encoder.fc.bias", NamedArray.floats(values, bias.shape()));
    learner.restore(tensors);
    return EpochCheck.Finding.NOTHING;
  }
}
