package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import kindred.array.AtomicFile;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.ImageSet;
import kindred.data.Split;
import kindred.evaluate.Classified;
import kindred.evaluate.Evaluation;
import kindred.evaluate.Examples;
import kindred.evaluate.KnnClassifier;
import kindred.evaluate.LinearProbe;
import kindred.experiment.BadInput;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Json;
import kindred.experiment.TrainingPlan;
import kindred.experiment.TrainingStage;
import kindred.torch.Torch;
import kindred.train.Embedding;
import kindred.train.SavedEmbedder;

/** Measures a run's frozen encoder with a linear probe and a k-NN classifier. */
record EvaluateWork(EvaluateStage stage) implements StageWork {
  static final String EVALUATION = "evaluation.json";
  static final String PREDICTIONS = "predictions.npz";
  static final String PROBE = "probe.safetensors";

  /** Of a result: whether the encoder was trained on the test images, without labels. */
  static final String SAW_TEST_IMAGES = "encoderSawTestImages";

  /** The share held out when neither the user nor the encoder's run said one. */
  private static final double HOLDOUT = 0.1;

  @Override
  public JsonNode work(Workspace workspace, RunFolder run, Reporter reporter) {
    RunFolder source = workspace.run(stage.source());
    Embeddings embeddings = Embeddings.read(workspace, source);
    ImageSet images = embeddings.images();
    if (!images.labeled()) {
      throw new BadInput(
          "data set "
              + images.name()
              + " has no labels, which an evaluation needs; import it from class folders or with"
              + " --labels FILE");
    }
    int threads = Runtime.getRuntime().availableProcessors();
    Provenance.write(run, images, planOf(source), threads, null);
    try (Torch torch = Torch.open("cpu", threads)) {
      Task task =
          stage.test() == null
              ? heldOut(embeddings, planOf(source), reporter)
              : tested(torch, workspace, source, embeddings, threads, reporter);
      return task == null ? null : measure(torch, run, reporter, images, task);
    }
  }

  /**
   * What a classifier learns from and is tested on.
   *
   * @param tested the image of each test example
   */
  private record Task(
      Examples train, Examples test, int[] tested, String testName, boolean encoderSawTest) {}

  private Task heldOut(Embeddings embeddings, TrainingPlan plan, Reporter reporter) {
    double share =
        stage.holdout() != null ? stage.holdout() : plan.holdout() > 0 ? plan.holdout() : HOLDOUT;
    Split split = Split.of(embeddings.images(), share, plan.splitSeed(), 0);
    if (embeddings.images().keepsSplit() && stage.holdout() != null) {
      reporter.note("tested on the test images that the data set keeps, whatever share is given");
    }
    boolean[] test = new boolean[embeddings.numbers().length];
    boolean[] train = new boolean[test.length];
    boolean seen = false;
    for (int i = 0; i < test.length; i++) {
      test[i] = split.isHeldOut(embeddings.numbers()[i]);
      train[i] = !test[i];
      seen |= test[i] && !embeddings.heldOut()[i];
    }
    Embeddings heldOut = embeddings.where(test);
    return new Task(
        labeled(embeddings.where(train)),
        labeled(heldOut),
        labeledImages(heldOut),
        embeddings.images().name(),
        seen);
  }

  private Task tested(
      Torch torch,
      Workspace workspace,
      RunFolder source,
      Embeddings embeddings,
      int threads,
      Reporter reporter) {
    ImageSet test = workspace.images(stage.test());
    ImageSet images = embeddings.images();
    if (!test.info().classes().equals(images.info().classes())) {
      throw new BadInput(
          "test set "
              + test.name()
              + " has other classes than "
              + images.name()
              + ": "
              + test.info().classes()
              + " instead of "
              + images.info().classes());
    }
    SavedEmbedder embedder = Embedders.of(source, "cpu");
    EncoderInput.requireTakes(source, embedder.format(), test);
    int[] all = new int[test.count()];
    Arrays.setAll(all, i -> i);
    float[] vectors =
        Embedding.of(
            torch,
            embedder,
            test,
            all,
            threads,
            (done, total) -> reporter.progress("embedding test images", done, total),
            reporter::stopRequested);
    if (vectors == null) {
      return null;
    }
    Embeddings tested =
        new Embeddings(test, vectors, embeddings.dimension(), all, new boolean[all.length]);
    boolean same = test.info().fingerprint().equals(images.info().fingerprint());
    return new Task(
        labeled(embeddings.trainedOn()), labeled(tested), labeledImages(tested), test.name(), same);
  }

  /** The images that {@link #labeled} leaves, in the same order. */
  private static int[] labeledImages(Embeddings embeddings) {
    return Arrays.stream(embeddings.numbers())
        .filter(image -> embeddings.images().label(image) >= 0)
        .toArray();
  }

  private static Examples labeled(Embeddings embeddings) {
    Examples examples =
        Examples.labeled(
            embeddings.vectors(),
            embeddings.dimension(),
            embeddings.images().labels(embeddings.numbers()));
    if (examples.count() == 0) {
      throw new BadInput(
          "no labeled image of "
              + embeddings.images().name()
              + " is left to measure with; hold out another share");
    }
    return examples;
  }

  private JsonNode measure(
      Torch torch, RunFolder run, Reporter reporter, ImageSet images, Task task) {
    int classes = images.info().classes().size();
    if (task.encoderSawTest()) {
      reporter.note(
          "the encoder was trained on the test images too, without labels; train with --holdout"
              + " to keep them apart");
    }
    LinearProbe.Probed probed =
        LinearProbe.probe(
            torch,
            task.train(),
            task.test(),
            classes,
            stage.probeEpochs(),
            stage.seed(),
            epoch -> reporter.progress("linear probe", epoch, stage.probeEpochs()),
            reporter::stopRequested);
    if (probed == null) {
      return null;
    }
    Classified probe = probed.classified();
    reporter.note("linear probe done, k-NN follows");
    Classified knn =
        KnnClassifier.classify(
            torch, task.train(), task.test(), classes, stage.k(), stage.temperature());
    Evaluation evaluation =
        new Evaluation(
            stage.source(),
            images.name(),
            task.testName(),
            task.train().count(),
            task.test().count(),
            task.encoderSawTest(),
            images.info().classes(),
            stage,
            probe.accuracy(),
            knn.accuracy());
    int tested = task.tested().length;
    Npz.write(
        run.artifact(PREDICTIONS),
        Map.of(
            "images", NamedArray.ints(task.tested(), tested),
            "probe", NamedArray.ints(probe.predicted(), tested),
            "knn", NamedArray.ints(knn.predicted(), tested)));
    probed.classifier().write(run.artifact(PROBE), images.info().classes());
    AtomicFile.writeString(run.artifact(EVALUATION), Json.pretty(evaluation));
    ObjectNode result = Json.object();
    result.put("knn", knn.accuracy().top1());
    result.put("probe", probe.accuracy().top1());
    result.put("testImages", task.test().count());
    result.put(SAW_TEST_IMAGES, task.encoderSawTest());
    return result;
  }

  private static TrainingPlan planOf(RunFolder source) {
    return ((TrainingStage) source.stage()).training();
  }
}
