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
  /** 256 images of 32×32, or 5 of 224×224; a ResNet-50 then has features of 268 MB. */
  private static final int PIXELS = 256 * 32 * 32;

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
    int size = saved.spec().size();
    int atOnce = Math.max(1, PIXELS / (size * size));
    Batches batches = Batches.inOrder(images, numbers, atOnce, size, threads);
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
