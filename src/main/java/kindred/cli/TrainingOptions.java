package kindred.cli;

import kindred.experiment.Architecture;
import kindred.experiment.Precision;
import kindred.experiment.TrainingPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of everything that trains. */
final class TrainingOptions {
  @Option(names = "--epochs", description = "Passes over the images. Default: 20")
  Integer epochs;

  @Option(names = "--batch", description = "Images in a step. Default: 128")
  Integer batch;

  @Option(
      names = "--lr",
      description = "Learning rate. Default: 4e-4 (adam, adamw), 0.03 (sgd), 0.2 (lars)")
  Double learningRate;

  @Option(names = "--encoder", description = "${COMPLETION-CANDIDATES}. Default: conv")
  Architecture encoder;

  @Option(
      names = "--latent",
      description =
          "Length of a representation. Default: 128 with conv, else the ResNet's own features (512"
              + " or 2048)")
  Integer latent;

  @Option(
      names = "--weights",
      paramLabel = "RUN|FILE",
      description =
          "Start from a run's encoder, or from a safetensors file with the encoder's or"
              + " torchvision's names.")
  String weights;

  @Option(names = "--seed", description = "Of every draw. Default: 1")
  Long seed;

  @Option(names = "--limit", paramLabel = "IMAGES", description = "Train on so many images only.")
  Integer limit;

  @Option(
      names = "--holdout",
      paramLabel = "SHARE",
      description = "Keep this share out of training, for `evaluate`. Default: 0")
  Double holdout;

  @Option(names = "--split-seed", description = "Chooses the images that are held out. Default: 0")
  Long splitSeed;

  @Option(names = "--device", description = "cpu or cuda:N. Default: cpu")
  String device;

  @Option(names = "--threads", description = "CPU threads. Default: one per core")
  Integer threads;

  @Option(
      names = "--precision",
      description = "${COMPLETION-CANDIDATES}. Default: auto, bf16 where the processor has it")
  Precision precision;

  @Option(
      names = "--keep-every",
      paramLabel = "EPOCHS",
      description =
          "Keep the vectors of up to 5,000 images after every so many epochs, for maps that show"
              + " how they came about (`map --epochs`). Default: 0, never")
  Integer keepEvery;

  @Mixin UpdateOptions updates;

  TrainingPlan plan() {
    return new TrainingPlan(
        epochs,
        batch,
        learningRate,
        encoder,
        latent,
        weights,
        seed,
        limit,
        holdout,
        splitSeed,
        device,
        threads,
        precision,
        updates.optimizer(),
        updates.schedule(),
        updates.ema,
        updates.emaSchedule,
        keepEvery);
  }
}
