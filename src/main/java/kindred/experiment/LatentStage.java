package kindred.experiment;

/**
 * Learn a latent space.
 *
 * @param method how
 * @param data a data set of the workspace
 * @param beta vae: weight of the KL divergence, 2.5e-4; null for the other methods
 * @param codes ad: the images' codes; null for the other methods
 */
public record LatentStage(
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
    implements TrainingStage {
  public static final double BETA = 2.5e-4;

  /** With the method's own defaults. */
  public LatentStage(LatentMethod method, String data, TrainingPlan training) {
    this(method, data, null, null, training);
  }

  public LatentStage {
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
    return new LatentStage(method, data, beta, codes, training.withWeights(weights));
  }
}
