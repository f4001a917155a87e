package kindred.gui.data;

import java.util.ArrayList;
import java.util.List;
import kindred.data.Augmentation;
import kindred.data.Augmenter;
import kindred.data.Batches;
import kindred.data.Draws;
import kindred.data.ImageSet;

/**
 * Views of images exactly as training draws them: the same generator, keyed by seed, epoch, image
 * and view.
 */
final class Views {
  private final ImageSet set;
  private final int size;
  private final Augmenter augmenter;
  private final Draws draws = new Draws();
  private final byte[] pixels;

  /**
   * One image in several epochs.
   *
   * @param views for each epoch, the first view and the second, C×S×S each
   */
  record Sample(int image, List<List<byte[]>> views) {}

  /** For one thread. */
  Views(ImageSet set) {
    this.set = set;
    this.size = Batches.networkSize(set);
    this.augmenter =
        new Augmenter(set.info().channels(), set.info().height(), set.info().width(), size);
    this.pixels = new byte[set.info().imageBytes()];
  }

  /** Side of the views in pixels. */
  int size() {
    return size;
  }

  /** The views of an image in some epochs. */
  Sample of(int image, Look look, int epochs) {
    set.pixels(image, pixels, 0);
    List<List<byte[]>> views = new ArrayList<>();
    for (int epoch = 0; epoch < epochs; epoch++) {
      views.add(
          List.of(
              view(image, look.first(), look.seed(), look.epoch() + epoch, 0),
              view(image, look.second(), look.seed(), look.epoch() + epoch, 1)));
    }
    return new Sample(image, views);
  }

  /**
   * How views are made.
   *
   * @param epoch the first that is shown, from 0
   */
  record Look(Augmentation first, Augmentation second, long seed, int epoch) {}

  private byte[] view(int image, Augmentation how, long seed, int epoch, int number) {
    byte[] view = new byte[set.info().channels() * size * size];
    draws.startStream(seed, epoch, image, 2L * number);
    augmenter.view(how, pixels, draws, view, 0);
    return view;
  }
}
