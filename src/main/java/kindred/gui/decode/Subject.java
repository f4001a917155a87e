package kindred.gui.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import kindred.gui.core.Answered;
import kindred.gui.core.Notices;
import kindred.gui.picture.Pictures;
import kindred.gui.picture.PixelImages;
import kindred.run.LiveAnswer.Decoded;
import kindred.run.LiveImage;
import kindred.run.LiveProcess;
import kindred.run.LiveRequest;

/**
 * The latent space whose vectors are decoded. For the application thread; a process of its own
 * computes, and answers come back on that thread.
 *
 * @param run its id
 * @param pictures of its data set
 * @param normal whether its vectors have a normal prior
 */
record Subject(
    String run,
    LiveProcess process,
    Notices notices,
    Axes axes,
    Pictures pictures,
    boolean normal) {
  /** The vector of an image of the data set. */
  void embed(int image, Consumer<float[]> done, Consumer<String> failed) {
    Answered.tell(
        process.ask(new LiveRequest.Embed(LiveImage.of(image))),
        notices,
        embedded -> done.accept(embedded.vector()),
        failed);
  }

  /**
   * Decodes vectors, unless others of the same lane come before their turn does.
   *
   * @param vectors one after another
   */
  void decode(float[] vectors, String lane, Consumer<Decoded> done, Consumer<String> failed) {
    Answered.tell(process.askLatest(new LiveRequest.Decode(vectors), lane), notices, done, failed);
  }

  /** Each picture as an image. */
  static List<Image> images(Decoded decoded) {
    int bytes = decoded.channels() * decoded.size() * decoded.size();
    List<Image> images = new ArrayList<>();
    for (int at = 0; at < decoded.pixels().length; at += bytes) {
      images.add(
          PixelImages.of(
              Arrays.copyOfRange(decoded.pixels(), at, at + bytes),
              decoded.channels(),
              decoded.size(),
              decoded.size()));
    }
    return images;
  }
}
