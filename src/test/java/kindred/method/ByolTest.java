package kindred.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kindred.array.NamedArray;
import kindred.experiment.Architecture;
import kindred.experiment.Mix;
import kindred.experiment.Precision;
import kindred.experiment.Range;
import kindred.model.ConvNets;
import kindred.model.EncoderSpec;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import kindred.model.Network;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Objective;
import kindred.torch.Torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ByolTest {
  private static final EncoderSpec ENCODER = new EncoderSpec(Architecture.CONV, 1, 8, 3);
  private static final ImageFormat FORMAT = new ImageFormat(1, 8, List.of(0.5), List.of(0.25));
  private static final int IMAGES = 4;

  private final Torch torch = Torch.open("cpu", 2);

  @AfterEach
  void close() {
    torch.close();
  }

  private static double[] random(int views, long seed) {
    return new Random(seed).doubles((long) views * IMAGES * 64, -2, 2).toArray();
  }

  private Learner learner(Objective objective, ImageFormat format) {
    return new Learner(torch, objective, format, Precision.FP32, 1);
  }

  /** The same method with a narrower projector and predictor, which differentiate faster. */
  private static Objective narrow(Objective byol) {
    List<Network> networks =
        List.of(
            ENCODER.network(),
            ConvNets.mlp("projector", ENCODER.latent(), 16, 6),
            ConvNets.mlp("predictor", 6, 16, 6));
    return new Objective(
        networks, byol.averaged(), byol.views(), byol.given(), byol.terms(), byol.loss());
  }

  /** Encoder, projector and predictor pass a 2-pixel image on as it is. */
  private static Objective identities(Objective byol) {
    List<Network> networks =
        List.of(
            new Network("encoder", List.of(new Flatten(), new Linear("fc", 4, 4))),
            new Network("projector", List.of(new Linear("0", 4, 4))),
            new Network("predictor", List.of(new Linear("0", 4, 4))));
    return new Objective(
        networks, byol.averaged(), byol.views(), byol.given(), byol.terms(), byol.loss());
  }

  /** The online networks' parameters; the target's are the learner's own, restored to identity. */
  private static List<double[]> identityParameters(Learner learner) {
    double[] identity = new double[16];
    for (int i = 0; i < 4; i++) {
      identity[5 * i] = 1;
    }
    Map<String, NamedArray> saved = new TreeMap<>(learner.save());
    saved.replaceAll(
        (name, array) -> {
          float[] values = new float[array.size()];
          if (name.endsWith("weight")) {
            for (int i = 0; i < 16; i++) {
              values[i] = (float) identity[i];
            }
          }
          return NamedArray.floats(values, array.shape());
        });
    learner.restore(saved);
    return List.of(
        identity.clone(),
        new double[4],
        identity.clone(),
        new double[4],
        identity.clone(),
        new double[4]);
  }

  @Test
  void lossIsTwoMinusTwiceTheCosineSummedOverBothDirectionsAndAveragedOverTheBatch() {
    ImageFormat tiny = new ImageFormat(1, 2, List.of(0.5), List.of(0.25));
    try (Learner learner = learner(identities(Byol.pairs(ENCODER)), tiny)) {
      double[] first = {1, 0, 0, 0, /* image 2 */ 0, 2, 0, 0};
      double[] second = {3, 4, 0, 0, /* image 2 */ 0, -1, 0, 0};

      double loss =
          learner.differentiate(identityParameters(learner), join(first, second)).get(0)[0];

      // Image 1 has cosine 3/5, image 2 has −1; both directions are alike here.
      double expected = 2 * ((2 - 2 * 0.6) + (2 + 2)) / 2;
      assertThat(loss).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void weightedTargetIsMixedBeforeItIsNormalized() {
    ImageFormat tiny = new ImageFormat(1, 2, List.of(0.5), List.of(0.25));
    try (Learner learner = learner(identities(Byol.weighted(ENCODER, 0.25)), tiny)) {
      double[] first = {1, 1, 0, 0};
      double[] second = {0, 8, 0, 0};
      double[] neighbor = {4, 0, 0, 0};

      double loss =
          learner.differentiate(identityParameters(learner), join(join(first, second), neighbor))
              .get(0)[0];

      // q1 = (1,1) with 0.25·(0,8) + 0.75·(4,0) = (3,2); q2 = (0,8) with (3.25, 0.25).
      double cos1 = 5 / (Math.sqrt(2) * Math.sqrt(13));
      double cos2 = 0.25 / Math.hypot(3.25, 0.25);
      assertThat(loss).isCloseTo(4 - 2 * cos1 - 2 * cos2, within(1e-9));
    }
  }

  @Test
  void weightedTargetCanBeMixedOfVectorsOfUnitLength() {
    ImageFormat tiny = new ImageFormat(1, 2, List.of(0.5), List.of(0.25));
    Objective after = identities(Byol.weighted(ENCODER, 0.25, Mix.AFTER));
    try (Learner learner = learner(after, tiny)) {
      double[] first = {1, 1, 0, 0};
      double[] second = {0, 8, 0, 0};
      double[] neighbor = {4, 0, 0, 0};

      double loss =
          learner.differentiate(identityParameters(learner), join(join(first, second), neighbor))
              .get(0)[0];

      // q1 = (1,1) with 0.25·(0,1) + 0.75·(1,0); q2 = (0,8) with 0.25·(1,1)/√2 + 0.75·(1,0).
      double cos1 = (0.75 + 0.25) / (Math.sqrt(2) * Math.hypot(0.75, 0.25));
      double half = 0.25 / Math.sqrt(2);
      double cos2 = half / Math.hypot(0.75 + half, half);
      assertThat(loss).isCloseTo(4 - 2 * cos1 - 2 * cos2, within(1e-9));
    }
  }

  @Test
  void drawnWeightGivesTheLossOfThatWeight() {
    double[] images = random(3, 14);
    double[] drawn = {0.3, 0.3, 0.3, 0.3};
    try (Learner fixed = learner(narrow(Byol.weighted(ENCODER, 0.3)), FORMAT);
        Learner given =
            learner(narrow(Byol.weighted(ENCODER, new Range(0, 1), Mix.BEFORE)), FORMAT)) {
      List<double[]> parameters = Gradients.parameters(fixed, 13);

      assertThat(given.differentiate(parameters, images, drawn).get(0)[0])
          .isCloseTo(fixed.differentiate(parameters, images).get(0)[0], within(1e-12));
    }
  }

  private static double[] join(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @Test
  void gradientsEqualFiniteDifferences() {
    try (Learner learner = learner(narrow(Byol.pairs(ENCODER)), FORMAT)) {
      Gradients.check(learner, random(2, 5), 6);
    }
    try (Learner learner = learner(narrow(Byol.weighted(ENCODER, 0.3)), FORMAT)) {
      Gradients.check(learner, random(3, 7), 8);
    }
  }

  @Test
  void weightedWithWeightOneEqualsTheBaseline() {
    try (Learner baseline = learner(narrow(Byol.pairs(ENCODER)), FORMAT);
        Learner weighted = learner(narrow(Byol.weighted(ENCODER, 1)), FORMAT)) {
      List<double[]> parameters = Gradients.parameters(baseline, 9);
      double[] images = random(3, 10);
      double[] pairs = Arrays.copyOf(images, 2 * IMAGES * 64);

      List<double[]> expected = baseline.differentiate(parameters, pairs);
      List<double[]> actual = weighted.differentiate(parameters, images);

      for (int i = 0; i < expected.size(); i++) {
        assertThat(largestDifference(actual.get(i), expected.get(i))).isLessThan(1e-12);
      }
    }
  }

  private static double largestDifference(double[] a, double[] b) {
    assertThat(a).hasSameSizeAs(b);
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  @Test
  void weightedWithWeightHalfDiffersFromTheBaseline() {
    try (Learner baseline = learner(narrow(Byol.pairs(ENCODER)), FORMAT);
        Learner weighted = learner(narrow(Byol.weighted(ENCODER, 0.5)), FORMAT)) {
      List<double[]> parameters = Gradients.parameters(baseline, 9);
      double[] images = random(3, 10);

      double expected =
          baseline.differentiate(parameters, Arrays.copyOf(images, 2 * IMAGES * 64)).get(0)[0];

      assertThat(weighted.differentiate(parameters, images).get(0)[0])
          .isNotCloseTo(expected, within(1e-3));
    }
  }

  @Test
  void lossIsSymmetricInItsViews() {
    try (Learner learner = learner(narrow(Byol.pairs(ENCODER)), FORMAT)) {
      List<double[]> parameters = Gradients.parameters(learner, 11);
      double[] images = random(2, 12);
      int half = images.length / 2;
      double[] swapped =
          join(Arrays.copyOfRange(images, half, images.length), Arrays.copyOf(images, half));

      assertThat(learner.differentiate(parameters, swapped).get(0)[0])
          .isCloseTo(learner.differentiate(parameters, images).get(0)[0], within(1e-12));
    }
  }
}
