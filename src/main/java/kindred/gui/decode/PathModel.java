package kindred.gui.decode;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import kindred.data.ImageSet;
import kindred.run.LiveAnswer.Decoded;

/** The way from one image's vector to another's, and what the decoder makes of it. */
final class PathModel {
  /** Steps of the strip, both ends included. */
  static final int STEPS = 9;

  private final ObjectProperty<Integer> from = new SimpleObjectProperty<>();
  private final ObjectProperty<Integer> to = new SimpleObjectProperty<>();
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.LINEAR);
  private final DoubleProperty share = new SimpleDoubleProperty(0.5);
  private final ReadOnlyObjectWrapper<Image> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Decoded> decodedStrip = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Image> strip = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Subject subject;
  private float[] fromVector;
  private float[] toVector;

  PathModel() {
    from.addListener((property, before, now) -> embed(from, vector -> fromVector = vector));
    to.addListener((property, before, now) -> embed(to, vector -> toVector = vector));
    way.addListener((property, before, now) -> redraw());
    share.addListener((property, before, now) -> draw());
  }

  /** Begins with two images of a latent space's data set, of different classes if it has some. */
  void enter(Subject now) {
    subject = now;
    way.set(Way.LINEAR);
    picture.set(null);
    strip.clear();
    decodedStrip.set(null);
    from.set(null);
    to.set(null);
    ImageSet set = now.pictures().set();
    from.set(0);
    to.set(other(set));
  }

  private static int other(ImageSet set) {
    for (int image = 1; image < set.count(); image++) {
      if (set.label(image) != set.label(0)) {
        return image;
      }
    }
    return set.count() - 1;
  }

  private void embed(ObjectProperty<Integer> end, Consumer<float[]> keep) {
    keep.accept(null);
    Integer image = end.get();
    if (image == null) {
      return;
    }
    Subject of = subject;
    subject.embed(
        image,
        vector -> {
          if (of.equals(subject) && image.equals(end.get())) {
            keep.accept(vector);
            redraw();
          }
        },
        problem::set);
  }

  private void redraw() {
    draw();
    drawStrip();
  }

  private void draw() {
    if (fromVector != null && toVector != null) {
      decode(
          way.get().between(fromVector, toVector, share.get()),
          "path",
          decoded -> picture.set(Subject.images(decoded).get(0)));
    }
  }

  private void drawStrip() {
    if (fromVector == null || toVector == null) {
      return;
    }
    float[] all = new float[STEPS * fromVector.length];
    for (int step = 0; step < STEPS; step++) {
      float[] one = way.get().between(fromVector, toVector, step / (STEPS - 1.0));
      System.arraycopy(one, 0, all, step * one.length, one.length);
    }
    decode(
        all,
        "strip",
        decoded -> {
          decodedStrip.set(decoded);
          strip.setAll(Subject.images(decoded));
        });
  }

  private void decode(float[] vectors, String lane, Consumer<Decoded> done) {
    Subject of = subject;
    subject.decode(
        vectors,
        lane,
        decoded -> {
          if (of.equals(subject)) {
            problem.set("");
            done.accept(decoded);
          }
        },
        problem::set);
  }

  /** Whether the sphere is a way here: only where vectors have a normal prior. */
  List<Way> ways() {
    return subject != null && subject.normal() ? List.of(Way.values()) : List.of(Way.LINEAR);
  }

  /** The image it begins with. */
  ObjectProperty<Integer> fromProperty() {
    return from;
  }

  /** The image it ends with. */
  ObjectProperty<Integer> toProperty() {
    return to;
  }

  ObjectProperty<Way> wayProperty() {
    return way;
  }

  /** How far one has gone, 0 to 1. */
  DoubleProperty shareProperty() {
    return share;
  }

  /** What the decoder makes of the vector there; null until it is there. */
  ReadOnlyObjectProperty<Image> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** Pictures at equal steps. */
  ObservableList<Image> strip() {
    return strip;
  }

  /** The same as pixels; null until they are there. */
  ReadOnlyObjectProperty<Decoded> decodedStripProperty() {
    return decodedStrip.getReadOnlyProperty();
  }

  /** Why there is no picture, or empty. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
