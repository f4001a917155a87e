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
import kindred.data.SourceFiles;
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

  private final SourceFiles files;
  private final Background background;
  private final LinkedHashMap<Integer, Optional<Image>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Wish> wishes = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
  private boolean found;
  private boolean reading;

  private record Wish(int image, Consumer<Image> whenThere) {}

  /**
   * @param files closed by {@link #close}
   */
  public Originals(SourceFiles files, Background background) {
    this.files = files;
    this.background = background;
  }

  /** Whether images were asked for and none of them has a sharper original. */
  public ReadOnlyBooleanProperty noneProperty() {
    return none.getReadOnlyProperty();
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

  /** Lets go of the files; nothing is handed over any more. */
  public void close() {
    wishes.clear();
    background.run(
        () -> {
          files.close();
          return null;
        },
        nothing -> {});
  }

  private void readOn() {
    while (!reading && !wishes.isEmpty()) {
      Wish next = wishes.removeFirst();
      Optional<Image> there = kept.get(next.image());
      if (there != null) {
        there.ifPresent(next.whenThere());
      } else {
        reading = true;
        background.run(
            () -> read(next.image()),
            image -> arrived(next, image),
            unreadable -> arrived(next, Optional.empty()));
      }
    }
  }

  private Optional<Image> read(int image) {
    try {
      return files.sharper(image, SIDE).map(PixelImages::of);
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
    found |= image.isPresent();
    none.set(!found);
    image.ifPresent(wish.whenThere());
    readOn();
  }
}
