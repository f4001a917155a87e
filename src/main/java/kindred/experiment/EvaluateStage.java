package kindred.experiment;

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
public record EvaluateStage(
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

  public EvaluateStage {
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
    return new EvaluateStage(input, test, holdout, k, temperature, probeEpochs, seed);
  }
}
