package kindred.gui.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import kindred.data.ImageSet;
import kindred.gui.core.Background;

/**
 * The images of one data set for views that show a few of many. Reading happens in the background,
 * the latest wish first, so that what is in sight now is not behind what was scrolled past; a
 * bounded number is kept. For the application thread.
 */
public final class Pictures {
  private static final long KEPT_BYTES = 64L << 20;
  private static final int MOST_WISHES = 1000;
  private static final int AT_ONCE = 64;

  private final ImageSet set;
  private final Background background;
  private final int capacity;
  private final LinkedHashMap<Integer, Image> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Integer, List<Consumer<Image>>> wishes = new HashMap<>();
  private final Deque<Integer> order = new ArrayDeque<>();
  private boolean reading;

  public Pictures(ImageSet set, Background background) {
    this.set = set;
    this.background = background;
    long each = 4L * set.info().height() * set.info().width() + 500;
    this.capacity = (int) Math.max(100, Math.min(20_000, KEPT_BYTES / each));
  }

  public ImageSet set() {
    return set;
  }

  /** The class of an image in words; empty if it has none. */
  public String className(int image) {
    List<String> classes = set.info().classes();
    int label = set.label(image);
    return label >= 0 && label < classes.size() ? classes.get(label) : "";
  }

  /**
   * Hands over an image, at once if it is kept and else soon. A wish that was overtaken by many
   * newer ones is never answered.
   */
  public void load(int image, Consumer<Image> whenThere) {
    Image there = kept.get(image);
    if (there != null) {
      whenThere.accept(there);
      return;
    }
    wishes
        .computeIfAbsent(
            image,
            number -> {
              order.addFirst(number);
              return new ArrayList<>();
            })
        .add(whenThere);
    while (order.size() > MOST_WISHES) {
      wishes.remove(order.removeLast());
    }
    readOn();
  }

  private void readOn() {
    if (reading || order.isEmpty()) {
      return;
    }
    List<Integer> next = new ArrayList<>();
    while (next.size() < AT_ONCE && !order.isEmpty()) {
      next.add(order.removeFirst());
    }
    reading = true;
    background.run(
        () -> {
          Map<Integer, Image> read = new LinkedHashMap<>();
          next.forEach(image -> read.put(image, PixelImages.of(set, image)));
          return read;
        },
        this::arrived);
  }

  private void arrived(Map<Integer, Image> read) {
    reading = false;
    read.forEach(
        (number, image) -> {
          kept.put(number, image);
          List<Consumer<Image>> waiting = wishes.remove(number);
          if (waiting != null) {
            waiting.forEach(wish -> wish.accept(image));
          }
        });
    while (kept.size() > capacity) {
      kept.remove(kept.keySet().iterator().next());
    }
    readOn();
  }
}
