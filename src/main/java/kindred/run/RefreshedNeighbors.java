package kindred.run;

import kindred.data.ImageSet;
import kindred.experiment.Metric;
import kindred.experiment.Positives;
import kindred.experiment.Prepare;
import kindred.neighbors.NeighborGraph;
import kindred.torch.Learner;
import kindred.train.Embedding;

/** Neighbors among the representations that the encoder in training has of its images by now. */
final class RefreshedNeighbors {
  private final Positives asked;
  private final NeighborGraph first;
  private final TrainingWork training;
  private final RunFolder run;
  private final Reporter reporter;

  /**
   * Prepares searches.
   *
   * @param first the neighbors to begin with, or null
   */
  RefreshedNeighbors(
      Positives asked,
      NeighborGraph first,
      TrainingWork training,
      RunFolder run,
      Reporter reporter) {
    this.asked = asked;
    this.first = first;
    this.training = training;
    this.run = run;
    this.reporter = reporter;
  }

  /**
   * Whether they are to be searched before an epoch.
   *
   * @param epoch counted from 0
   */
  boolean isDue(int epoch) {
    return asked.refresh() > 0 && epoch > 0 && epoch % asked.refresh() == 0;
  }

  /**
   * Embeds the training images, searches, and leaves what was found as an artifact; null after a
   * stop.
   */
  NeighborGraph search(Learner learner) {
    int[] train = training.split().train();
    float[] vectors =
        Embedding.of(
            learner.torch(),
            training.online(learner),
            training.images(),
            train,
            learner.torch().threads(),
            (done, total) -> reporter.progress("embedding images", done, total),
            reporter::stopRequested);
    if (vectors == null) {
      return null;
    }
    NeighborGraph graph =
        NeighborGraph.search(
            learner.torch(),
            vectors,
            training.encoder().latent(),
            train,
            training.images().count(),
            neighbors(train.length - 1),
            meta(),
            (done, total) -> reporter.progress("comparing images", done, total),
            reporter::stopRequested);
    if (graph != null) {
      graph.write(run.artifact(NeighborWork.NEIGHBORS));
    }
    return graph;
  }

  /** What the filters need, and as many as there were to begin with. */
  private int neighbors(int others) {
    int needed = Math.max(asked.k(), asked.mutual());
    return first == null ? needed : Math.max(needed, Math.min(first.k(), others));
  }

  private NeighborGraph.Meta meta() {
    ImageSet images = training.images();
    return new NeighborGraph.Meta(
        either(asked.metric(), first == null ? null : first.meta().metric(), Metric.EUCLIDEAN),
        either(asked.prepare(), first == null ? null : first.meta().prepare(), Prepare.NONE),
        images.name(),
        images.info().fingerprint(),
        run.id());
  }

  private static <T> T either(T asked, T before, T otherwise) {
    return asked != null ? asked : before != null ? before : otherwise;
  }
}
