package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kindred.array.NamedArray;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.data.Split;
import kindred.experiment.Json;
import kindred.experiment.LatentStage;
import kindred.experiment.TrainingPlan;
import kindred.run.RunState.Status;
import kindred.torch.Torch;
import kindred.train.Embedding;
import kindred.train.EpochCheck;
import kindred.train.EpochCheck.Finding;
import kindred.train.Progress;
import kindred.train.SmallTraining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
  private static final Progress LATE = new Progress(9, 0, 900, 0, 0.5, 0);

  @TempDir Path folder;

  private Finding finding(float[] vectors, Progress progress, ImageSet images) {
    int[] sample = IntStream.range(0, images.count()).toArray();
    try (Torch torch = Torch.open("cpu", 1)) {
      return new Health(torch, images, sample, learner -> vectors).check(null, progress);
    }
  }

  private ImageSet four(int classes) {
    return PackedImages.write(
        folder.resolve("four"), 4, 1, 8, 8, classes, (n, c, y, x) -> n * 20 + x * y);
  }

  @Test
  void representationsInPairsOfAClassAreWellAndClassifyEachOther() {
    float[] vectors = {1, 0, 0, 1, 3, 0.01f, -0.02f, 2};

    Finding finding = finding(vectors, LATE, four(2));

    assertThat(finding.suspicion()).isEmpty();
    assertThat(finding.measures())
        .containsOnlyKeys("std", "std_ratio", "effective_rank", "dead_share", "knn")
        .containsEntry("dead_share", 0.0);
    assertThat(finding.words()).contains("of 1/√d").contains("of 2").contains("k-NN");
  }

  @Test
  void withoutLabelsThereIsNoAccuracy() {
    Finding finding = finding(new float[] {1, 0, 0, 1, 3, 0, 0, 2}, LATE, four(0));

    assertThat(finding.measures()).doesNotContainKey("knn").containsKey("std");
    assertThat(finding.words()).doesNotContain("k-NN");
  }

  @Test
  void collapseIsSuspectedAfterTheFirstStepsOnly() {
    float[] same = {1, 2, 1, 2, 1, 2, 1, 2};

    assertThat(finding(same, LATE, four(2)).suspicion()).isPresent();
    assertThat(finding(same, new Progress(2, 0, 20, 0, 0.5, 0), four(2)).suspicion()).isEmpty();
  }

  @Test
  void infiniteRepresentationsAreSuspectAtOnce() {
    float[] vectors = {1, 2, 1, Float.POSITIVE_INFINITY, 1, 2, 1, 2};

    Finding finding = finding(vectors, new Progress(1, 0, 1, 0, 0.5, 0), four(2));

    assertThat(finding.suspicion()).isPresent();
    assertThat(finding.measures()).isEmpty();
  }

  @Test
  void sampleIsFixedAndHoldsTrainingImagesOnly() {
    Split split = Split.of(5000, 0.2, 3, 0);

    int[] sample = Health.sample(split, 3);

    assertThat(sample).hasSize(2000).isSorted().doesNotHaveDuplicates();
    assertThat(IntStream.of(sample)).allMatch(split::isTrainedOn);
    assertThat(Health.sample(split, 3)).isEqualTo(sample);
    assertThat(Health.sample(split, 4)).isNotEqualTo(sample);
    assertThat(Health.sample(Split.of(40, 0.1, 0, 0), 0)).hasSize(36);
  }

  @Test
  void watchingChangesNoBitOfTheTraining() {
    SmallTraining plain = new SmallTraining(folder.resolve("plain"));
    SmallTraining watched = new SmallTraining(folder.resolve("watched"));

    plain.train(3, EpochCheck.none());
    watched.train(3, torch -> health(torch, watched.images()));

    assertThat(watched.reports).allMatch(report -> report.measures().containsKey("knn"));
    assertThat(watched.tensors().keySet()).isEqualTo(plain.tensors().keySet());
    plain.tensors().forEach((name, array) -> same(name, array, watched.tensors().get(name)));
  }

  private static Health health(Torch torch, ImageSet images) {
    int[] sample = IntStream.range(0, images.count()).toArray();
    Embedding embedding = new Embedding(torch, images, sample, 8, 1);
    return new Health(
        torch, images, sample, learner -> embedding.of(SmallTraining.encoder(learner)));
  }

  private static void same(String name, NamedArray expected, NamedArray actual) {
    assertThat(Arrays.equals(expected.toBytes(), actual.toBytes())).as(name).isTrue();
  }

  @Test
  void everyEpochOfARunSaysHowItFares() throws IOException {
    Files.createDirectories(folder.resolve("workspace/datasets"));
    Workspace workspace = Workspace.open(folder.resolve("workspace"));
    PackedImages.varied(workspace.datasets().resolve("varied"), 16, 1, 8, 8);
    TrainingPlan plan =
        Json.read("{\"epochs\":2,\"batch\":8,\"latent\":4}", TrainingPlan.class, "test");
    RunFolder run = workspace.create(new LatentStage(null, "varied", plan));
    List<Event> events = new ArrayList<>();

    RunState end = Worker.work(workspace, run, events::add, () -> false);

    assertThat(end.status()).as(end.message()).isEqualTo(Status.DONE);
    List<ObjectNode> epochs =
        Files.readAllLines(run.metrics()).stream()
            .map(line -> Json.read(line, ObjectNode.class, "metrics"))
            .filter(line -> line.path("kind").asText().equals("epoch"))
            .toList();
    assertThat(epochs).hasSize(2);
    assertThat(epochs)
        .allSatisfy(
            line -> {
              assertThat(line.path("std_ratio").asDouble()).isBetween(0.0, 1.0);
              assertThat(line.path("effective_rank").asDouble()).isBetween(1.0, 4.0);
              assertThat(line.path("dead_share").asDouble()).isBetween(0.0, 1.0);
              assertThat(line.path("knn").asDouble()).isBetween(0.0, 1.0);
            });
    assertThat(events)
        .filteredOn(event -> event.event().equals("note"))
        .anyMatch(event -> event.doing().startsWith("epoch 2/2") && event.doing().contains("rank"));
  }
}
