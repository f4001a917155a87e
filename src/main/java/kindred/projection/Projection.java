package kindred.projection;

import java.util.List;
import java.util.function.BooleanSupplier;
import kindred.experiment.MapPlan;
import kindred.experiment.Metric;
import kindred.neighbors.Crew;
import kindred.neighbors.NeighborSearch;

/**
 * Lays vectors out in two dimensions. The same vectors, neighbors and plan give the same
 * coordinates on the same machine, whatever the number of threads.
 */
public final class Projection {
  private static final double UMAP_REACH = 10;
  private static final double TSNE_DEVIATION = 1e-4;

  private Projection() {}

  /** Told how many of how many steps of a layout are done, on the thread that asked for it. */
  @FunctionalInterface
  public interface Watcher {
    void laid(long done, long total);
  }

  /**
   * A layout.
   *
   * @param coordinates n×2
   * @param explained pca: shares of the variance along both axes; else null
   * @param divergence tsne: the Kullback-Leibler divergence that is left; else null
   */
  public record Result(float[] coordinates, List<Double> explained, Double divergence) {}

  /**
   * Places along the two principal axes, at once.
   *
   * @param vectors n×dimension
   * @param plan under its cosine metric, vectors are scaled to unit length first
   */
  public static Result pca(float[] vectors, int dimension, MapPlan plan, int threads) {
    try (Crew crew = new Crew(threads)) {
      float[] scaled = Directions.of(crew, vectors, dimension, plan);
      PrincipalAxes axes = PrincipalAxes.of(crew, scaled, dimension);
      return new Result(floats(axes.project(crew, scaled)), axes.explained(), null);
    }
  }

  /**
   * How many neighbors a plan's layout is made of.
   *
   * @param n the number of vectors
   * @return 0 if it needs none, as pca does, or if there are too few vectors for anything else
   */
  public static int neighbors(MapPlan plan, int n) {
    if (n < 5) {
      return 0;
    }
    return switch (plan.method()) {
      case PCA -> 0;
      case UMAP -> Math.min(plan.neighbors(), n - 1);
      case TSNE -> Math.min((int) Math.ceil(3 * plan.perplexity()), n - 1);
    };
  }

  /**
   * Lays vectors out so that neighbors stay together.
   *
   * @param start n×2, from which the layout begins, such as pca's
   * @param nearest at least as many neighbors of each vector as {@link #neighbors} says
   * @param stop asked after every step
   * @return null after a stop
   */
  public static Result layout(
      MapPlan plan,
      float[] start,
      NeighborSearch.Result nearest,
      int threads,
      Watcher watcher,
      BooleanSupplier stop) {
    try (Crew crew = new Crew(threads)) {
      return plan.method() == MapPlan.Method.UMAP
          ? umap(crew, plan, start, nearest, watcher, stop)
          : tsne(crew, plan, start, nearest, watcher, stop);
    }
  }

  private static Result umap(
      Crew crew,
      MapPlan plan,
      float[] start,
      NeighborSearch.Result nearest,
      Watcher watcher,
      BooleanSupplier stop) {
    SymmetricGraph ties = FuzzySet.of(crew, nearest, neighbors(plan, nearest.n()));
    UmapLayout layout =
        new UmapLayout(
            crew,
            ties,
            LowCurve.of(plan.minDist()),
            plan.seed(),
            Start.reaching(UMAP_REACH, start, plan.seed()));
    return layout.run(watcher, stop) ? new Result(floats(layout.places()), null, null) : null;
  }

  private static Result tsne(
      Crew crew,
      MapPlan plan,
      float[] start,
      NeighborSearch.Result nearest,
      Watcher watcher,
      BooleanSupplier stop) {
    int k = neighbors(plan, nearest.n());
    double perplexity = Math.min(plan.perplexity(), k / 3.0);
    boolean squared = plan.metric() == Metric.COSINE; // 1 − cos is half the square
    SymmetricGraph affinities = Affinities.of(crew, nearest, k, perplexity, squared);
    TsneLayout layout =
        new TsneLayout(crew, affinities, Start.deviating(TSNE_DEVIATION, start, plan.seed()));
    return layout.run(watcher, stop)
        ? new Result(floats(layout.places()), null, layout.divergence())
        : null;
  }

  /**
   * Moves a map onto another of the same images, as closely as turning, mirroring, shifting and
   * scaling it allow.
   *
   * @param target n×2
   * @param coordinates n×2; left as they are
   */
  public static float[] onto(float[] target, float[] coordinates) {
    return Procrustes.onto(target, coordinates);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
