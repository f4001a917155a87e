package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How vectors are laid out on a two-dimensional map. A component left out (null) takes the default
 * named here; the settings of other methods than the one chosen are always null.
 *
 * @param method pca
 * @param metric of the neighbors that the map keeps together; null for the one that the vectors
 *     were searched with, else euclidean
 * @param prepare what is done to the vectors before that search; null for what was done before,
 *     else nothing
 * @param seed of every draw, 1; of pca null, since it draws nothing
 * @param neighbors umap: how many of an image's nearest others pull it, 15
 * @param minDist umap: how close images may lie on the map, 0.1
 * @param perplexity tsne: how many others an image regards as its own, 30; fewer among few images
 */
public record MapPlan(
    Method method,
    Metric metric,
    Prepare prepare,
    Long seed,
    Integer neighbors,
    Double minDist,
    Double perplexity) {

  /** A way to lay vectors out. */
  public enum Method {
    /** The two directions in which the vectors vary most; at once. */
    PCA,
    /** Uniform manifold approximation and projection (McInnes, Healy and Melville 2018). */
    UMAP,
    /** Stochastic neighbor embedding with Student's t (van der Maaten and Hinton 2008). */
    TSNE;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public MapPlan {
    method = Require.or(method, Method.PCA);
    seed = method == Method.PCA ? null : Require.or(seed, 1L);
    if (method == Method.UMAP) {
      neighbors = Require.between("neighbors", Require.or(neighbors, 15), 2, 200);
      minDist = Require.between("min-dist", Require.or(minDist, 0.1), 0, 0.99);
    } else {
      refuse("neighbors", neighbors, method, Method.UMAP);
      refuse("min-dist", minDist, method, Method.UMAP);
    }
    if (method == Method.TSNE) {
      perplexity = Require.between("perplexity", Require.or(perplexity, 30.0), 2, 200);
    } else {
      refuse("perplexity", perplexity, method, Method.TSNE);
    }
  }

  private static void refuse(String name, Object value, Method method, Method owner) {
    if (value != null) {
      throw new BadInput(name + " is a setting of " + owner + ", not of " + method);
    }
  }

  /** A method with its defaults. */
  public static MapPlan of(Method method) {
    return new MapPlan(method, null, null, null, null, null, null);
  }

  /** The same with a metric and a preparation where it leaves them open. */
  public MapPlan orElse(Metric usual, Prepare before) {
    return new MapPlan(
        method,
        Require.or(metric, usual),
        Require.or(prepare, before),
        seed,
        neighbors,
        minDist,
        perplexity);
  }
}
