package kindred.run;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import kindred.data.Augmentation;
import kindred.data.Batch;
import kindred.data.Batches;
import kindred.data.Draws;
import kindred.data.Epoch;
import kindred.data.ImageSet;
import kindred.data.View;
import kindred.experiment.Architecture;
import kindred.experiment.BadInput;
import kindred.experiment.CodePlan;
import kindred.experiment.LatentStage;
import kindred.experiment.Metric;
import kindred.experiment.Precision;
import kindred.experiment.TrainingPlan;
import kindred.method.AutoDecoder;
import kindred.method.AutoEncoder;
import kindred.method.Byol;
import kindred.method.VariationalAutoEncoder;
import kindred.model.DecoderSpec;
import kindred.model.EncoderSpec;
import kindred.neighbors.NeighborSearch;
import kindred.neighbors.Recall;
import kindred.torch.Devices;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Objective;
import kindred.torch.Rates;
import kindred.torch.Torch;

/**
 * Speed of the parts that take the time, on the first experiment's sizes: batch 128, 3×32×32,
 * latent 128.
 */
public final class Benchmarks {
  private static final int CHANNELS = 3;
  private static final int SIZE = 32;
  private static final int CODES = 10_000;
  private static final int WARM_UP = 5;
  private static final int STEPS = 30;
  private static final int CHECKED_QUERIES = 1000;
  private static final Rates RATES = new Rates(TrainingPlan.LEARNING_RATE, 0.99);
  private static final ImageFormat FORMAT =
      new ImageFormat(CHANNELS, SIZE, List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25));

  private final String device;
  private final int threads;
  private final Precision precision;

  /** The speed of an epoch over so many images. */
  public record EpochSpeed(int images, double imagesPerSecond) {}

  /** What importing so many images took, in seconds, for the first and for the second time. */
  public record ImportSpeed(int images, double firstSeconds, double secondSeconds) {}

  /**
   * What a search took.
   *
   * @param recall share of the true neighbors found, over the checked queries
   * @param peakMegabytes the process's largest resident set up to the search's end; 0 if unknown
   */
  public record Search(double seconds, double recall, int checked, long peakMegabytes) {}

  public Benchmarks(String device, int threads, Precision precision) {
    this.device = device;
    this.threads = threads;
    this.precision = Devices.precision(precision, device);
  }

  private static Objective objective(String method, EncoderSpec encoder, int images) {
    return switch (method) {
      case "ae" -> AutoEncoder.objective(encoder);
      case "vae" -> VariationalAutoEncoder.objective(encoder, LatentStage.BETA);
      case "ad" ->
          AutoDecoder.objective(
              DecoderSpec.mirroring(encoder),
              CodePlan.defaults(),
              images,
              TrainingPlan.LEARNING_RATE);
      case "byol" -> Byol.pairs(encoder);
      default -> throw new BadInput("'" + method + "' is no method; known: ae, vae, ad, byol");
    };
  }

  private static List<View> views(String method) {
    return method.equals("byol")
        ? List.of(View.of(Augmentation.byolFirst(SIZE)), View.of(Augmentation.byolSecond(SIZE)))
        : List.of(View.plain());
  }

  /**
   * Median milliseconds of one training step on random images, after a warm-up.
   *
   * @param batch images in a step, at most 10,000
   */
  public double step(String method, int batch) {
    Objective objective =
        objective(
            method, new EncoderSpec(Architecture.CONV, CHANNELS, SIZE, TrainingPlan.LATENT), CODES);
    ByteBuffer pixels = ByteBuffer.allocateDirect(objective.views() * batch * FORMAT.bytes());
    byte[] random = new byte[pixels.capacity()];
    new Random(1).nextBytes(random);
    pixels.put(0, random);
    int[] rows = Draws.permutation(CODES, 1);
    rows = Arrays.copyOf(rows, batch);
    double[] milliseconds = new double[STEPS];
    try (Torch torch = Torch.open(device, threads);
        Learner learner = new Learner(torch, objective, FORMAT, precision, 1)) {
      for (int i = -WARM_UP; i < STEPS; i++) {
        long start = System.nanoTime();
        learner.step(pixels, rows, i, RATES);
        if (i >= 0) {
          milliseconds[i] = (System.nanoTime() - start) * 1e-6;
        }
      }
    }
    return median(milliseconds);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Images per second of the second epoch over images of a file or folder. */
  public EpochSpeed epoch(String method, Path source, int count, Consumer<String> notes) {
    try (TemporaryImages images = TemporaryImages.of(source, SIZE, notes)) {
      int used = Math.min(count, images.set().count());
      return new EpochSpeed(used, epoch(method, images.set(), used, notes));
    }
  }

  private double epoch(String method, ImageSet set, int count, Consumer<String> notes) {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, i -> i);
    List<Double> speeds = new ArrayList<>();
    Batches batches =
        new Batches(set, numbers, TrainingPlan.BATCH, SIZE, views(method), 1, threads);
    Objective objective =
        objective(
            method,
            new EncoderSpec(Architecture.CONV, set.info().channels(), SIZE, TrainingPlan.LATENT),
            count);
    ImageFormat format =
        new ImageFormat(set.info().channels(), SIZE, set.info().mean(), set.info().std());
    try (Torch torch = Torch.open(device, threads);
        Learner learner = new Learner(torch, objective, format, precision, 1)) {
      for (int number = 0; number < 2; number++) {
        long start = System.nanoTime();
        long seen = 0;
        long step = (long) number * batches.perEpoch();
        try (Epoch epoch = batches.epoch(number, 0)) {
          for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
            try (Batch used = batch) {
              learner.step(used.pixels(), used.rows(), step++, RATES);
              seen += used.count();
            }
          }
        }
        speeds.add(seen / ((System.nanoTime() - start) * 1e-9));
        notes.accept("epoch " + (number + 1) + ": " + Math.round(speeds.get(number)) + " images/s");
      }
    }
    return speeds.get(1);
  }

  /**
   * Imports the images of a file or folder at 32×32, twice.
   *
   * @return seconds of the first import, while the JVM still compiles, and of the second
   */
  public static ImportSpeed importing(Path source, Consumer<String> notes) {
    double[] seconds = new double[2];
    int count = 0;
    for (int i = 0; i < seconds.length; i++) {
      long start = System.nanoTime();
      try (TemporaryImages images = TemporaryImages.of(source, SIZE, notes)) {
        seconds[i] = (System.nanoTime() - start) * 1e-9;
        count = images.set().count();
      }
    }
    return new ImportSpeed(count, seconds[0], seconds[1]);
  }

  /** Searches all neighbors among normal random vectors, and checks 1,000 by brute force. */
  public Search search(int n, int dimension, int k) {
    float[] vectors = new float[Math.multiplyExact(n, dimension)];
    Random random = new Random(1);
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    try (Torch torch = Torch.open(device, threads)) {
      long start = System.nanoTime();
      NeighborSearch.Result found =
          NeighborSearch.search(
              torch, vectors, dimension, k, Metric.EUCLIDEAN, (done, total) -> {}, () -> false);
      double seconds = (System.nanoTime() - start) * 1e-9;
      long peak = Memory.peakMegabytes().orElse(0); // of the search, before it is checked
      double recall = Recall.at(found, vectors, dimension, CHECKED_QUERIES, threads);
      return new Search(seconds, recall, Math.min(CHECKED_QUERIES, n), peak);
    }
  }
}
