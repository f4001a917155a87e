package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;

/**
 * The representations that a run left: {@code embeddings.npz}.
 *
 * @param numbers the image of each vector
 * @param heldOut whether it was held out of the training
 */
record Embeddings(
    ImageSet images, float[] vectors, int dimension, int[] numbers, boolean[] heldOut) {
  /**
   * Reads a run's embeddings.
   *
   * @throws BadInput if the run has none, or its data set is gone or another
   */
  static Embeddings read(Workspace workspace, RunFolder run) {
    Path file = run.artifact(TrainingWork.EMBEDDINGS);
    if (!Files.exists(file)) {
      throw new BadInput(
          "run "
              + run.id()
              + " ("
              + run.state().actualStatus()
              + ") has no embeddings; name a finished latent or byol run");
    }
    Map<String, NamedArray> arrays = Npz.read(file);
    NamedArray vectors = arrays.get("vectors");
    int rows = (int) vectors.shape()[0];
    int[] heldOut = arrays.get("held_out").toInts();
    boolean[] flags = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      flags[i] = heldOut[i] != 0;
    }
    return new Embeddings(
        workspace.images(dataOf(run)),
        vectors.toFloats(),
        (int) vectors.shape()[1],
        arrays.get("images").toInts(),
        flags);
  }

  static String dataOf(RunFolder run) {
    Stage stage = run.stage();
    if (stage instanceof TrainingStage training) {
      return training.data();
    }
    throw new BadInput("run " + run.id() + " is a " + stage.title() + " run and has no encoder");
  }

  /** Whether no image of the data set is without a vector. */
  boolean complete() {
    return numbers.length == images.count();
  }

  /** Only the images that were not held out. */
  Embeddings trainedOn() {
    return where(false);
  }

  /** Only the images that were held out. */
  Embeddings heldOutOnly() {
    return where(true);
  }

  private Embeddings where(boolean wanted) {
    boolean[] keep = new boolean[heldOut.length];
    for (int i = 0; i < keep.length; i++) {
      keep[i] = heldOut[i] == wanted;
    }
    return where(keep);
  }

  /** Only the rows marked. */
  Embeddings where(boolean[] keep) {
    int count = 0;
    for (boolean one : keep) {
      count += one ? 1 : 0;
    }
    float[] some = new float[count * dimension];
    int[] chosen = new int[count];
    boolean[] flags = new boolean[count];
    int to = 0;
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        System.arraycopy(vectors, i * dimension, some, to * dimension, dimension);
        chosen[to] = numbers[i];
        flags[to++] = heldOut[i];
      }
    }
    return new Embeddings(images, some, dimension, chosen, flags);
  }
}
