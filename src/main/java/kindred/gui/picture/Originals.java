package kindred.gui.picture;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.image.Image;
import kindred.data.ImageSet;
import kindred.data.SourceFile;
import kindred.data.SourceList;
import kindred.data.Square;
import kindred.data.UnusableImage;
import kindred.experiment.BadInput;
import kindred.gui.core.Background;

/**
 * The images of a data set as the files have them that they were packed from, where these are still
 * in place and sharper. Reading happens in the background, one after another, the latest wish
 * first; a few are kept. For the application thread.
 */
public final class Originals {
  private static final int SIDE = 512;
  private static final int KEPT = 24; // of 1 MB each
  private static final int MOST_WISHES = 16;

  private final ImageSet set;
  private final Background background;
  private final LinkedHashMap<Integer, Optional<Image>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Wish> wishes = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper found = new ReadOnlyBooleanWrapper();
  private SourceList sources; // of whichever background thread is reading
  private boolean reading;

  private record Wish(int image, Consumer<Image> whenThere) {}

  public Originals(ImageSet set, Background background) {
    this.set = set;
    this.background = background;
  }

  /** Whether any of the images asked for so far has a sharper original. */
  public ReadOnlyBooleanProperty foundProperty() {
    return found.getReadOnlyProperty();
  }

  /**
   * Hands over an image soon, or at once if it is kept; never, if there is no sharper original or
   * many other wishes came after this one.
   */
  public void load(int image, Consumer<Image> whenThere) {
    Optional<Image> there = kept.get(image);
    if (there != null) {
      there.ifPresent(whenThere);
      return;
    }
    wishes.addFirst(new Wish(image, whenThere));
    while (wishes.size() > MOST_WISHES) {
      wishes.removeLast();
    }
    readOn();
  }

  private void readOn() {
    if (reading || wishes.isEmpty()) {
      return;
    }
    Wish next = wishes.removeFirst();
    Optional<Image> there = kept.get(next.image());
    if (there != null) {
      there.ifPresent(next.whenThere());
      readOn();
      return;
    }
    reading = true;
    background.run(() -> read(next.image()), image -> arrived(next, image));
  }

  private Optional<Image> read(int image) {
    try {
      if (sources == null) {
        sources = SourceList.of(set);
      }
      Optional<String> name = sources.source(image);
      Optional<SourceFile> file =
          name.isEmpty() ? Optional.empty() : SourceFile.of(set, name.get());
      Optional<Square> square =
          file.isEmpty() ? Optional.empty() : file.get().sharper(set, image, SIDE);
      return square.map(PixelImages::of);
    } catch (IOException | UnusableImage | BadInput gone) {
      return Optional.empty(); // the packed image is there all the same
    }
  }

  private void arrived(Wish wish, Optional<Image> image) {
    reading = false;
    kept.put(wish.image(), image);
    while (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    if (image.isPresent()) {
      found.set(true);
      wish.whenThere().accept(image.get());
    }
    readOn();
  }
}
