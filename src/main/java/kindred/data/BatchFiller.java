package kindred.data;

import java.nio.ByteBuffer;
import java.util.List;

/** Makes the views of single images into their places in a batch; one per thread. */
final class BatchFiller {
  private final ImageSet set;
  private final List<View> views;
  private final long seed;
  private final Augmenter augmenter;
  private final Draws draws = new Draws();
  private final byte[] image;
  private final byte[] view;

  BatchFiller(ImageSet set, List<View> views, int size, long seed) {
    DatasetInfo info = set.info();
    this.set = set;
    this.views = views;
    this.seed = seed;
    this.augmenter = new Augmenter(info.channels(), info.height(), info.width(), size);
    this.image = new byte[info.imageBytes()];
    this.view = new byte[info.channels() * size * size];
  }

  /** Fills in all views of the batch's image at a place, leaving the buffer's position alone. */
  void fill(Batch batch, int place, int number) {
    ByteBuffer pixels = batch.pixels();
    int loaded = -1;
    for (int v = 0; v < views.size(); v++) {
      // two streams a view, so that the choice of an image never shifts the augmentation's draws
      View how = views.get(v);
      int chosen = how.imageFor(number, draws, seed, batch.epoch(), v);
      if (chosen != loaded) {
        set.pixels(chosen, image, 0);
        loaded = chosen;
      }
      draws.startStream(seed, batch.epoch(), number, 2L * v);
      augmenter.view(
          chosen == number ? how.augmentation() : how.ofAnother(), image, draws, view, 0);
      pixels.put((v * batch.count() + place) * view.length, view);
    }
  }
}
