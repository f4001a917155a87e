package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kindred.data.Augmentation;
import kindred.data.View;
import kindred.data.ViewSource;
import kindred.experiment.ByolStage;
import kindred.experiment.ByolWay;
import kindred.experiment.Positives;
import kindred.method.Byol;
import kindred.model.EncoderSpec;
import kindred.torch.Objective;

/** Trains BYOL. */
record ByolWork(ByolStage stage) implements StageWork {
  @Override
  public JsonNode work(Workspace workspace, RunFolder run, Reporter reporter) {
    TrainingWork training =
        new TrainingWork(workspace, run, reporter, stage.data(), stage.training());
    int size = training.encoder().size();
    View first = View.of(Augmentation.byolFirst(size));
    View second = View.of(Augmentation.byolSecond(size));
    if (stage.way() == ByolWay.BASELINE) {
      return training.work(Byol.pairs(training.encoder()), List.of(first, second));
    }
    ByolPositives positives = new ByolPositives(stage, workspace, run, reporter, training);
    if (stage.way() == ByolWay.PROBABILISTIC) {
      View sometimes = ofPositives(second, positives, stage.prob());
      positives.watch(sometimes, 1);
      return training.work(Byol.pairs(training.encoder()), List.of(first, sometimes), positives);
    }
    View always = ofPositives(first, positives, 1);
    positives.watch(always, 2);
    return training.work(weighted(training.encoder()), List.of(first, second, always), positives);
  }

  private Objective weighted(EncoderSpec encoder) {
    Positives asked = stage.positives();
    return asked.randomWeight() == null
        ? Byol.weighted(encoder, stage.posWeight(), asked.mix())
        : Byol.weighted(encoder, asked.randomWeight(), asked.mix());
  }

  /** A view that is made of a positive with a probability, and else of the image itself. */
  private View ofPositives(View own, ByolPositives positives, double probability) {
    return new View(
        own.augmentation(),
        ViewSource.neighbors(positives.of(), probability),
        stage.positives().weakNeighbor() ? Augmentation.weak() : own.augmentation());
  }
}
