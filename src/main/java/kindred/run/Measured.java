package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import kindred.experiment.EvaluateStage;
import kindred.metrics.NumberWords;
import kindred.run.RunState.Status;

/**
 * How a run's encoder did in a finished evaluation.
 *
 * @param evaluation its run
 * @param test the data set that it was tested on; null if on images of its own that were held out
 * @param testImages how many images that were; null if an earlier version did not write it
 * @param seen whether the encoder was trained on the test images, without labels
 * @param k neighbors that voted
 * @param probe accuracy of the linear probe, 0 to 1
 * @param knn accuracy of the k-NN classifier, 0 to 1
 */
public record Measured(
    String evaluation,
    String test,
    Integer testImages,
    boolean seen,
    int k,
    double probe,
    double knn) {
  /** Every finished evaluation of a run, oldest first. */
  public static List<Measured> of(Workspace workspace, RunFolder run) {
    return workspace.all().stream().flatMap(other -> of(other, run)).toList();
  }

  private static Stream<Measured> of(RunFolder other, RunFolder run) {
    if (!(other.readableStage().orElse(null) instanceof EvaluateStage stage)
        || !stage.source().equals(run.id())
        || other.state().status() != Status.DONE) {
      return Stream.empty();
    }
    return Stream.of(of(other.id(), stage, other.state().result()));
  }

  /**
   * What an evaluation found.
   *
   * @param result of its run
   */
  public static Measured of(String evaluation, EvaluateStage stage, JsonNode result) {
    return new Measured(
        evaluation,
        stage.test(),
        result.path("testImages").isInt() ? result.path("testImages").asInt() : null,
        result.path(EvaluateWork.SAW_TEST_IMAGES).asBoolean(),
        stage.k(),
        result.path("probe").asDouble(),
        result.path("knn").asDouble());
  }

  /** The images that it was tested on, in words. */
  public String images() {
    String number = testImages == null ? "" : NumberWords.count(testImages) + " ";
    String tested =
        test == null
            ? number + (seen ? "images of its own" : "held-out images")
            : testImages == null
                ? test
                : NumberWords.count(testImages, "image", "images") + " of " + test;
    return tested + (seen ? ", which it was trained on" : "");
  }
}
