package kindred.experiment;

/**
 * Find each image's nearest others.
 *
 * @param source a run with embeddings, or a file of vectors
 * @param data the data set that a file's rows stand for; a run knows its own; null if unknown
 * @param metric euclidean
 * @param prepare what is done to the vectors first, nothing
 * @param k neighbors of each image, 1
 */
public record NeighborStage(
    @Setting(
            label = "Latent space",
            help = "A run that made vectors, or a file of vectors: .npz, .npy, .csv or .pkl.",
            option = "RUN",
            takes = Setting.Takes.VECTORS)
        String source,
    @Setting(
            label = "Images",
            help = "The data set whose images a file's rows stand for; a run knows its own.",
            option = "--data",
            advanced = true,
            takes = Setting.Takes.DATASET,
            unset = "known by the run")
        String data,
    @Setting(label = "Metric", help = "Cosine compares directions alone.", option = "METRIC")
        Metric metric,
    @Setting(
            label = "Prepare",
            help =
                "What is done to the vectors first. Center or whiten BYOL's before a cosine search.",
            option = "--prepare")
        Prepare prepare,
    @Setting(
            label = "Neighbors",
            unit = "an image",
            help = "How many of each image.",
            option = "--k")
        Integer k)
    implements Stage {
  public NeighborStage {
    source = Require.present("source", source);
    metric = Require.or(metric, Metric.EUCLIDEAN);
    prepare = Require.or(prepare, Prepare.NONE);
    k = Require.between("k", Require.or(k, 1), 1, 1000);
  }

  @Override
  public String title() {
    return "neighbors-" + metric;
  }

  @Override
  public String input() {
    return source;
  }

  @Override
  public Stage withInput(String input) {
    return new NeighborStage(input, data, metric, prepare, k);
  }
}
