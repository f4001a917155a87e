package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.Batches;
import kindred.data.ImageSet;
import kindred.data.Split;
import kindred.data.View;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Precision;
import kindred.experiment.TrainingPlan;
import kindred.metrics.NumberWords;
import kindred.model.EncoderSpec;
import kindred.model.Network;
import kindred.torch.Devices;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Objective;
import kindred.torch.Torch;
import kindred.train.BetweenEpochs;
import kindred.train.Checkpoints;
import kindred.train.Embedding;
import kindred.train.EpochCheck;
import kindred.train.Progress;
import kindred.train.SavedEncoder;
import kindred.train.StartingWeights;
import kindred.train.Trainer;

/**
 * Trains a method on a data set, keeps its encoder and its decoder, if it has them, and embeds
 * every image.
 */
final class TrainingWork {
  static final String ENCODER = "encoder.safetensors";
  static final String DECODER = "decoder.safetensors";
  static final String SHEETS = "sheets";
  static final String EMBEDDINGS = "embeddings.npz";

  private final Workspace workspace;
  private final RunFolder run;
  private final Reporter reporter;
  private final TrainingPlan plan;
  private final ImageSet images;
  private final Split split;
  private final EncoderSpec encoder;
  private final ImageFormat format;

  TrainingWork(
      Workspace workspace, RunFolder run, Reporter reporter, String data, TrainingPlan plan) {
    this.workspace = workspace;
    this.run = run;
    this.reporter = reporter;
    this.plan = plan;
    this.images = workspace.images(data);
    this.split = Split.of(images, plan.holdout(), plan.splitSeed(), plan.limit());
    this.encoder =
        EncoderSpec.of(
            plan.encoder(), images.info().channels(), Batches.networkSize(images), plan.latent());
    this.format =
        new ImageFormat(
            encoder.channels(), encoder.size(), images.info().mean(), images.info().std());
    if (split.train().length < 2) {
      throw new BadInput(
          "data set "
              + data
              + " leaves "
              + NumberWords.count(split.train().length, "image", "images")
              + " to train on; at least 2 are needed: lower --holdout or raise --limit");
    }
  }

  ImageSet images() {
    return images;
  }

  Split split() {
    return split;
  }

  EncoderSpec encoder() {
    return encoder;
  }

  /** The encoder as it is now. */
  SavedEncoder online(Learner learner) {
    return SavedEncoder.of(encoder, format, learner);
  }

  /** Trains, then writes the artifacts; null after a stop. */
  JsonNode work(Objective objective, List<View> views) {
    return work(objective, views, BetweenEpochs.NOTHING);
  }

  /** Trains, then writes the artifacts; null after a stop. */
  JsonNode work(Objective objective, List<View> views, BetweenEpochs between) {
    int threads = plan.threads() > 0 ? plan.threads() : Runtime.getRuntime().availableProcessors();
    try (Torch torch = Torch.open(plan.device(), threads)) {
      Precision precision = Devices.precision(plan.precision(), plan.device());
      Provenance.write(run, images, plan, torch.threads(), precision);
      reporter.note(Devices.explained(plan.precision(), plan.device()));
      if (images.keepsSplit()) {
        reporter.note("held out: the " + split.heldOut().length + " test images of the data set");
      }
      Representation representation = new Representation(images, split, encoder, format, objective);
      Progress progress;
      float[] codes;
      Batches batches =
          new Batches(
              images, split.train(), plan.batch(), encoder.size(), views, plan.seed(), threads);
      try (Learner learner =
          new Learner(torch, objective, format, precision, plan.optimizer(), plan.seed())) {
        Checkpoints checkpoints = new Checkpoints(run.checkpoints(), between);
        Progress from = checkpoints.restore(learner, reporter);
        if (from.step() == 0 && plan.weights() != null) {
          start(learner, objective);
        }
        progress =
            new Trainer(
                    learner,
                    batches,
                    plan,
                    between,
                    checkpoints,
                    check(torch, representation, threads),
                    reporter,
                    reporter::stopRequested)
                .train(from);
        run.write(
            RunStates.progressed(
                run.state(), progress.epoch(), progress.step(), reporter.seconds()));
        if (progress.epoch() < plan.epochs()) {
          return null;
        }
        representation.keep(learner, run);
        codes = representation.codes(learner);
      }
      return embed(torch, codes, threads) ? Json.object().put("loss", progress.lastLoss()) : null;
    }
  }

  /** Keeps some images' vectors after those epochs that were asked for, and looks at them all. */
  private EpochCheck check(Torch torch, Representation representation, int threads) {
    EpochCheck health = health(torch, representation, threads);
    if (plan.keepEvery() == 0) {
      return health;
    }
    int[] kept = EpochVectors.sample(split, plan.splitSeed());
    Function<Learner, float[]> vectors = representation.ofTrained(torch, kept, threads);
    return (learner, progress) -> {
      if (EpochVectors.due(progress.epoch(), plan.epochs(), plan.keepEvery())) {
        new EpochVectors(progress.epoch(), kept, vectors.apply(learner), encoder.latent())
            .write(run);
      }
      return health.check(learner, progress);
    };
  }

  /** Watches the representations in training, and draws what its decoder makes of them. */
  private EpochCheck health(Torch torch, Representation representation, int threads) {
    int[] sample = Health.sample(split, plan.splitSeed());
    Health health =
        new Health(torch, images, sample, representation.ofTrained(torch, sample, threads));
    return representation
        .sheets(torch, run.artifact(SHEETS), plan.epochs(), threads)
        .map(
            sheets ->
                (EpochCheck)
                    (learner, progress) -> {
                      sheets.draw(torch, learner, progress.epoch());
                      return health.check(learner, progress);
                    })
        .orElse(health);
  }

  private void start(Learner learner, Objective objective) {
    Network network = objective.network(EncoderSpec.NETWORK);
    StartingWeights weights =
        StartingWeights.read(workspace.file(plan.weights(), ENCODER), network);
    learner.tensors().start(network.name(), weights.taken());
    weights.describe(reporter);
  }

  /**
   * Embeds what has no vector yet.
   *
   * @param codes the training images' vectors, if the training itself gave them some
   * @return false after a stop
   */
  private boolean embed(Torch torch, float[] codes, int threads) {
    int[] all = split.all();
    int[] unknown = codes == null ? all : split.heldOut();
    float[] found =
        unknown.length == 0
            ? new float[0]
            : Embedding.of(
                torch,
                Embedders.of(run, plan.device()),
                images,
                unknown,
                threads,
                (done, total) -> reporter.progress("embedding images", done, total),
                reporter::stopRequested);
    if (found == null) {
      return false;
    }
    float[] vectors = codes == null ? found : inOrder(all, codes, found);
    byte[] heldOut = new byte[all.length];
    for (int i = 0; i < all.length; i++) {
      heldOut[i] = (byte) (split.isHeldOut(all[i]) ? 1 : 0);
    }
    Npz.write(
        run.artifact(EMBEDDINGS),
        Map.of(
            "vectors", NamedArray.floats(vectors, all.length, encoder.latent()),
            "images", NamedArray.ints(all, all.length),
            "held_out", NamedArray.bytes(heldOut, all.length)));
    return true;
  }

  /** Puts the vectors of the training images and of the held-out ones into one order of images. */
  private float[] inOrder(int[] all, float[] trained, float[] heldOut) {
    int latent = encoder.latent();
    FloatBuffer ofTrained = FloatBuffer.wrap(trained);
    FloatBuffer ofHeldOut = FloatBuffer.wrap(heldOut);
    float[] vectors = new float[all.length * latent];
    for (int i = 0; i < all.length; i++) {
      (split.isHeldOut(all[i]) ? ofHeldOut : ofTrained).get(vectors, i * latent, latent);
    }
    return vectors;
  }
}
