package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.experiment.BadInput;
import kindred.experiment.ByolStage;
import kindred.experiment.LatentMethod;
import kindred.experiment.LatentStage;
import kindred.export.Part;
import kindred.method.Byol;
import kindred.model.ConvNets;
import kindred.model.Network;
import kindred.model.ParameterSpec;
import kindred.torch.Chain;
import kindred.train.Checkpoints;
import kindred.train.SavedDecoder;
import kindred.train.SavedEncoder;

/** The networks that a run left, alone or one after another. */
final class TrainedParts {
  private static final String PROJECTOR = "projector";

  private TrainedParts() {}

  /**
   * Reads a part.
   *
   * @throws BadInput if the run has no such part, or a file is damaged
   */
  static Chain read(RunFolder run, Part part) {
    return switch (part) {
      case ENCODER -> {
        SavedEncoder saved = encoder(run);
        yield Chain.encoder(saved.spec().network(), saved.format(), saved.weights());
      }
      case DECODER -> {
        SavedDecoder saved = decoder(run);
        yield Chain.decoder(saved.spec().network(), saved.format(), saved.weights());
      }
      case AUTOENCODER -> {
        SavedEncoder first = encoder(run);
        SavedDecoder then = decoder(run);
        yield new Chain(
            List.of(
                new Chain.Link(first.spec().network(), first.weights()),
                new Chain.Link(then.spec().network(), then.weights())),
            first.format(),
            true,
            true);
      }
      case PROJECTION -> projection(run);
    };
  }

  private static SavedEncoder encoder(RunFolder run) {
    boolean codes =
        run.readableStage().orElse(null) instanceof LatentStage latent
            && latent.method() == LatentMethod.AD;
    return SavedEncoder.read(
        file(
            run,
            TrainingWork.ENCODER,
            codes
                ? "encoder, as no auto-decoder has; export its decoder or its embeddings"
                : "encoder; name a finished ae, vae or byol run"));
  }

  private static SavedDecoder decoder(RunFolder run) {
    return SavedDecoder.read(
        file(run, TrainingWork.DECODER, "decoder; name a finished latent run"));
  }

  /** The file that a part of one network is kept in. */
  static Path file(RunFolder run, Part part) {
    String name = part == Part.DECODER ? TrainingWork.DECODER : TrainingWork.ENCODER;
    return Artifacts.of(run, name);
  }

  private static Path file(RunFolder run, String name, String otherwise) {
    Path file = Artifacts.of(run, name);
    if (!Files.exists(file)) {
      throw new BadInput(
          "run " + run.id() + " (" + run.state().actualStatus() + ") has no " + otherwise);
    }
    return file;
  }

  /** The projector is of use for training alone, so that only checkpoints have it. */
  private static Chain projection(RunFolder run) {
    if (!(run.readableStage().orElse(null) instanceof ByolStage)) {
      throw new BadInput("run " + run.id() + " has no projector; name a finished byol run");
    }
    SavedEncoder first = encoder(run);
    Network projector =
        ConvNets.mlp(PROJECTOR, first.spec().latent(), Byol.HIDDEN, Byol.PROJECTION);
    Map<String, NamedArray> all =
        new Checkpoints(run.checkpoints())
            .newest()
            .orElseThrow(
                () ->
                    new BadInput(
                        "run "
                            + run.id()
                            + " has no checkpoint left, which would hold the projector; export the"
                            + " encoder alone"));
    Map<String, NamedArray> weights = new LinkedHashMap<>();
    for (ParameterSpec spec : projector.parameters()) {
      NamedArray weight = all.get(PROJECTOR + "." + spec.name());
      if (weight != null) {
        weights.put(spec.name(), weight);
      }
    }
    return new Chain(
        List.of(
            new Chain.Link(first.spec().network(), first.weights()),
            new Chain.Link(projector, weights)),
        first.format(),
        true,
        false);
  }
}
