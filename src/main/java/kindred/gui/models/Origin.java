package kindred.gui.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kindred.experiment.ByolStage;
import kindred.experiment.LatentStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;
import kindred.gui.core.RunRow;

/**
 * A link in the chain that leads from images to a model.
 *
 * @param title what it is
 * @param name of it
 * @param run if it is a run that is still there
 */
record Origin(String title, String name, Optional<RunRow> run) {
  /**
   * The chain, from the data set to the run itself.
   *
   * @param known gives a run of the workspace by its id
   */
  static List<Origin> of(RunRow model, Function<String, Optional<RunRow>> known) {
    List<Origin> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<RunRow> at = Optional.of(model);
    while (at.isPresent() && seen.add(at.get().id())) {
      RunRow run = at.get();
      chain.add(0, new Origin(title(run), run.name(), at));
      Stage stage = run.stage().orElse(null);
      String input = stage == null ? null : stage.input();
      if (input == null) {
        data(stage).ifPresent(name -> chain.add(0, new Origin("Data", name, Optional.empty())));
        break;
      }
      at = known.apply(input);
      if (at.isEmpty()) {
        chain.add(0, new Origin("From", shortened(input), Optional.empty()));
      }
    }
    return chain;
  }

  /** The run or file that a training began with, if it did not begin with chance. */
  static Optional<String> start(RunRow model) {
    return model.stage().map(Stage::weights).map(Origin::shortened);
  }

  private static String title(RunRow run) {
    Stage stage = run.stage().orElse(null);
    if (stage instanceof LatentStage) {
      return "Latent space";
    } else if (stage instanceof NeighborStage) {
      return "Neighbors";
    } else if (stage instanceof ByolStage) {
      return "BYOL";
    }
    return "Run";
  }

  private static Optional<String> data(Stage stage) {
    return stage instanceof TrainingStage training
        ? Optional.of(training.data())
        : Optional.empty();
  }

  private static String shortened(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
