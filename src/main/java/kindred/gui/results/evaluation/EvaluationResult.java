package kindred.gui.results.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.ImageSet;
import kindred.evaluate.Accuracy;
import kindred.evaluate.Evaluation;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.run.Artifacts;
import kindred.run.RunFolder;
import kindred.run.Workspace;

/**
 * What an evaluation measured, and what it took each test image for.
 *
 * @param predictions null if an earlier version of the program measured it
 * @param images the test images, or null if they are gone
 */
record EvaluationResult(Evaluation evaluation, Predictions predictions, ImageSet images) {
  /**
   * What the classifiers said.
   *
   * @param images that were tested
   * @param probe, knn a class for each
   */
  record Predictions(int[] images, int[] probe, int[] knn) {}

  /** Reads the measures alone; null if there are none yet. */
  static Evaluation measures(RunFolder run) throws java.io.IOException {
    Path file = Artifacts.of(run, Artifacts.EVALUATION);
    return Files.exists(file)
        ? Json.read(Files.readString(file), Evaluation.class, run.id() + "/" + file.getFileName())
        : null;
  }

  /** Reads all of it; null if there is nothing yet. */
  static EvaluationResult read(Workspace workspace, RunFolder run) throws java.io.IOException {
    Evaluation evaluation = measures(run);
    if (evaluation == null) {
      return null;
    }
    Path file = Artifacts.of(run, Artifacts.PREDICTIONS);
    if (!Files.exists(file)) {
      return new EvaluationResult(evaluation, null, null);
    }
    Map<String, NamedArray> arrays = Npz.read(file);
    Predictions predictions =
        new Predictions(
            arrays.get("images").toInts(),
            arrays.get("probe").toInts(),
            arrays.get("knn").toInts());
    return new EvaluationResult(evaluation, predictions, images(workspace, evaluation));
  }

  private static ImageSet images(Workspace workspace, Evaluation evaluation) {
    try {
      return workspace.images(evaluation.test());
    } catch (BadInput gone) {
      return null;
    }
  }

  /** The accuracy of a classifier. */
  Accuracy of(Classifier classifier) {
    return classifier == Classifier.PROBE ? evaluation.probe() : evaluation.knn();
  }
}
