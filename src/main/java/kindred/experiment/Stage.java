package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What one run is asked to do. A name of an earlier run may be its id, or, in an experiment file,
 * the name of an earlier stage there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Stage.Latent.class, name = "latent"),
  @JsonSubTypes.Type(value = Stage.Neighbors.class, name = "neighbors"),
  @JsonSubTypes.Type(value = Stage.Byol.class, name = "byol"),
  @JsonSubTypes.Type(value = Stage.Evaluate.class, name = "evaluate")
})
public sealed interface Stage {
  /** A short name for run ids and tables, such as {@code byol-weighted}. */
  @JsonIgnore
  String title();

  /** The earlier run or the file this stage reads, or null. */
  @JsonIgnore
  String input();

  /** The same stage with another input. */
  Stage withInput(String input);

  /** Where it is computed: {@code cpu} or {@code cuda:N}. */
  @JsonIgnore
  default String device() {
    return "cpu";
  }

  /** The earlier run or the file whose encoder a training starts from, or null. */
  @JsonIgnore
  default String weights() {
    return null;
  }

  /** The same stage from another starting point; of those that have one. */
  default Stage withWeights(String weights) {
    return this;
  }

  /**
   * The same stage with other names for what it builds on.
   *
   * @param names the new name of each that has one
   */
  default Stage withInputs(Map<String, String> names) {
    Stage fed = names.containsKey(input()) ? withInput(names.get(input())) : this;
    return names.containsKey(weights()) ? fed.withWeights(names.get(weights())) : fed;
  }

  /**
   * Learn a latent space.
   *
   * @param method how
   * @param data a data set of the workspace
   * @param beta vae: weight of the KL divergence, 2.5e-4; null for the other methods
   * @param codes ad: the images' codes; null for the other methods
   */
  record Latent(
      @Setting(
              label = "Method",
              help =
                  "Auto-encoder: through an encoder and back. VAE: with noise between. Auto-decoder: a code for each image, learned like a weight, and no encoder.",
              option = "METHOD",
              choices = {"Auto-encoder", "VAE", "Auto-decoder"})
          LatentMethod method,
      @Setting(
              label = "Data set",
              help = "The images that get vectors.",
              option = "--data",
              takes = Setting.Takes.DATASET)
          String data,
      @Setting(
              label = "KL weight",
              help = "Weight of the KL divergence in the loss.",
              option = "--beta",
              when = "method=vae")
          Double beta,
      @Setting(label = "Codes", advanced = true, when = "method=ad") CodePlan codes,
      @Setting(label = "Training") TrainingPlan training)
      implements Stage {
    public static final double BETA = 2.5e-4;

    /** With the method's own defaults. */
    public Latent(LatentMethod method, String data, TrainingPlan training) {
      this(method, data, null, null, training);
    }

    public Latent {
      method = Require.or(method, LatentMethod.AE);
      data = Require.present("data", data);
      training = Require.or(training, TrainingPlan.defaults());
      if (training.averages()) {
        throw new BadInput(
            "a moving average belongs to byol; leave out ema and ema-schedule for " + method);
      }
      if (method == LatentMethod.VAE) {
        beta = Require.between("beta", Require.or(beta, BETA), 0, 1e6);
      } else if (beta != null) {
        throw new BadInput("beta belongs to vae; leave it out for " + method);
      }
      if (method == LatentMethod.AD) {
        codes = Require.or(codes, CodePlan.defaults());
        if (training.encoder() != Architecture.CONV || training.weights() != null) {
          throw new BadInput("an auto-decoder has no encoder; leave out encoder and weights");
        }
      } else if (codes != null) {
        throw new BadInput("settings of codes belong to ad; leave them out for " + method);
      }
    }

    @Override
    public String title() {
      return method.toString();
    }

    @Override
    public String device() {
      return training.device();
    }

    @Override
    public String input() {
      return null;
    }

    @Override
    public Stage withInput(String input) {
      return this;
    }

    @Override
    public String weights() {
      return training.weights();
    }

    @Override
    public Stage withWeights(String weights) {
      return new Latent(method, data, beta, codes, training.withWeights(weights));
    }
  }

  /** Methods that learn a latent space. */
  enum LatentMethod {
    /** Auto-encoder. */
    AE,
    /** Variational auto-encoder. */
    VAE,
    /** Auto-decoder. */
    AD;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Find each image's nearest others.
   *
   * @param source a run with embeddings, or a file of vectors
   * @param data the data set that a file's rows stand for; a run knows its own; null if unknown
   * @param metric euclidean
   * @param prepare what is done to the vectors first, nothing
   * @param k neighbors of each image, 1
   */
  record Neighbors(
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
    public Neighbors {
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
      return new Neighbors(input, data, metric, prepare, k);
    }
  }

  /**
   * Train an encoder with BYOL.
   *
   * @param way where the positives come from
   * @param neighbors a neighbor run or a file of neighbors; the baseline takes none
   * @param prob probabilistic: how often the second view is made from the neighbor, 0.5
   * @param posWeight weighted: the share of the image's own view in the target, 0.5
   * @param positives which other images are positives; the baseline takes none
   */
  record Byol(
      @Setting(
              label = "Way",
              help =
                  "Baseline: two views of the image. Probabilistic: the second view is sometimes made from a neighbor. Weighted: the target is a mean of the image's and the neighbor's.",
              option = "WAY")
          Way way,
      @Setting(
              label = "Data set",
              help = "The images that the encoder learns from.",
              option = "--data",
              takes = Setting.Takes.DATASET)
          String data,
      @Setting(
              label = "Neighbors",
              help = "A neighbor search of the same data set, or its neighbors.npz.",
              option = "--neighbors",
              when = "way!=baseline",
              takes = Setting.Takes.NEIGHBORS)
          String neighbors,
      @Setting(
              label = "Probability",
              help = "How often the second view is made from the neighbor.",
              option = "--prob",
              when = "way=probabilistic")
          Double prob,
      @Setting(
              label = "Own share",
              help = "Share of the image itself in the target; the rest is its neighbor.",
              option = "--pos-weight",
              when = "way=weighted")
          Double posWeight,
      @Setting(label = "Positives", advanced = true, when = "way!=baseline") Positives positives,
      @Setting(label = "Training") TrainingPlan training)
      implements Stage {
    public Byol {
      way = Objects.requireNonNullElse(way, Way.BASELINE);
      data = Require.present("data", data);
      prob = Require.between("prob", Require.or(prob, 0.5), 0, 1);
      posWeight = Require.between("pos-weight", Require.or(posWeight, 0.5), 0, 1);
      positives = Require.or(positives, Positives.defaults());
      training = Require.or(training, TrainingPlan.defaults());
      if (way == Way.BASELINE) {
        requireNoPositives(neighbors, positives);
      } else if (neighbors == null || neighbors.isBlank()) {
        requireOthersThanNeighbors(way, positives);
      }
      if (way != Way.WEIGHTED
          && (positives.mix() != Mix.BEFORE || positives.randomWeight() != null)) {
        throw new BadInput(
            "byol " + way + " mixes nothing; choose weighted, or leave out mix and random-weight");
      }
    }

    private static void requireNoPositives(String neighbors, Positives positives) {
      if (neighbors != null || !positives.equals(Positives.defaults())) {
        throw new BadInput(
            "byol baseline takes no neighbors and no other positives; choose probabilistic or"
                + " weighted, or leave them out");
      }
    }

    private static void requireOthersThanNeighbors(Way way, Positives positives) {
      if (positives.refresh() > 0) {
        return;
      }
      if (positives.from() == Positives.From.NEIGHBORS) {
        throw new BadInput(
            "byol "
                + way
                + " needs neighbors; name a neighbor run or a neighbors.npz, or let refresh find"
                + " them");
      }
      if (positives.filtered()) {
        throw new BadInput(
            positives.from()
                + " positives are filtered as neighbors are, to cover the same images; name a"
                + " neighbor run or leave out mutual, closest, max-distance, veto and"
                + " verdicts");
      }
    }

    /** The same with another choice of positives. */
    public Byol with(Positives positives) {
      return new Byol(way, data, neighbors, prob, posWeight, positives, training);
    }

    @Override
    public String title() {
      return "byol-" + way;
    }

    @Override
    public String device() {
      return training.device();
    }

    @Override
    public String input() {
      return neighbors;
    }

    @Override
    public Stage withInput(String input) {
      return new Byol(way, data, input, prob, posWeight, positives, training);
    }

    @Override
    public String weights() {
      return training.weights();
    }

    @Override
    public Stage withWeights(String weights) {
      TrainingPlan started = training.withWeights(weights);
      return new Byol(way, data, neighbors, prob, posWeight, positives, started);
    }
  }

  /** BYOL's three ways. */
  enum Way {
    /** Two augmentations of the image. */
    BASELINE,
    /** The second view is sometimes made from the neighbor. */
    PROBABILISTIC,
    /** The target is a mean of the image's and the neighbor's. */
    WEIGHTED;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Measure a frozen encoder.
   *
   * @param source a run with an encoder
   * @param test a labeled data set to test on; null to hold out a share of the run's own
   * @param holdout the share; null for what the run itself held out, or else 0.1
   * @param k neighbors that vote, 20
   * @param temperature of a vote exp(cos / T), 0.1
   * @param probeEpochs passes of the linear probe, 100
   * @param seed of the probe's draws, 1
   */
  record Evaluate(
      @Setting(
              label = "Run",
              help = "A run that made vectors of labeled images.",
              option = "RUN",
              takes = Setting.Takes.REPRESENTATION)
          String source,
      @Setting(
              label = "Test set",
              help =
                  "A labeled data set with the same classes; without one, images held out from the run's own.",
              option = "--test",
              takes = Setting.Takes.LABELED_DATASET,
              unset = "held-out images")
          String test,
      @Setting(
              label = "Held out",
              help =
                  "Without a test set: the share of images to test on. The run's own share, or else 0.1.",
              option = "--holdout",
              unset = "the run's own")
          Double holdout,
      @Setting(label = "k-NN votes", help = "Neighbors that vote.", option = "--k") Integer k,
      @Setting(
              label = "Temperature",
              help = "A neighbor's vote is exp(cos/T).",
              option = "--temperature",
              advanced = true)
          Double temperature,
      @Setting(
              label = "Probe epochs",
              help = "Passes of the linear probe.",
              option = "--probe-epochs")
          Integer probeEpochs,
      @Setting(label = "Seed", help = "Of the probe's draws.", option = "--seed", advanced = true)
          Long seed)
      implements Stage {
    public static final int K = 20;
    public static final double TEMPERATURE = 0.1;

    public Evaluate {
      source = Require.present("source", source);
      if (holdout != null) {
        Require.between("holdout", holdout, 0.001, 0.9);
        if (test != null) {
          throw new BadInput("choose either a test set or a holdout share, not both");
        }
      }
      k = Require.between("k", Require.or(k, K), 1, 10_000);
      temperature = Require.between("temperature", Require.or(temperature, TEMPERATURE), 1e-3, 1e3);
      probeEpochs = Require.between("probe epochs", Require.or(probeEpochs, 100), 1, 10_000);
      seed = Require.or(seed, 1L);
    }

    @Override
    public String title() {
      return "evaluate";
    }

    @Override
    public String input() {
      return source;
    }

    @Override
    public Stage withInput(String input) {
      return new Evaluate(input, test, holdout, k, temperature, probeEpochs, seed);
    }
  }
}
