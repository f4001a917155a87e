package kindred.train;

import java.util.function.BooleanSupplier;
import kindred.data.Batch;
import kindred.data.Batches;
import kindred.data.Epoch;
import kindred.data.ImageSet;
import kindred.torch.Embedder;
import kindred.torch.Torch;

/**
 * Representations of some images, unaugmented. Keeps the images' buffers, so that it can be asked
 * again as an encoder learns.
 */
public final class Embedding {
  /** 256 images of 32×32, or 5 of 224×224; a ResNet-50 then has features of 268 MB. */
  private static final int PIXELS = 256 * 32 * 32;

  private final Torch torch;
  private final Batches batches;
  private final int count;

  /**
   * Prepares batches.
   *
   * @param numbers the images
   * @param size S of the encoder's input
   * @param threads that prepare batches
   */
  public Embedding(Torch torch, ImageSet images, int[] numbers, int size, int threads) {
    this.torch = torch;
    int atOnce = Math.max(1, PIXELS / (size * size));
    this.batches = Batches.inOrder(images, numbers, atOnce, size, threads);
    this.count = numbers.length;
  }

  /** Told how many images are embedded. */
  @FunctionalInterface
  public interface Watcher {
    void embedded(long done, long total);
  }

  /**
   * Embeds images, unaugmented.
   *
   * @param numbers the images
   * @param threads that prepare batches
   * @param stop asked after every batch
   * @return a row for each image in their order, or null after a stop
   */
  public static float[] of(
      Torch torch,
      SavedEmbedder saved,
      ImageSet images,
      int[] numbers,
      int threads,
      Watcher watcher,
      BooleanSupplier stop) {
    return new Embedding(torch, images, numbers, saved.format().size(), threads)
        .of(saved, watcher, stop);
  }

  /** The same images with an encoder as it is now. */
  public float[] of(SavedEmbedder saved) {
    return of(saved, (done, total) -> {}, () -> false);
  }

  private float[] of(SavedEmbedder saved, Watcher watcher, BooleanSupplier stop) {
    int latent = saved.latent();
    float[] vectors = new float[Math.multiplyExact(count, latent)];
    int done = 0;
    try (Embedder embedder = saved.load(torch);
        Epoch epoch = batches.epoch(0, 0)) {
      for (Batch batch = epoch.next(); batch != null; batch = epoch.next()) {
        try (Batch used = batch) {
          float[] some = embedder.embed(used.pixels(), used.count());
          System.arraycopy(some, 0, vectors, done * latent, some.length);
          done += used.count();
        }
        watcher.embedded(done, count);
        if (stop.getAsBoolean()) {
          return null;
        }
      }
    }
    return vectors;
  }
}
