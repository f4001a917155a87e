package kindred.gui.map;

import java.util.function.Consumer;
import java.util.function.IntSupplier;
import kindred.data.ImageSet;
import kindred.data.SourceList;
import kindred.gui.core.Background;

/** The files that images came from, looked up in the background when first asked for. */
final class MapSources {
  private final Background background;
  private final ImageSet images;
  private volatile SourceList list; // read by whichever background thread comes first

  MapSources(Background background, ImageSet images) {
    this.background = background;
    this.images = images;
  }

  /**
   * Finds an image's file.
   *
   * @param wanted says which image is wanted when it is found
   * @param found told, unless another is wanted by then or nobody knows
   */
  void find(int image, IntSupplier wanted, Consumer<String> found) {
    background.run(
        () -> {
          synchronized (this) {
            if (list == null) {
              list = SourceList.of(images);
            }
          }
          return list.source(image);
        },
        source -> {
          if (wanted.getAsInt() == image) {
            source.ifPresent(found);
          }
        });
  }
}
