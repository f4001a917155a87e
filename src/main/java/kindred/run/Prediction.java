package kindred.run;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import kindred.data.LoneImage;
import kindred.evaluate.LinearClassifier;
import kindred.experiment.BadInput;
import kindred.experiment.EvaluateStage;
import kindred.train.Embedding;

/**
 * What a model makes of image files that no data set has.
 *
 * @param files that could be read
 * @param vectors of them, files×dimension
 * @param dimension of a vector
 * @param guesses their classes, or empty without a probe
 * @param classes names of the classes
 */
public record Prediction(
    List<Path> files,
    float[] vectors,
    int dimension,
    List<LinearClassifier.Guess> guesses,
    List<String> classes) {
  private static final int BATCH = 64;

  /**
   * Embeds images, and classifies them if there is a probe.
   *
   * @param model an ONNX or TorchScript file, a folder with one, or else the name of a run
   * @param probe an evaluation of the run that the model comes from, or null
   * @param unusable told which files were left out and why
   * @throws BadInput if model and probe cannot be used together, or none of the files is an image
   */
  public static Prediction of(
      Workspace workspace,
      String model,
      String probe,
      List<Path> files,
      BiConsumer<Path, String> unusable,
      Embedding.Watcher watcher) {
    int threads = Runtime.getRuntime().availableProcessors();
    LinearClassifier.Named classifier = probe == null ? null : probe(workspace.run(probe));
    try (UsableModel usable = UsableModel.open(workspace, model, threads)) {
      if (classifier != null) {
        requireOf(workspace.run(probe), usable);
      }
      List<Path> read = new ArrayList<>();
      List<float[]> parts = new ArrayList<>();
      for (int from = 0; from < files.size(); from += BATCH) {
        List<Path> some = files.subList(from, Math.min(files.size(), from + BATCH));
        byte[][] images = images(some, usable, unusable);
        IntStream.range(0, images.length)
            .filter(i -> images[i] != null)
            .mapToObj(some::get)
            .forEach(read::add);
        add(parts, usable, images);
        watcher.embedded(from + some.size(), files.size());
      }
      if (read.isEmpty()) {
        throw new BadInput("none of the " + files.size() + " files is an image that can be read");
      }
      return of(read, parts, classifier);
    }
  }

  private static Prediction of(
      List<Path> read, List<float[]> parts, LinearClassifier.Named classifier) {
    int length = parts.stream().mapToInt(part -> part.length).sum();
    float[] vectors = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, vectors, at, part.length);
      at += part.length;
    }
    int dimension = length / read.size();
    if (classifier == null) {
      return new Prediction(read, vectors, dimension, List.of(), List.of());
    }
    if (classifier.classifier().dimension() != dimension) {
      throw new BadInput(
          "the probe takes vectors of "
              + classifier.classifier().dimension()
              + " numbers, but the model gives "
              + dimension
              + "; export the encoder alone");
    }
    List<LinearClassifier.Guess> guesses =
        IntStream.range(0, read.size())
            .mapToObj(row -> classifier.classifier().guess(vectors, row))
            .toList();
    return new Prediction(read, vectors, dimension, guesses, classifier.classes());
  }

  private static LinearClassifier.Named probe(RunFolder run) {
    Path file = Artifacts.of(run, Artifacts.PROBE);
    if (!java.nio.file.Files.exists(file)) {
      throw new BadInput(
          "run "
              + run.id()
              + " has no linear probe; name a finished evaluation, and evaluate again if it is of"
              + " an earlier version");
    }
    return LinearClassifier.read(file);
  }

  private static void requireOf(RunFolder evaluation, UsableModel model) {
    if (evaluation.stage() instanceof EvaluateStage stage && !stage.source().equals(model.run())) {
      throw new BadInput(
          evaluation.id()
              + " measured "
              + stage.source()
              + ", but the model is "
              + model.run()
              + "; evaluate that one");
    }
  }

  /** As the networks take them, null where a file is no image. */
  private static byte[][] images(
      List<Path> files, UsableModel model, BiConsumer<Path, String> unusable) {
    byte[][] images = new byte[files.size()][];
    String[] reasons = new String[files.size()];
    IntStream.range(0, images.length)
        .parallel()
        .forEach(
            i -> {
              try {
                byte[] pixels = LoneImage.read(files.get(i), model.dataset());
                images[i] = LoneImage.placed(pixels, model.dataset(), model.format().size());
              } catch (BadInput e) {
                reasons[i] = e.getMessage();
              }
            });
    for (int i = 0; i < reasons.length; i++) {
      if (reasons[i] != null) {
        unusable.accept(files.get(i), reasons[i]);
      }
    }
    return images;
  }

  private static void add(List<float[]> parts, UsableModel model, byte[][] images) {
    byte[][] usable = Arrays.stream(images).filter(image -> image != null).toArray(byte[][]::new);
    if (usable.length == 0) {
      return;
    }
    ByteBuffer pixels = ByteBuffer.allocateDirect(usable.length * model.format().bytes());
    Arrays.stream(usable).forEach(pixels::put);
    parts.add(model.embedder().embed(pixels.rewind(), usable.length));
  }
}
