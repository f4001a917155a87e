package kindred.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kindred.array.NamedArray;
import kindred.data.Batch;
import kindred.data.Batches;
import kindred.data.Epoch;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.data.View;
import kindred.experiment.Architecture;
import kindred.experiment.CodePlan;
import kindred.experiment.Json;
import kindred.experiment.Precision;
import kindred.experiment.TrainingPlan;
import kindred.method.AutoDecoder;
import kindred.method.VariationalAutoEncoder;
import kindred.model.DecoderSpec;
import kindred.model.EncoderSpec;
import kindred.torch.Encoder;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Objective;
import kindred.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentTrainingTest {
  private static final int IMAGES = 21;
  private static final int BATCH = 4;
  private static final EncoderSpec ENCODER = new EncoderSpec(Architecture.CONV, 1, 8, 3);
  private static final ImageFormat FORMAT = new ImageFormat(1, 8, List.of(0.5), List.of(0.25));
  private static final int[] ALL = IntStream.range(0, IMAGES).toArray();
  private static final Objective VAE = VariationalAutoEncoder.objective(ENCODER, 0.1);
  private static final Objective AD =
      AutoDecoder.objective(DecoderSpec.mirroring(ENCODER), CodePlan.defaults(), IMAGES, 1e-3);

  @TempDir Path folder;
  private ImageSet images;
  private final Torch torch = Torch.open("cpu", 2);

  @BeforeEach
  void write() {
    images = PackedImages.varied(folder.resolve("set"), IMAGES, 1, 8, 8);
  }

  @AfterEach
  void close() {
    torch.close();
  }

  private static TrainingPlan plan(int epochs) {
    String text = "{\"epochs\":%d,\"batch\":%d,\"learningRate\":1e-3}".formatted(epochs, BATCH);
    return Json.read(text, TrainingPlan.class, "test");
  }

  /** Trains and gives all tensors afterwards; a learner of another seed shows what is not saved. */
  private Map<String, NamedArray> train(
      Objective objective, int epochs, String checkpoints, BooleanSupplier stop) {
    try (Learner learner = new Learner(torch, objective, FORMAT, Precision.FP32, 5)) {
      Batches batches = new Batches(images, ALL, BATCH, 8, List.of(View.plain()), 5, 2);
      Checkpoints saved = new Checkpoints(folder.resolve(checkpoints));
      Silent observer = new Silent();
      Progress from = saved.restore(learner, observer);
      new Trainer(
              learner,
              batches,
              plan(epochs),
              BetweenEpochs.NOTHING,
              saved,
              EpochCheck.none(),
              observer,
              stop)
          .train(from);
      return new TreeMap<>(learner.save());
    }
  }

  private static void assertSame(Map<String, NamedArray> actual, Map<String, NamedArray> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, array) ->
            assertThat(actual.get(name).toBytes()).as(name).isEqualTo(array.toBytes()));
  }

  private void resumedRunsRepeatTheUninterruptedOne(Objective objective) {
    Map<String, NamedArray> whole = train(objective, 2, "whole", () -> false);

    train(objective, 1, "halves", () -> false);
    assertSame(train(objective, 2, "halves", () -> false), whole);

    int[] steps = {0};
    train(objective, 2, "interrupted", () -> ++steps[0] == 7);
    assertSame(train(objective, 2, "interrupted", () -> false), whole);
  }

  @Test
  void resumedVariationalAutoEncoderRepeatsTheUninterruptedOne() {
    resumedRunsRepeatTheUninterruptedOne(VAE);
  }

  @Test
  void resumedAutoDecoderRepeatsTheUninterruptedOne() {
    resumedRunsRepeatTheUninterruptedOne(AD);
  }

  @Test
  void sheetsOfTheFirstTheLastTheNewestAndAtMostTenOtherEpochsStay() {
    Path sheets = folder.resolve("sheets");
    LatentSheets drawn =
        new LatentSheets(
            sheets,
            images,
            LatentSheets.choose(ALL),
            DecoderSpec.mirroring(ENCODER),
            FORMAT,
            learner -> new float[3 * 16],
            true,
            25);
    try (Learner learner = new Learner(torch, VAE, FORMAT, Precision.FP32, 5)) {
      for (int epoch = 1; epoch <= 25; epoch++) {
        drawn.draw(torch, learner, epoch);
        assertThat(sheets.resolve("samples-%04d.png".formatted(epoch))).exists();
      }
    }
    assertThat(sheets.toFile().list())
        .containsExactlyInAnyOrder(
            Stream.of("reconstructions", "interpolations", "samples")
                .flatMap(
                    name ->
                        Stream.of(1, 3, 6, 9, 12, 15, 18, 21, 24, 25)
                            .map(epoch -> "%s-%04d.png".formatted(name, epoch)))
                .toArray(String[]::new));
  }

  @Test
  void representationOfAVariationalAutoEncoderIsTheMean() {
    try (Learner learner = new Learner(torch, VAE, FORMAT, Precision.FP32, 5);
        Encoder both =
            new Encoder(
                torch,
                ENCODER.withOutputs(6).network(),
                FORMAT,
                learner.tensors().network("encoder"));
        Encoder mean = SavedEncoder.of(ENCODER, FORMAT, learner).load(torch);
        Epoch epoch = Batches.inOrder(images, ALL, IMAGES, 8, 1).epoch(0, 0)) {
      try (Batch batch = epoch.next()) {
        float[] expected = both.embed(batch.pixels(), IMAGES);
        float[] actual = mean.embed(batch.pixels(), IMAGES);
        for (int i = 0; i < IMAGES; i++) {
          for (int j = 0; j < 3; j++) {
            assertThat(actual[3 * i + j]).isCloseTo(expected[6 * i + j], within(1e-6f));
          }
        }
      }
    }
  }
}
