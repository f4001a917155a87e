package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kindred.data.Augmentation;
import kindred.data.View;
import kindred.data.ViewSource;
import kindred.experiment.Stage;
import kindred.experiment.Stage.Way;
import kindred.method.Byol;
import kindred.neighbors.NeighborGraph;

/** Trains BYOL. */
record ByolWork(Stage.Byol stage) implements StageWork {
  @Override
  public JsonNode work(Workspace workspace, RunFolder run, Reporter reporter) {
    TrainingWork training =
        new TrainingWork(workspace, run, reporter, stage.data(), stage.training());
    int size = training.encoder().size();
    View first = View.of(Augmentation.byolFirst(size));
    View second = View.of(Augmentation.byolSecond(size));
    if (stage.way() == Way.BASELINE) {
      return training.work(Byol.pairs(training.encoder()), List.of(first, second));
    }
    Neighborhood neighborhood = neighborhood(workspace, training, reporter);
    if (stage.way() == Way.PROBABILISTIC) {
      ViewSource sometimes = neighborhood.withProbability(stage.prob());
      View mixed = new View(second.augmentation(), sometimes);
      return training.work(Byol.pairs(training.encoder()), List.of(first, mixed));
    }
    View ofNeighbor = new View(first.augmentation(), neighborhood.always());
    return training.work(
        Byol.weighted(training.encoder(), stage.posWeight()), List.of(first, second, ofNeighbor));
  }

  private Neighborhood neighborhood(Workspace workspace, TrainingWork training, Reporter reporter) {
    NeighborGraph graph =
        NeighborGraph.read(workspace.file(stage.neighbors(), NeighborWork.NEIGHBORS));
    graph.requireFits(
        training.images().info().fingerprint(),
        training.images().name(),
        training.images().count());
    Neighborhood neighborhood = Neighborhood.of(graph, training.split());
    if (neighborhood.withoutNeighbor() > 0) {
      reporter.note(
          neighborhood.withoutNeighbor()
              + " of "
              + training.split().train().length
              + " training images have no neighbor among the training images; they are paired"
              + " with themselves");
    }
    return neighborhood;
  }
}
