package kindred.train;

import java.util.function.BooleanSupplier;
import kindred.data.Batch;
import kindred.data.Batches;
import kindred.data.Epoch;
import kindred.data.ImageSet;
import kindred.torch.Encoder;
import kindred.torch.Torch;

/** Representations of a data set's images. */
public final class Embedding {
  private static final int BATCH = 500;

  private Embedding() {}

  /** Told how many images are embedded. */
  @FunctionalInterface
  public interface Watcher {
    void embedded(long done, long total);
  }

  /**
   * Embeds images with a frozen encoder, unaugmented.
   *
   * @param numbers the images
   * @param threads that prepare batches
   * @param stop asked after every batch
   * @return a row for each image in their order, or null after a stop
   */
  public static float[] of(
      Torch torch,
      SavedEncoder saved,
      ImageSet images,
      int[] numbers,
      int threads,
      Watcher watcher,
      BooleanSupplier stop) {
    int latent = saved.spec().latent();
    float[] vectors = new float[Math.multiplyExact(numbers.length, latent)];
    int done = 0;
    Batches batches = Batches.inOrder(images, numbers, BATCH, saved.spec().size(), threads);
    try (Encoder encoder = saved.load(torch);
        Epoch epoch = batches.epoch(0, 0)) {
      for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
        try (Batch used = batch) {
          float[] some = encoder.embed(used.pixels(), used.count());
          System.arraycopy(some, 0, vectors, done * latent, some.length);
          done += used.count();
        }
        watcher.embedded(done, numbers.length);
        if (stop.getAsBoolean()) {
          return null;
        }
      }
    }
    return vectors;
  }
}
