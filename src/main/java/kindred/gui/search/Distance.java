package kindred.gui.search;

import kindred.experiment.Metric;
import kindred.experiment.NeighborStage;
import kindred.experiment.Prepare;
import kindred.run.LiveImage;
import kindred.run.LiveRequest;

/** How far apart two vectors are. */
enum Distance {
  EUCLIDEAN("Euclidean", "Length of the difference", Metric.EUCLIDEAN, Prepare.NONE),
  COSINE("Cosine", "Directions alone are compared", Metric.COSINE, Prepare.NONE),
  CENTERED(
      "Centered cosine",
      "Directions as seen from the mean vector; for BYOL's, which have much in common",
      Metric.COSINE,
      Prepare.CENTER);

  private final String title;
  private final String help;
  private final Metric metric;
  private final Prepare prepare;

  Distance(String title, String help, Metric metric, Prepare prepare) {
    this.title = title;
    this.help = help;
    this.metric = metric;
    this.prepare = prepare;
  }

  /** The one that is nearest to how neighbors were found. */
  static Distance of(NeighborStage neighbors) {
    if (neighbors.metric() == Metric.EUCLIDEAN) {
      return EUCLIDEAN;
    }
    return neighbors.prepare() == Prepare.NONE ? COSINE : CENTERED;
  }

  String title() {
    return title;
  }

  String help() {
    return help;
  }

  LiveRequest.Nearest nearest(LiveImage image, int k) {
    return new LiveRequest.Nearest(image, metric, prepare, k);
  }
}
