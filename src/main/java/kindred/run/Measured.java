package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import kindred.experiment.EvaluateStage;
import kindred.run.RunState.Status;

/**
 * How a run's encoder did in a finished evaluation.
 *
 * @param evaluation its run
 * @param images that it was tested on, in words
 * @param k neighbors that voted
 * @param probe accuracy of the linear probe, 0 to 1
 * @param knn accuracy of the k-NN classifier, 0 to 1
 */
public record Measured(String evaluation, String images, int k, double probe, double knn) {
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
    JsonNode result = other.state().result();
    boolean seen = result.path(EvaluateWork.SAW_TEST_IMAGES).asBoolean();
    String images =
        (stage.test() == null ? seen ? "its own images" : "held-out images" : stage.test())
            + (seen ? ", which it was trained on" : "");
    double probe = result.path("probe").asDouble();
    return Stream.of(
        new Measured(other.id(), images, stage.k(), probe, result.path("knn").asDouble()));
  }
}
