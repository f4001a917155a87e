package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
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
import kindred.train.Progress;
import kindred.train.SavedEncoder;
import kindred.train.StartingWeights;
import kindred.train.Trainer;

/** Trains a method on a data set, keeps its encoder, and embeds every image with it. */
final class TrainingWork {
  static final String ENCODER = "encoder.safetensors";
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
    this.split = Split.of(images.count(), plan.holdout(), plan.splitSeed(), plan.limit());
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
              + split.train().length
              + " images to train on; at least 2 are needed: lower --holdout or raise --limit");
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
    return new SavedEncoder(encoder, format, learner.tensors().network(EncoderSpec.NETWORK));
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
      Progress progress;
      SavedEncoder trained;
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
                    health(torch, threads),
                    reporter,
                    reporter::stopRequested)
                .train(from);
        run.write(
            RunStates.progressed(
                run.state(), progress.epoch(), progress.step(), reporter.seconds()));
        if (progress.epoch() < plan.epochs()) {
          return null;
        }
        trained = online(learner);
      }
      trained.write(run.artifact(ENCODER));
      return embed(torch, trained, threads) ? Json.object().put("loss", progress.lastLoss()) : null;
    }
  }

  /** Watches the encoder in training. */
  private Health health(Torch torch, int threads) {
    int[] sample = Health.sample(split, plan.splitSeed());
    Embedding embedding = new Embedding(torch, images, sample, encoder.size(), threads);
    return new Health(
        torch,
        images,
        sample,
        learner -> embedding.of(online(learner)));
  }

  private void start(Learner learner, Objective objective) {
    Network network = objective.network(EncoderSpec.NETWORK);
    StartingWeights weights =
        StartingWeights.read(workspace.file(plan.weights(), ENCODER), network);
    learner.tensors().start(network.name(), weights.taken());
    weights.describe(reporter);
  }

  private boolean embed(Torch torch, SavedEncoder trained, int threads) {
    int[] all = split.all();
    float[] vectors =
        Embedding.of(
            torch,
            trained,
            images,
            all,
            threads,
            (done, total) -> reporter.progress("embedding images", done, total),
            reporter::stopRequested);
    if (vectors == null) {
      return false;
    }
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
}
