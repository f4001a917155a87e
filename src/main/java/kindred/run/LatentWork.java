package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kindred.data.View;
import kindred.experiment.LatentStage;
import kindred.method.AutoDecoder;
import kindred.method.AutoEncoder;
import kindred.method.VariationalAutoEncoder;
import kindred.model.DecoderSpec;
import kindred.model.EncoderSpec;
import kindred.torch.Objective;

/** Learns a latent space. */
record LatentWork(LatentStage stage) implements StageWork {
  @Override
  public JsonNode work(Workspace workspace, RunFolder run, Reporter reporter) {
    TrainingWork training =
        new TrainingWork(workspace, run, reporter, stage.data(), stage.training());
    return training.work(objective(training), List.of(View.plain()));
  }

  private Objective objective(TrainingWork training) {
    EncoderSpec encoder = training.encoder();
    return switch (stage.method()) {
      case AE -> AutoEncoder.objective(encoder);
      case VAE -> VariationalAutoEncoder.objective(encoder, stage.beta());
      case AD ->
          AutoDecoder.objective(
              DecoderSpec.mirroring(encoder),
              stage.codes(),
              training.split().train().length,
              stage.training().learningRate());
    };
  }
}
