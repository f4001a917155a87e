package kindred.evaluate;

import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import kindred.data.Draws;
import kindred.torch.SoftmaxRegression;
import kindred.torch.Torch;

/**
 * Linear probe: a softmax regression on frozen representations, which are standardized by the
 * training examples' mean and deviation. Adam 1e-3, batches of 512.
 */
public final class LinearProbe {
  public static final double LEARNING_RATE = 1e-3;
  public static final int BATCH = 512;

  private LinearProbe() {}

  /** A probe that was trained and tested. */
  public record Probed(Classified classified, LinearClassifier classifier) {}

  /**
   * Trains on one set, tests on another.
   *
   * @param progress told the complete epochs
   * @param stop asked before every epoch
   * @return what it learned and took the test images for, or null after a stop
   */
  public static Probed probe(
      Torch torch,
      Examples train,
      Examples test,
      int classes,
      int epochs,
      long seed,
      IntConsumer progress,
      BooleanSupplier stop) {
    Standardization scale = Standardization.of(train);
    try (SoftmaxRegression probe = new SoftmaxRegression(torch, train.dimension(), classes, seed);
        SoftmaxRegression.Lesson lesson =
            probe.new Lesson(scale.apply(train.vectors()), train.labels())) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        if (stop.getAsBoolean()) {
          return null;
        }
        int[] order = Draws.permutation(train.count(), seed, epoch);
        lesson.fit(order, BATCH, LEARNING_RATE);
        progress.accept(epoch + 1);
      }
      return new Probed(
          Classified.of(probe.scores(scale.apply(test.vectors())), test.labels(), classes),
          LinearClassifier.folded(probe.weight(), probe.bias(), scale.mean(), scale.deviation()));
    }
  }

  /** The same, of which only the accuracy is wanted. */
  public static Accuracy measure(
      Torch torch,
      Examples train,
      Examples test,
      int classes,
      int epochs,
      long seed,
      IntConsumer progress,
      BooleanSupplier stop) {
    Probed found = probe(torch, train, test, classes, epochs, seed, progress, stop);
    return found == null ? null : found.classified().accuracy();
  }

  /** Mean and deviation (n − 1 in the denominator) of every dimension. */
  private record Standardization(double[] mean, double[] deviation) {
    static Standardization of(Examples examples) {
      Moments moments = Moments.of(examples.vectors(), examples.dimension());
      double[] deviation = moments.sampleDeviation();
      for (int j = 0; j < deviation.length; j++) {
        deviation[j] += 1e-6;
      }
      return new Standardization(moments.mean(), deviation);
    }

    float[] apply(float[] vectors) {
      int d = mean.length;
      float[] scaled = new float[vectors.length];
      for (int i = 0; i < vectors.length; i++) {
        scaled[i] = (float) ((vectors[i] - mean[i % d]) / deviation[i % d]);
      }
      return scaled;
    }
  }
}
