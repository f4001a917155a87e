package kindred.run;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import kindred.data.Batch;
import kindred.data.Batches;
import kindred.data.Epoch;
import kindred.data.ImageSet;
import kindred.export.Samples;
import kindred.torch.Chain;

/** Real images and vectors of a run, to try an exported model on. */
final class ModelSamples {
  private static final int COUNT = 100;

  private ModelSamples() {}

  /**
   * Images spread evenly over the run's data set, or vectors over what the run left.
   *
   * @throws kindred.experiment.BadInput if the data set is gone
   */
  static Samples of(Workspace workspace, RunFolder run, Chain chain) {
    return chain.takesImages()
        ? images(workspace.images(Embeddings.dataOf(run)), chain.format().size())
        : vectors(Embeddings.read(workspace, run));
  }

  private static Samples images(ImageSet images, int size) {
    int[] numbers = spread(images.count());
    Batches batches = Batches.inOrder(images, numbers, numbers.length, size, 1);
    try (Epoch epoch = batches.epoch(0, 0);
        Batch batch = epoch.next()) {
      ByteBuffer pixels = ByteBuffer.allocateDirect(batch.pixels().limit());
      pixels.put(0, batch.pixels(), 0, pixels.limit());
      return new Samples(numbers.length, pixels, null);
    }
  }

  private static Samples vectors(Embeddings embeddings) {
    int[] rows = spread(embeddings.numbers().length);
    int length = embeddings.dimension();
    float[] some = new float[rows.length * length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(embeddings.vectors(), rows[i] * length, some, i * length, length);
    }
    return new Samples(rows.length, null, some);
  }

  private static int[] spread(int count) {
    int some = Math.min(COUNT, count);
    return IntStream.range(0, some).map(i -> (int) ((long) i * count / some)).toArray();
  }
}
