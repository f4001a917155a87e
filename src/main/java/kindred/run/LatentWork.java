package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kindred.data.View;
import kindred.experiment.Stage;
import kindred.method.AutoEncoder;

/** Learns a latent space. */
record LatentWork(Stage.Latent stage) implements StageWork {
  @Override
  public JsonNode work(Workspace workspace, RunFolder run, Reporter reporter) {
    TrainingWork training =
        new TrainingWork(workspace, run, reporter, stage.data(), stage.training());
    return training.work(AutoEncoder.objective(training.encoder()), List.of(View.plain()));
  }
}
