package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kindred.data.ImageSet;
import kindred.data.ImageSheet;
import kindred.data.SampleImages;
import kindred.experiment.Json;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import kindred.experiment.Stage;
import kindred.neighbors.VectorIndex;

/** How fast a live process answers, with a barely trained auto-encoder of the sample images. */
public final class LiveBenchmark {
  private static final String STAGE =
      """
      {"stage": "latent", "data": "%s",
       "training": {"epochs": 1, "batch": 64, "limit": 64, "latent": 128}}
      """;
  private static final long DECODING_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int ENCODINGS = 50;
  private static final int LOOKUPS = 20;
  private static final int VECTORS = 50_000;
  private static final int DIMENSION = 128;

  private LiveBenchmark() {}

  /**
   * What was measured.
   *
   * @param startMillis from the first question to its answer, the start of the process included
   * @param encodeMillis median from an image file to its neighbors
   * @param encodeMillis95 95th percentile of the same
   * @param picturesPerSecond one vector after another decoded, each asked for when the one before
   *     has come back, as a slider does
   * @param lookupMillis median of a look through 50,000 vectors of 128 numbers
   */
  public record Result(
      double startMillis,
      double encodeMillis,
      double encodeMillis95,
      double picturesPerSecond,
      double lookupMillis) {}

  /** Measures, in a folder that is deleted at the end. Takes half a minute. */
  public static Result measure() {
    try {
      Path folder = Files.createTempDirectory("kindred-bench");
      try {
        Workspace workspace = Workspace.open(folder);
        RunFolder run =
            workspace.create(
                Json.read(STAGE.formatted(SampleImages.NAME), Stage.class, "benchmark"));
        RunState end = WorkerProcess.start(workspace, run).follow(event -> {});
        if (end.status() != RunState.Status.DONE) {
          throw new IllegalStateException(run.id() + " " + end.status() + ": " + end.message());
        }
        try (LiveProcesses all = new LiveProcesses(workspace, accident -> {})) {
          return measure(all.of(run), picture(workspace, folder));
        }
      } finally {
        TemporaryImages.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the live process fails", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Path picture(Workspace workspace, Path folder) {
    ImageSet images = workspace.images(SampleImages.NAME);
    byte[] pixels = new byte[images.info().imageBytes()];
    images.pixels(0, pixels, 0);
    Path file = folder.resolve("picture.png");
    new ImageSheet(1, images.info().channels(), images.info().height()).write(file, pixels);
    return file;
  }

  private static Result measure(LiveProcess live, Path picture)
      throws ExecutionException, InterruptedException {
    long began = System.nanoTime();
    LiveAnswer.Embedded first = live.ask(new LiveRequest.Embed(LiveImage.of(picture))).get();
    double start = millisSince(began);
    double[] encode = new double[ENCODINGS];
    for (int i = 0; i < ENCODINGS; i++) {
      began = System.nanoTime();
      live.ask(new LiveRequest.Nearest(LiveImage.of(picture), Metric.EUCLIDEAN, Prepare.NONE, 20))
          .get();
      encode[i] = millisSince(began);
    }
    Arrays.sort(encode);
    return new Result(
        start,
        encode[ENCODINGS / 2],
        encode[ENCODINGS * 95 / 100],
        picturesPerSecond(live, first.vector()),
        lookup());
  }

  private static double picturesPerSecond(LiveProcess live, float[] vector)
      throws ExecutionException, InterruptedException {
    live.ask(new LiveRequest.Decode(vector)).get();
    int pictures = 0;
    long began = System.nanoTime();
    while (System.nanoTime() - began < DECODING_NANOS) {
      vector[pictures % vector.length] += 0.1f;
      live.askLatest(new LiveRequest.Decode(vector), "slider").get();
      pictures++;
    }
    return pictures / (millisSince(began) / 1000);
  }

  private static double lookup() {
    Random random = new Random(1);
    float[] vectors = new float[VECTORS * DIMENSION];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    VectorIndex index = new VectorIndex(vectors, DIMENSION, Prepare.NONE);
    double[] millis = new double[LOOKUPS];
    for (int i = 0; i < LOOKUPS; i++) {
      long began = System.nanoTime();
      index.nearest(Arrays.copyOf(vectors, DIMENSION), Metric.EUCLIDEAN, 20);
      millis[i] = millisSince(began);
    }
    Arrays.sort(millis);
    return millis[LOOKUPS / 2];
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }
}
