package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.data.ImageSet;
import kindred.data.View;
import kindred.experiment.BadInput;
import kindred.experiment.ByolStage;
import kindred.experiment.Positives;
import kindred.experiment.Positives.From;
import kindred.neighbors.ControlPairs;
import kindred.neighbors.NeighborFilter;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.PositivePairs;
import kindred.neighbors.Vetoes;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.Verdicts;
import kindred.torch.Learner;
import kindred.train.BetweenEpochs;

/**
 * The positives of a training with BYOL: chosen at its start, chosen anew from refreshed neighbors
 * if so asked, and measured each epoch.
 */
final class ByolPositives implements BetweenEpochs {
  static final String POSITIVES = "positives.jsonl";
  private static final String VETOES = "vetoes.jsonl";

  private final ByolStage stage;
  private final ImageSet images;
  private final int[] train;
  private final Vetoes vetoes;
  private final long[] certain;
  private final RefreshedNeighbors refreshed;
  private final RunFolder run;
  private final Reporter reporter;
  private PositiveSample sample;

  /** The views look into its lists, so they are replaced in place, between epochs. */
  private final PositivePairs pairs;

  /**
   * Chooses the positives that a stage asks for.
   *
   * @throws BadInput if neighbors, vetoes or labels are missing or do not fit the data set
   */
  ByolPositives(
      ByolStage stage,
      Workspace workspace,
      RunFolder run,
      Reporter reporter,
      TrainingWork training) {
    this.stage = stage;
    this.images = training.images();
    this.train = training.split().train();
    this.run = run;
    this.reporter = reporter;
    requireLabelsForOracle();
    Verdicts verdicts = UsedVerdicts.of(stage.positives(), images, run);
    this.vetoes = vetoes(run).and(verdicts.pairs(Verdict.DIFFERENT));
    this.certain = verdicts.pairs(Verdict.SAME);
    if (stage.positives().verdicts()) {
      reporter.note(
          "of the pairs people judged, %d are vetoed and %d are certain"
              .formatted(verdicts.pairs(Verdict.DIFFERENT).length, certain.length));
    }
    NeighborGraph graph = graph(workspace);
    this.refreshed = new RefreshedNeighbors(stage.positives(), graph, training, run, reporter);
    this.pairs = PositivePairs.none(images.count(), train);
    use(graph == null ? withoutNeighbors() : chosen(graph));
  }

  private void requireLabelsForOracle() {
    if (stage.positives().from() == From.ORACLE && !images.labeled()) {
      throw new BadInput(
          "oracle positives are images of the same class, but data set "
              + images.name()
              + " has no labels; import it from class folders or with --labels FILE");
    }
  }

  /** A run keeps its own copy, so that a resumed one goes on with what it began with. */
  private Vetoes vetoes(RunFolder run) {
    if (stage.positives().veto() == null) {
      return Vetoes.none();
    }
    Path kept = run.artifact(VETOES);
    if (Files.exists(kept)) {
      return Vetoes.read(kept, images.count());
    }
    Path given = Path.of(stage.positives().veto());
    Vetoes read = Vetoes.read(given, images.count());
    try {
      Files.copy(given, kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  private NeighborGraph graph(Workspace workspace) {
    if (stage.neighbors() == null) {
      return null;
    }
    NeighborGraph graph =
        NeighborGraph.read(workspace.file(stage.neighbors(), NeighborWork.NEIGHBORS));
    graph.requireFits(images.info().fingerprint(), images.name(), images.count());
    return graph;
  }

  /** Until neighbors are found nobody has a positive; controls without neighbors have k. */
  private PositivePairs withoutNeighbors() {
    Positives asked = stage.positives();
    return asked.refresh() > 0
        ? PositivePairs.none(images.count(), train)
        : controls(ControlPairs.counts(images.count(), train, asked.k()));
  }

  private PositivePairs chosen(NeighborGraph graph) {
    PositivePairs neighbors =
        NeighborFilter.choose(graph, train, stage.positives(), vetoes, certain);
    return stage.positives().from() == From.NEIGHBORS
        ? neighbors
        : controls(ControlPairs.counts(neighbors));
  }

  private PositivePairs controls(int[] counts) {
    long seed = stage.training().seed();
    return stage.positives().from() == From.RANDOM
        ? ControlPairs.random(counts, train, seed)
        : ControlPairs.oracle(counts, train, labels(), seed);
  }

  private int[] labels() {
    int[] labels = new int[images.count()];
    Arrays.setAll(labels, images::label);
    return labels;
  }

  private void use(PositivePairs next) {
    System.arraycopy(next.of(), 0, pairs.of(), 0, pairs.of().length);
    if (pairs.withoutPositive() > 0) {
      reporter.note(
          pairs.withoutPositive()
              + " of "
              + train.length
              + " training images have no positive among the training images (others may have been"
              + " held out when the neighbors' space was learned); they are paired with"
              + " themselves");
    }
  }

  /**
   * Leaves a few of each epoch's pairs for people to look at.
   *
   * @param view made of positives
   * @param number of the view among those of a batch
   */
  void watch(View view, int number) {
    sample = new PositiveSample(view, number, train, stage.training().seed());
  }

  /** For each image of the data set those that may be its positive; changes between epochs. */
  int[][] of() {
    return pairs.of();
  }

  @Override
  public boolean before(int epoch, Learner learner) {
    if (refreshed.isDue(epoch)) {
      NeighborGraph graph = refreshed.search(learner);
      if (graph == null) {
        return false;
      }
      use(chosen(graph));
    }
    run.appendArtifact(POSITIVES, sample.line(epoch, measures()));
    return true;
  }

  @Override
  public Map<String, Double> measures() {
    return Map.of(
        "coverage",
        pairs.coverage(),
        "purity",
        images.labeled() ? pairs.purity(labels()) : Double.NaN);
  }

  @Override
  public Map<String, NamedArray> save() {
    return pairs.save();
  }

  @Override
  public void restore(Map<String, NamedArray> saved) {
    PositivePairs before = PositivePairs.saved(saved, images.count(), train);
    if (before != null) {
      use(before);
    }
  }
}
