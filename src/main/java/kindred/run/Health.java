package kindred.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kindred.data.Draws;
import kindred.data.ImageSet;
import kindred.data.Split;
import kindred.evaluate.Collapse;
import kindred.evaluate.Examples;
import kindred.evaluate.KnnClassifier;
import kindred.experiment.EvaluateStage;
import kindred.torch.Learner;
import kindred.torch.Torch;
import kindred.train.EpochCheck;
import kindred.train.Progress;

/**
 * How the representations of a training fare: collapse measures and, with labels, a k-NN accuracy,
 * each image classified by the others. Always on the same training images; held-out images are
 * never looked at.
 */
final class Health implements EpochCheck {
  /** Field of the accuracy of k-NN in the metrics. */
  static final String KNN = "knn";

  /** Enough for a k-NN accuracy within a point or two, and under a hundredth of a long epoch. */
  private static final int IMAGES = 2000;

  /**
   * A network's first steps may push all representations to one side before it learns to tell them
   * apart; only after them is that a collapse.
   */
  private static final int FIRST_STEPS = 200;

  /** Tells this choice of images apart from others with the same seed. */
  private static final long STREAM = 0x4845414C5448L;

  private final Torch torch;
  private final ImageSet images;
  private final int[] sample;
  private final Function<Learner, float[]> representations;

  /**
   * Prepares the check.
   *
   * @param sample numbers of the images it looks at
   * @param representations a row for each of them, as the learner is now
   */
  Health(Torch torch, ImageSet images, int[] sample, Function<Learner, float[]> representations) {
    this.torch = torch;
    this.images = images;
    this.sample = sample.clone();
    this.representations = representations;
  }

  /** Some of the training images, the same ones for every training with this split and seed. */
  static int[] sample(Split split, long seed) {
    int[] train = split.train();
    int[] order = Draws.permutation(train.length, seed, STREAM);
    return Arrays.stream(order).limit(IMAGES).map(i -> train[i]).sorted().toArray();
  }

  @Override
  public Finding check(Learner learner, Progress progress) {
    float[] vectors = representations.apply(learner);
    for (float value : vectors) {
      if (!Float.isFinite(value)) {
        String why = "representations hold NaN or infinity";
        return new Finding(Map.of(), why, Optional.of(why));
      }
    }
    Collapse collapse = Collapse.of(torch, vectors, vectors.length / sample.length);
    Double knn = knn(vectors, collapse.dimension());
    Optional<String> suspicion =
        progress.step() < FIRST_STEPS ? Optional.empty() : collapse.suspicion();
    return new Finding(measures(collapse, knn), words(collapse, knn), suspicion);
  }

  /** With the evaluation's own settings; null without two labeled images. */
  private Double knn(float[] vectors, int dimension) {
    Examples examples = Examples.labeled(vectors, dimension, images.labels(sample));
    if (examples.count() < 2) {
      return null;
    }
    int classes = images.info().classes().size();
    return KnnClassifier.leaveOneOut(
            torch, examples, classes, EvaluateStage.K, EvaluateStage.TEMPERATURE)
        .top1();
  }

  private static Map<String, Double> measures(Collapse collapse, Double knn) {
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("std", collapse.std());
    measures.put("std_ratio", collapse.stdRatio());
    measures.put("effective_rank", collapse.effectiveRank());
    measures.put("dead_share", collapse.deadShare());
    if (knn != null) {
      measures.put(KNN, knn);
    }
    return measures;
  }

  private static String words(Collapse collapse, Double knn) {
    return String.format(
        Locale.ROOT,
        "std %.2f of 1/√d, effective rank %.1f of %d, %.0f %% dead%s",
        collapse.stdRatio(),
        collapse.effectiveRank(),
        collapse.dimension(),
        100 * collapse.deadShare(),
        knn == null ? "" : String.format(Locale.ROOT, ", k-NN %.1f %%", 100 * knn));
  }
}
