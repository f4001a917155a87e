package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import kindred.array.RowKeys;
import kindred.array.VectorFormat;
import kindred.array.Vectors;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.torch.Torch;
import kindred.train.Embedding;
import kindred.train.SavedEmbedder;

/** Writes the representations of a data set's images into a file, for other programs. */
public final class VectorExport {
  private VectorExport() {}

  /** What was written: so many vectors of so many numbers. */
  public record Written(int images, int dimension) {}

  /**
   * Writes a vector for each image, in the format of the file's suffix, whole or not at all.
   *
   * @param name of a run with an encoder
   * @param data the data set, or null for the run's own. Vectors the run has already are copied
   * @throws BadInput if one of them is missing, the images do not fit the encoder, or the suffix is
   *     unknown
   */
  public static Written write(
      Workspace workspace, String name, String data, Path out, Embedding.Watcher watcher) {
    VectorFormat.of(out);
    Path folder = out.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInput("there is no folder " + folder + " to write " + out.getFileName() + " to");
    }
    RunFolder run = workspace.run(name);
    Embeddings own = Embeddings.read(workspace, run);
    ImageSet images = data == null ? own.images() : workspace.images(data);
    boolean complete = images.name().equals(own.images().name()) && own.complete();
    float[] values = complete ? own.vectors() : embed(run, images, watcher);
    Vectors vectors = new Vectors(values, images.count(), own.dimension(), RowKeys.NONE);
    vectors.write(out);
    return new Written(vectors.count(), vectors.dimension());
  }

  private static float[] embed(RunFolder run, ImageSet images, Embedding.Watcher watcher) {
    SavedEmbedder embedder = Embedders.of(run, "cpu");
    EncoderInput.requireTakes(run, embedder.format(), images);
    int threads = Runtime.getRuntime().availableProcessors();
    int[] all = IntStream.range(0, images.count()).toArray();
    try (Torch torch = Torch.open("cpu", threads)) {
      return Embedding.of(torch, embedder, images, all, threads, watcher, () -> false);
    }
  }
}
