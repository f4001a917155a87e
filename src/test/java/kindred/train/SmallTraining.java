package kindred.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kindred.array.NamedArray;
import kindred.data.Batches;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.data.View;
import kindred.experiment.Architecture;
import kindred.experiment.Json;
import kindred.experiment.Precision;
import kindred.experiment.TrainingPlan;
import kindred.method.AutoEncoder;
import kindred.model.EncoderSpec;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Torch;

/** An auto-encoder on sixteen tiny images, two steps an epoch, with a check to try. */
public final class SmallTraining {
  private static final EncoderSpec ENCODER = new EncoderSpec(Architecture.CONV, 1, 8, 4);
  private static final ImageFormat FORMAT = new ImageFormat(1, 8, List.of(0.5), List.of(0.25));

  public final List<String> notes = new ArrayList<>();
  public final List<TrainingObserver.EpochReport> reports = new ArrayList<>();
  private final Path folder;
  private Map<String, NamedArray> tensors;

  /** Checkpoints go into {@code folder/checkpoint}. */
  public SmallTraining(Path folder) {
    this.folder = folder;
  }

  Path checkpoints() {
    return folder.resolve("checkpoint");
  }

  /** Everything the learner held at the end. */
  public Map<String, NamedArray> tensors() {
    return tensors;
  }

  /** The images it is trained on. */
  public ImageSet images() {
    return PackedImages.varied(folder.resolve("images"), 16, 1, 8, 8);
  }

  /** Goes on from the last checkpoint, as a resumed run does. */
  public Progress train(int epochs, EpochCheck check) {
    return train(epochs, torch -> check);
  }

  /** The same with a check that needs the engine. */
  public Progress train(int epochs, Function<Torch, EpochCheck> check) {
    TrainingPlan plan =
        Json.read("{\"epochs\":" + epochs + ",\"batch\":8}", TrainingPlan.class, "test");
    ImageSet images = images();
    int[] all = new int[images.count()];
    Arrays.setAll(all, i -> i);
    Batches batches = new Batches(images, all, plan.batch(), 8, List.of(View.plain()), 1, 1);
    Checkpoints checkpoints = new Checkpoints(checkpoints());
    try (Torch torch = Torch.open("cpu", 1);
        Learner learner = learner(torch)) {
      BetweenEpochs between = BetweenEpochs.NOTHING;
      Observer observer = new Observer();
      Trainer trainer =
          new Trainer(
              learner,
              batches,
              plan,
              between,
              checkpoints,
              check.apply(torch),
              observer,
              () -> false);
      Progress progress = trainer.train(checkpoints.restore(learner, observer));
      tensors = learner.save();
      return progress;
    }
  }

  static Learner learner(Torch torch) {
    return new Learner(torch, AutoEncoder.objective(ENCODER), FORMAT, Precision.FP32, 1);
  }

  /** An encoder as the learner has it now. */
  public static SavedEncoder encoder(Learner learner) {
    return new SavedEncoder(ENCODER, FORMAT, learner.tensors().network("encoder"));
  }

  private final class Observer implements TrainingObserver {
    @Override
    public void step(StepReport report) {}

    @Override
    public void epoch(EpochReport report) {
      reports.add(report);
    }

    @Override
    public void note(String sentence) {
      notes.add(sentence);
    }
  }
}
