package kindred.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import kindred.data.Batches;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.data.View;
import kindred.experiment.Json;
import kindred.experiment.Precision;
import kindred.experiment.TrainingPlan;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import kindred.model.Network;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Objective;
import kindred.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three epochs of three steps with rates that change at every one. */
class ScheduledTrainingTest {
  private static final TrainingPlan PLAN =
      Json.read(
          """
          {"epochs": 3, "batch": 4, "learningRate": 0.1, "ema": 0.5, "emaSchedule": "cosine",
           "optimizer": {"kind": "sgd", "nesterov": true},
           "schedule": {"kind": "cosine", "warmup": 1}}
          """,
          TrainingPlan.class,
          "plan");
  private static final Objective OBJECTIVE =
      new Objective(
          List.of(new Network("encoder", List.of(new Flatten(), new Linear("fc", 64, 2)))),
          1,
          1,
          List.of("loss"),
          "return [torch.mean(torch.square(self.encoder(online, images, 1, True) - 1.))]");

  @TempDir Path folder;
  private final Torch torch = Torch.open("cpu", 1);

  @AfterEach
  void close() {
    torch.close();
  }

  private static final class Recorder implements TrainingObserver {
    final List<Double> rates = new ArrayList<>();

    @Override
    public void step(StepReport report) {
      rates.add(report.learningRate());
    }

    @Override
    public void epoch(EpochReport report) {}

    @Override
    public void note(String sentence) {}
  }

  /** Trains, stopped where {@code stop} says so; returns the weights and the target's. */
  private List<float[]> train(String name, Recorder recorder, BooleanSupplier stop) {
    ImageSet images = PackedImages.varied(folder.resolve("images"), 12, 1, 8, 8);
    int[] numbers = IntStream.range(0, 12).toArray();
    Batches batches = new Batches(images, numbers, 4, 8, List.of(View.plain()), 1, 1);
    ImageFormat format = new ImageFormat(1, 8, List.of(0.5), List.of(0.25));
    try (Learner learner =
        new Learner(torch, OBJECTIVE, format, Precision.FP32, PLAN.optimizer(), 1)) {
      Checkpoints checkpoints = new Checkpoints(folder.resolve(name));
      BetweenEpochs between = BetweenEpochs.NOTHING;
      EpochCheck check = EpochCheck.none();
      new Trainer(learner, batches, PLAN, between, checkpoints, check, recorder, stop)
          .train(checkpoints.restore(learner, recorder));
      return List.of(
          learner.save().get("encoder.fc.weight").toFloats(),
          learner.save().get("target.encoder.fc.weight").toFloats());
    }
  }

  @Test
  void everyStepIsReportedWithTheRateThatItWasTrainedWith() {
    Recorder recorder = new Recorder();

    train("whole", recorder, () -> false);

    assertThat(recorder.rates).hasSize(9);
    assertThat(recorder.rates.subList(0, 4))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(0.1 / 3, 0.2 / 3, 0.1, 0.1);
    assertThat(recorder.rates.get(6)).isCloseTo(0.05, within(1e-12));
    assertThat(recorder.rates.get(8))
        .isCloseTo(0.05 * (1 + Math.cos(Math.PI * 5 / 6)), within(1e-12));
  }

  @Test
  void trainingStoppedInMidEpochGoesOnWithTheRatesItWouldHaveHad() {
    Recorder whole = new Recorder();
    List<float[]> expected = train("whole", whole, () -> false);
    Recorder parts = new Recorder();

    train("parts", parts, () -> parts.rates.size() >= 2);
    assertThat(parts.rates).hasSize(2);
    train("parts", parts, () -> parts.rates.size() >= 7);
    assertThat(parts.rates).hasSize(7);
    List<float[]> resumed = train("parts", parts, () -> false);

    assertThat(parts.rates).isEqualTo(whole.rates);
    assertThat(Arrays.equals(resumed.get(0), expected.get(0))).isTrue();
    assertThat(Arrays.equals(resumed.get(1), expected.get(1))).isTrue();
  }

  @Test
  void movingAverageFollowsItsSchedule() {
    Recorder recorder = new Recorder();
    List<float[]> first = train("one", recorder, () -> recorder.rates.size() >= 1);
    List<float[]> second = train("one", recorder, () -> recorder.rates.size() >= 2);

    double decay = 1 - 0.5 * (Math.cos(Math.PI / 9) + 1) / 2;
    float[] online = second.get(0);
    float[] target = second.get(1);
    for (int i = 0; i < online.length; i++) {
      double expected = decay * first.get(1)[i] + (1 - decay) * online[i];
      assertThat((double) target[i]).isCloseTo(expected, within(1e-6));
    }
    assertThat(online).isNotEqualTo(first.get(0));
  }
}
