package kindred.gui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import kindred.data.Augmentation;
import kindred.data.Batches;
import kindred.data.Draws;
import kindred.gui.core.Background;
import kindred.gui.data.Views.Look;
import kindred.gui.picture.PixelImages;

/**
 * What BYOL sees of some images, and would see with other strengths. Views are made in the
 * background; while some are being made, only the latest wish waits. For the application thread.
 */
final class AugmentationModel {
  private static final int SHOWN = 6;
  private static final long MOST_PIXELS = 6_000_000; // of all views that are shown
  private static final long SEED = 1; // a training's default

  private final Background background;
  private final ObjectProperty<Augmentation> first = new SimpleObjectProperty<>();
  private final ObjectProperty<Augmentation> second = new SimpleObjectProperty<>();
  private final IntegerProperty epoch = new SimpleIntegerProperty();
  private final IntegerProperty epochs = new SimpleIntegerProperty(2);
  private final ObservableList<Integer> images = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<Seen>> seen = new ReadOnlyObjectWrapper<>(List.of());
  private Opened opened;
  private boolean making;
  private boolean again;
  private boolean setting;
  private int choices;

  /**
   * What is seen of one image.
   *
   * @param views the first and the second view of each epoch, in turns
   */
  record Seen(int image, List<Image> views) {}

  AugmentationModel(Background background) {
    this.background = background;
    first.addListener((property, before, now) -> make());
    second.addListener((property, before, now) -> make());
    epoch.addListener((property, before, now) -> make());
    epochs.addListener((property, before, now) -> make());
  }

  /** Turns to a data set, with BYOL's own settings; null for none. */
  void show(Opened data) {
    opened = data;
    choices = 0;
    setting = true;
    images.clear();
    seen.set(List.of());
    if (data != null) {
      epoch.set(0);
      reset();
      chooseImages();
    }
    setting = false;
    make();
  }

  /** Back to what BYOL trains with. */
  void reset() {
    int size = Batches.networkSize(opened.set());
    first.set(Augmentation.byolFirst(size));
    second.set(Augmentation.byolSecond(size));
  }

  /** Whether these are the settings that BYOL trains with. */
  boolean asTrained() {
    int size = Batches.networkSize(opened.set());
    return Augmentation.byolFirst(size).equals(first.get())
        && Augmentation.byolSecond(size).equals(second.get());
  }

  /** Takes other images, a few classes if there are some. */
  void chooseImages() {
    if (opened == null) {
      return;
    }
    int count = opened.set().count();
    List<Integer> chosen = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    boolean labeled = opened.balance().labeled();
    int[] order = Draws.permutation(count, SEED, choices++);
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < count && chosen.size() < SHOWN; i++) {
        int label = opened.set().label(order[i]);
        boolean fresh = !labeled || !labels.contains(label);
        if (!chosen.contains(order[i]) && (fresh || pass == 1)) {
          chosen.add(order[i]);
          labels.add(label);
        }
      }
    }
    images.setAll(chosen);
    make();
  }

  /** Puts an image first among those that are shown. */
  void look(int image) {
    images.remove(Integer.valueOf(image));
    images.add(0, image);
    if (images.size() > SHOWN) {
      images.remove(SHOWN, images.size());
    }
    make();
  }

  /** Draws anew: goes on to the epochs after those that are shown. */
  void reshuffle() {
    epoch.set(epoch.get() + epochs.get());
  }

  private void make() {
    if (setting || opened == null || images.isEmpty()) {
      return;
    }
    if (making) {
      again = true;
      return;
    }
    making = true;
    Opened of = opened;
    Look look = new Look(first.get(), second.get(), SEED, epoch.get());
    int times = epochs.get();
    long each = 2L * times * of.set().info().height() * of.set().info().width();
    List<Integer> chosen =
        images.stream().limit(Math.max(1, MOST_PIXELS / Math.max(1, each))).toList();
    background.run(
        () -> see(of, chosen, look, times),
        made -> {
          making = false;
          if (of.equals(opened)) {
            seen.set(made);
          }
          if (again) {
            again = false;
            make();
          }
        });
  }

  private static List<Seen> see(Opened of, List<Integer> images, Look look, int epochs) {
    Views views = new Views(of.set());
    int channels = of.set().info().channels();
    List<Seen> all = new ArrayList<>();
    for (int image : images) {
      List<Image> made =
          views.of(image, look, epochs).stream()
              .map(pixels -> PixelImages.of(pixels, channels, views.size(), views.size()))
              .toList();
      all.add(new Seen(image, made));
    }
    return all;
  }

  ObjectProperty<Augmentation> firstProperty() {
    return first;
  }

  ObjectProperty<Augmentation> secondProperty() {
    return second;
  }

  /** The first epoch whose draws are shown, from 0. */
  IntegerProperty epochProperty() {
    return epoch;
  }

  /** How many epochs are shown beside one another. */
  IntegerProperty epochsProperty() {
    return epochs;
  }

  /** What is seen of each image. */
  ReadOnlyObjectProperty<List<Seen>> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  Opened opened() {
    return opened;
  }
}
