package kindred.gui.decode;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;

/**
 * A vector that is moved along the strongest directions of its latent space, and what the decoder
 * makes of it. It begins as an image's vector or as the mean of all.
 */
final class DirectionsModel {
  /** So many directions. */
  static final int MOST = 8;

  /** How far one can go, in standard deviations; farther only if the image lies there itself. */
  static final double REACH = 3;

  private static final String LANE = "directions";

  private final List<Axis> axes = new ArrayList<>();
  private final ObjectProperty<Integer> start = new SimpleObjectProperty<>();
  private final IntegerProperty count = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<Image> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Subject subject;
  private float[] vector;
  private double[] home;
  private boolean moving;

  /** One direction: how far along it the vector is, and how far it may go either way. */
  record Axis(DoubleProperty place, DoubleProperty reach) {}

  DirectionsModel() {
    for (int i = 0; i < MOST; i++) {
      Axis axis = new Axis(new SimpleDoubleProperty(), new SimpleDoubleProperty(REACH));
      axis.place().addListener((property, before, now) -> moved());
      axes.add(axis);
    }
    start.addListener((property, before, now) -> begin());
  }

  /** Begins with the mean of a latent space. */
  void enter(Subject now) {
    subject = now;
    count.set(now.axes().count());
    picture.set(null);
    if (start.get() == null) {
      begin();
    } else {
      start.set(null);
    }
  }

  private void begin() {
    problem.set("");
    if (start.get() == null) {
      from(subject.axes().mean());
      return;
    }
    Subject of = subject;
    Integer image = start.get();
    subject.embed(
        image,
        embedded -> {
          if (of.equals(subject) && image.equals(start.get())) {
            from(embedded);
          }
        },
        problem::set);
  }

  private void from(float[] now) {
    vector = now;
    home = subject.axes().places(now);
    reset();
  }

  /** Goes back to where the vector began. */
  void reset() {
    if (vector == null) {
      return;
    }
    moving = true;
    for (int i = 0; i < home.length; i++) {
      axes.get(i).reach().set(Math.max(REACH, Math.ceil(Math.abs(home[i]))));
      axes.get(i).place().set(home[i]);
    }
    moving = false;
    moved();
  }

  private void moved() {
    if (moving || vector == null) {
      return;
    }
    double[] places = new double[home.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = axes.get(i).place().get();
    }
    Subject of = subject;
    subject.decode(
        subject.axes().moved(vector, home, places),
        LANE,
        decoded -> {
          if (of.equals(subject)) {
            problem.set("");
            picture.set(Subject.images(decoded).get(0));
          }
        },
        problem::set);
  }

  /** The directions, of which the first {@link #countProperty} are there. */
  List<Axis> axes() {
    return axes;
  }

  IntegerProperty countProperty() {
    return count;
  }

  /** The image that the vector begins as; null for the mean of all. */
  ObjectProperty<Integer> startProperty() {
    return start;
  }

  /** What the decoder makes of the vector; null until it is there. */
  ReadOnlyObjectProperty<Image> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** Why there is no picture, or empty. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
