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
import kindred.data.Augmentation;
import kindred.data.Batches;
import kindred.data.Draws;
import kindred.gui.core.Background;
import kindred.gui.data.Views.Look;
import kindred.gui.data.Views.Sample;

/**
 * What BYOL sees of some images, and would see with other strengths. Views are made in the
 * background; while some are being made, only the latest wish waits. For the application thread.
 */
final class AugmentationModel {
  private static final int SHOWN = 6;
  private static final long SEED = 1; // a training's default

  private final Background background;
  private final ObjectProperty<Augmentation> first = new SimpleObjectProperty<>();
  private final ObjectProperty<Augmentation> second = new SimpleObjectProperty<>();
  private final IntegerProperty epoch = new SimpleIntegerProperty();
  private final IntegerProperty epochs = new SimpleIntegerProperty(2);
  private final ObservableList<Integer> images = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<Sample>> samples =
      new ReadOnlyObjectWrapper<>(List.of());
  private Opened opened;
  private boolean making;
  private boolean again;
  private boolean setting;
  private int choices;

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
    samples.set(List.of());
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
    List<Integer> chosen = List.copyOf(images);
    int times = epochs.get();
    background.run(
        () -> {
          Views views = new Views(of.set());
          return chosen.stream().map(image -> views.of(image, look, times)).toList();
        },
        made -> {
          making = false;
          if (of.equals(opened)) {
            samples.set(made);
          }
          if (again) {
            again = false;
            make();
          }
        });
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
  ReadOnlyObjectProperty<List<Sample>> samplesProperty() {
    return samples.getReadOnlyProperty();
  }

  Opened opened() {
    return opened;
  }
}
