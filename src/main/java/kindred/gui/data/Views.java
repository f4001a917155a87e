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

  /** The first and the second view of an image, C×S×S each, in one epoch after another. */
  List<byte[]> of(int image, Look look, int epochs) {
    set.pixels(image, pixels, 0);
    List<byte[]> views = new ArrayList<>();
    for (int epoch = look.epoch(); epoch < look.epoch() + epochs; epoch++) {
      views.add(view(image, look.first(), look.seed(), epoch, 0));
      views.add(view(image, look.second(), look.seed(), epoch, 1));
    }
    return views;
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
