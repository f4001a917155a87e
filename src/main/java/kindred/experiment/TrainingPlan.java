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
 * @param keepEvery after every so many epochs, and the last, the vectors of some images are kept
 *     for maps that show how they came about; 0 for never
 */
public record TrainingPlan(
    @Setting(label = "Epochs", help = "Passes over the training images.", option = "--epochs")
        Integer epochs,
    @Setting(label = "Batch", unit = "images", help = "Images in a step.", option = "--batch")
        Integer batch,
    @Setting(label = "Learning rate", help = "At its highest.", option = "--lr")
        Double learningRate,
    @Setting(
            label = "Encoder",
            help = "The network that makes representations: four convolutions, or a ResNet.",
            option = "--encoder",
            when = "method!=ad",
            choices = {"Conv", "ResNet-18", "ResNet-50"})
        Architecture encoder,
    @Setting(
            label = "Latent size",
            help =
                "Length of a representation. A ResNet gives its 512 or 2,048 features unless a length is asked for.",
            option = "--latent",
            unset = "the ResNet's own")
        Integer latent,
    @Setting(
            label = "Start from",
            help =
                "A run whose encoder is the starting point, or a safetensors file with the encoder's or torchvision's names.",
            option = "--weights",
            advanced = true,
            when = "method!=ad",
            takes = Setting.Takes.WEIGHTS,
            unset = "random weights")
        String weights,
    @Setting(label = "Seed", help = "Of every draw.", option = "--seed") Long seed,
    @Setting(
            label = "Limit",
            unit = "images",
            help = "Train on so many images only; 0 for all.",
            option = "--limit",
            advanced = true)
        Integer limit,
    @Setting(
            label = "Held out",
            help = "Share of the images kept out of training, for an evaluation.",
            option = "--holdout")
        Double holdout,
    @Setting(
            label = "Split seed",
            help = "Chooses the images that are held out. Runs to be compared need the same.",
            option = "--split-seed",
            advanced = true)
        Long splitSeed,
    @Setting(
            label = "Device",
            help = "cpu, or cuda:0 for the first graphics card.",
            option = "--device",
            advanced = true)
        String device,
    @Setting(
            label = "Threads",
            help =
                "Of the CPU; 0 for one per core. Where other programs keep the cores busy, one thread is"
                    + " many times faster than several that wait for each other at every layer. Results"
                    + " repeat to the bit only with the same number.",
            option = "--threads",
            advanced = true)
        Integer threads,
    @Setting(
            label = "Precision",
            help = "auto is bf16 where the processor computes it, else fp32.",
            option = "--precision",
            advanced = true)
        Precision precision,
    @Setting(label = "Optimizer", advanced = true) OptimizerPlan optimizer,
    @Setting(label = "Learning rate schedule", advanced = true) SchedulePlan schedule,
    @Setting(
            label = "EMA decay",
            help = "Of the moving average that makes the target network.",
            option = "--ema",
            advanced = true,
            when = "stage=byol")
        Double ema,
    @Setting(
            label = "EMA schedule",
            help = "cosine ends at 1.",
            option = "--ema-schedule",
            advanced = true,
            when = "stage=byol")
        EmaSchedule emaSchedule,
    @Setting(
            label = "Keep vectors",
            unit = "epochs apart",
            help =
                "Of up to 5,000 images, for maps that show how they came about; 0 for the last epoch alone.",
            option = "--keep-every",
            advanced = true)
        Integer keepEvery) {
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
    keepEvery = Require.between("keep-every", Require.or(keepEvery, 0), 0, 100_000);
  }

  /** All defaults. */
  public static TrainingPlan defaults() {
    return new TrainingPlan(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null);
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
        emaSchedule,
        keepEvery);
  }
}
