package kindred.experiment;

/**
 * How a method is trained. A component left out (null) takes the default named here.
 *
 * @param epochs passes over the training images, 20
 * @param batch images in a step, 128
 * @param learningRate at its highest; 4e-4 for adam and adamw, 0.03 for sgd, 0.2 for lars
 * @param encoder the network that makes representations, conv
 * @param latent length of a representation, 128 with conv. A ResNet gives its own 512 or 2048
 *     pooled features (null), unless a length is asked for; then a linear layer makes it
 * @param weights a safetensors file of torchvision or of this program, or a run, whose encoder is
 *     the starting point; null for random first values
 * @param seed of every draw, 1
 * @param limit train on this many images only, chosen by the seed of the split; 0 for all
 * @param holdout share of the data set kept out of training for a later evaluation, 0
 * @param splitSeed chooses which images are held out or left out, 0. Runs with the same one agree
 * @param device {@code cpu} or {@code cuda:N}
 * @param threads CPU threads of the engine; 0 for one per core. Results repeat to the bit only with
 *     the same number
 * @param precision auto
 * @param optimizer adam
 * @param schedule of the learning rate, constant
 * @param ema decay τ of BYOL's moving average, 0.99; other methods have none
 * @param emaSchedule of that decay, constant
 */
public record TrainingPlan(
    Integer epochs,
    Integer batch,
    Double learningRate,
    Architecture encoder,
    Integer latent,
    String weights,
    Long seed,
    Integer limit,
    Double holdout,
    Long splitSeed,
    String device,
    Integer threads,
    Precision precision,
    OptimizerPlan optimizer,
    SchedulePlan schedule,
    Double ema,
    EmaSchedule emaSchedule) {
  public static final int EPOCHS = 20;
  public static final int BATCH = 128;
  public static final double LEARNING_RATE = 4e-4;
  public static final int LATENT = 128;
  public static final double EMA = 0.99;

  public TrainingPlan {
    epochs = Require.between("epochs", Require.or(epochs, EPOCHS), 1, 100_000);
    batch = Require.between("batch", Require.or(batch, BATCH), 2, 65_536);
    optimizer = Require.or(optimizer, OptimizerPlan.defaults());
    double usual = optimizer.kind().learningRate();
    learningRate = Require.between("learning rate", Require.or(learningRate, usual), 1e-9, 10);
    encoder = Require.or(encoder, Architecture.CONV);
    latent = encoder == Architecture.CONV ? Require.or(latent, LATENT) : latent;
    if (latent != null) {
      Require.between("latent", latent, 1, 16_384);
    }
    if (weights != null) {
      Require.present("weights", weights);
    }
    seed = Require.or(seed, 1L);
    limit = Require.between("limit", Require.or(limit, 0), 0, Integer.MAX_VALUE);
    holdout = Require.between("holdout", Require.or(holdout, 0.0), 0, 0.9);
    splitSeed = Require.or(splitSeed, 0L);
    device = Require.present("device", Require.or(device, "cpu"));
    threads = Require.between("threads", Require.or(threads, 0), 0, 1024);
    precision = Require.or(precision, Precision.AUTO);
    schedule = Require.or(schedule, SchedulePlan.defaults());
    if (schedule.warmup() >= epochs) {
      throw new BadInput(
          "warmup is "
              + schedule.warmup()
              + " epochs of "
              + epochs
              + "; shorten it or train for more epochs");
    }
    ema = Require.between("ema", Require.or(ema, EMA), 0, 1);
    emaSchedule = Require.or(emaSchedule, EmaSchedule.CONSTANT);
  }

  /** All defaults. */
  public static TrainingPlan defaults() {
    return new TrainingPlan(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null);
  }

  /** Whether anything but the default was asked of the moving average. */
  boolean averages() {
    return ema != EMA || emaSchedule != EmaSchedule.CONSTANT;
  }

  /** The same plan from another starting point. */
  public TrainingPlan withWeights(String start) {
    return new TrainingPlan(
        epochs,
        batch,
        learningRate,
        encoder,
        latent,
        start,
        seed,
        limit,
        holdout,
        splitSeed,
        device,
        threads,
        precision,
        optimizer,
        schedule,
        ema,
        emaSchedule);
  }
}
