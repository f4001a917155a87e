package kindred.gui.results.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import kindred.evaluate.Evaluation;
import kindred.experiment.ByolStage;
import kindred.experiment.EvaluateStage;
import kindred.experiment.LatentStage;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;
import kindred.gui.core.RunRow;

/**
 * An evaluation in the table: what the board knows at once, and what its file says once it is read.
 */
final class AccuracyRow {
  private final RunRow run;
  private final EvaluateStage asked;
  private final Optional<RunRow> source;
  private final ObjectProperty<Evaluation> measured = new SimpleObjectProperty<>();

  AccuracyRow(RunRow run, EvaluateStage asked, Optional<RunRow> source) {
    this.run = run;
    this.asked = asked;
    this.source = source;
  }

  RunRow run() {
    return run;
  }

  /** The run that was measured, unless it is gone. */
  Optional<RunRow> source() {
    return source;
  }

  /** A readable name of what was measured. */
  String encoder() {
    return source.map(RunRow::name).orElse(asked.source());
  }

  /** Such as {@code BYOL weighted}. */
  String method() {
    Stage stage = source.flatMap(RunRow::stage).orElse(null);
    if (stage instanceof ByolStage byol) {
      return "BYOL " + byol.way();
    } else if (stage instanceof LatentStage latent) {
      return switch (latent.method()) {
        case AE -> "auto-encoder";
        case VAE -> "VAE";
        case AD -> "auto-decoder";
      };
    }
    return "";
  }

  /** The data set that it was tested on. */
  String data() {
    Stage stage = source.flatMap(RunRow::stage).orElse(null);
    return asked.test() != null
        ? asked.test()
        : stage instanceof TrainingStage training ? training.data() : "";
  }

  /** k-NN accuracy as a share, or null before it is measured. */
  Double knn() {
    return result("knn");
  }

  /** Linear probe accuracy as a share, or null before it is measured. */
  Double probe() {
    return result("probe");
  }

  private Double result(String name) {
    JsonNode result = run.now().state().result();
    return result == null || !result.path(name).isNumber() ? null : result.path(name).asDouble();
  }

  /** What its file says; null until it is read. */
  ObjectProperty<Evaluation> measuredProperty() {
    return measured;
  }

  /** How many test images, or null until that is read. */
  Integer testImages() {
    return measured.get() == null ? null : measured.get().testImages();
  }
}
