package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.Positives;
import kindred.experiment.Positives.From;
import kindred.experiment.Stage;
import kindred.neighbors.ControlPairs;
import kindred.neighbors.NeighborFilter;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.PositivePairs;
import kindred.neighbors.Vetoes;
import kindred.train.BetweenEpochs;

/** The positives of a training with BYOL, and what there is to say about them each epoch. */
final class ByolPositives implements BetweenEpochs {
  private static final String VETOES = "vetoes.jsonl";

  private final Stage.Byol stage;
  private final ImageSet images;
  private final int[] train;
  private final Vetoes vetoes;
  private final PositivePairs pairs;

  private ByolPositives(
      Stage.Byol stage, ImageSet images, int[] train, Vetoes vetoes, NeighborGraph graph) {
    this.stage = stage;
    this.images = images;
    this.train = train;
    this.vetoes = vetoes;
    this.pairs = pairs(graph);
  }

  /**
   * Chooses the positives that a stage asks for.
   *
   * @throws BadInput if neighbors, vetoes or labels are missing or do not fit the data set
   */
  static ByolPositives of(
      Stage.Byol stage,
      Workspace workspace,
      RunFolder run,
      Reporter reporter,
      TrainingWork training) {
    ImageSet images = training.images();
    if (stage.positives().from() == From.ORACLE && !images.labeled()) {
      throw new BadInput(
          "oracle positives are images of the same class, but data set "
              + images.name()
              + " has no labels; import it from class folders or with --labels FILE");
    }
    ByolPositives positives =
        new ByolPositives(
            stage,
            images,
            training.split().train(),
            vetoes(stage.positives(), run, images),
            graph(stage, workspace, images));
    positives.say(reporter);
    return positives;
  }

  private static NeighborGraph graph(Stage.Byol stage, Workspace workspace, ImageSet images) {
    if (stage.neighbors() == null) {
      return null;
    }
    NeighborGraph graph =
        NeighborGraph.read(workspace.file(stage.neighbors(), NeighborWork.NEIGHBORS));
    graph.requireFits(images.info().fingerprint(), images.name(), images.count());
    return graph;
  }

  /** A run keeps its own copy, so that a resumed one goes on with what it began with. */
  private static Vetoes vetoes(Positives asked, RunFolder run, ImageSet images) {
    if (asked.veto() == null) {
      return Vetoes.none();
    }
    Path kept = run.artifact(VETOES);
    if (Files.exists(kept)) {
      return Vetoes.read(kept, images.count());
    }
    Path given = Path.of(asked.veto());
    Vetoes vetoes = Vetoes.read(given, images.count());
    try {
      Files.copy(given, kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vetoes;
  }

  private PositivePairs pairs(NeighborGraph graph) {
    Positives asked = stage.positives();
    PositivePairs found = graph == null ? null : NeighborFilter.choose(graph, train, asked, vetoes);
    if (asked.from() == From.NEIGHBORS) {
      return found;
    }
    int[] counts =
        found == null
            ? ControlPairs.counts(images.count(), train, asked.k())
            : ControlPairs.counts(found);
    long seed = stage.training().seed();
    return asked.from() == From.RANDOM
        ? ControlPairs.random(counts, train, seed)
        : ControlPairs.oracle(counts, train, labels(), seed);
  }

  private int[] labels() {
    int[] labels = new int[images.count()];
    java.util.Arrays.setAll(labels, images::label);
    return labels;
  }

  private void say(Reporter reporter) {
    if (pairs.withoutPositive() > 0) {
      reporter.note(
          pairs.withoutPositive()
              + " of "
              + train.length
              + " training images have no positive among the training images; they are paired"
              + " with themselves");
    }
  }

  /** For each image of the data set those that may be its positive. */
  int[][] of() {
    return pairs.of();
  }

  @Override
  public Map<String, Double> measures() {
    return Map.of(
        "coverage",
        pairs.coverage(),
        "purity",
        images.labeled() ? pairs.purity(labels()) : Double.NaN);
  }
}
