package kindred.run;

import kindred.experiment.BadInput;
import kindred.experiment.ByolStage;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Positives;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;

/**
 * What the names in a stage stand for in a workspace: runs by number or by the beginning of their
 * id, files by their path, data sets.
 */
final class NamedInputs {
  private final Workspace workspace;

  NamedInputs(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The same stage with full names, after a look whether they exist.
   *
   * @throws BadInput if one does not
   */
  Stage resolve(Stage stage) {
    requireImages(stage);
    return withFullWeights(withFullFiles(withInputFound(stage)));
  }

  private Stage withInputFound(Stage stage) {
    String input = stage.input();
    if (input == null) {
      return stage;
    }
    return stage.withInput(
        stage instanceof EvaluateStage ? workspace.run(input).id() : fullName(input));
  }

  /** The same stage with the full name of the weights it starts from, if it has some. */
  Stage withFullWeights(Stage stage) {
    return stage.weights() == null ? stage : stage.withWeights(fullName(stage.weights()));
  }

  private String fullName(String name) {
    return Workspace.isFileName(name) ? absolute(name) : workspace.run(name).id();
  }

  /** The same stage with the full names of its files of vetoes and verdicts, if it has some. */
  static Stage withFullFiles(Stage stage) {
    if (!(stage instanceof ByolStage byol)) {
      return stage;
    }
    Positives positives = byol.positives();
    return byol.with(
        positives.withFiles(absolute(positives.veto()), absolute(positives.verdictFile())));
  }

  private static String absolute(String file) {
    return file == null ? null : Workspace.existing(file).toAbsolutePath().toString();
  }

  /** Looks whether the data sets exist that a stage names. */
  void requireImages(Stage stage) {
    if (stage instanceof TrainingStage training) {
      workspace.images(training.data());
    } else if (stage instanceof EvaluateStage evaluate && evaluate.test() != null) {
      workspace.images(evaluate.test());
    }
  }
}
