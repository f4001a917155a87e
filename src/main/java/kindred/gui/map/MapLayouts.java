package kindred.gui.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import kindred.experiment.MapPlan;
import kindred.experiment.MapPlan.Method;
import kindred.gui.core.Activity;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.projection.EpochMaps;
import kindred.projection.ImageMap;
import kindred.run.Event;
import kindred.run.MapProcess;
import kindred.run.Maps;
import kindred.run.RunFolder;

/**
 * The maps of a run, one for each method, and one for each epoch whose vectors it kept: which there
 * are, which is shown, and which are being computed. For the application thread.
 */
final class MapLayouts {
  private final Session session;
  private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.PCA);
  private final ReadOnlyObjectWrapper<ImageMap> map = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Method> missing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Integer>> epochs =
      new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanProperty overEpochs = new SimpleBooleanProperty();
  private final IntegerProperty place = new SimpleIntegerProperty();
  private final ReadOnlyIntegerWrapper places = new ReadOnlyIntegerWrapper();
  private final Map<Wish, Activity> underWay = new HashMap<>();
  private RunFolder run;
  private EpochMaps ofEpochs;

  /**
   * What is asked for; the runs' ids and not their folders, which are made anew again and again.
   */
  private record Wish(String run, Method method, boolean overEpochs) {}

  /**
   * What there is of a wish.
   *
   * @param last the map of the vectors that the run ended with, or null
   * @param epochs the maps of its epochs, or null
   */
  private record Answer(ImageMap last, EpochMaps epochs) {
    boolean isNothing() {
      return last == null && epochs == null;
    }
  }

  MapLayouts(Session session) {
    this.session = session;
    method.addListener((property, before, now) -> look());
    overEpochs.addListener((property, before, now) -> look());
    place.addListener((property, before, now) -> showEpoch());
  }

  /** Turns to a run; null for none. */
  void show(RunFolder of) {
    boolean other = run == null || of == null || !run.id().equals(of.id());
    run = of;
    if (other) {
      map.set(null);
      ofEpochs = null;
      epochs.set(List.of());
      overEpochs.set(false);
    }
    look();
    if (of != null) {
      session
          .background()
          .run(
              () -> Maps.epochs(of),
              kept -> {
                if (run == of) {
                  epochs.set(kept);
                }
              });
    }
  }

  private Wish wish() {
    return run == null ? null : new Wish(run.id(), method.get(), overEpochs.get());
  }

  /** Shows what is wished for, if it is there. */
  private void look() {
    problem.set("");
    missing.set(null);
    Wish wish = wish();
    activity.set(wish == null ? null : underWay.get(wish));
    if (wish == null) {
      return;
    }
    RunFolder asked = run;
    session
        .background()
        .run(
            () -> find(asked, wish),
            found -> looked(wish, found),
            failure -> failed(wish, failure));
  }

  /** PCA is computed where it is missing, as it takes a moment only. */
  private Answer find(RunFolder asked, Wish wish) {
    boolean atOnce = wish.method() == Method.PCA;
    if (wish.overEpochs()) {
      EpochMaps found =
          atOnce
              ? Maps.computeEpochs(
                  session.workspace(), asked.id(), MapPlan.of(Method.PCA), event -> {}, () -> false)
              : Maps.readEpochs(asked, wish.method()).orElse(null);
      return new Answer(null, found);
    }
    Optional<ImageMap> kept = Maps.read(asked, wish.method());
    return new Answer(
        kept.isEmpty() && atOnce ? Maps.pca(session.workspace(), asked.id()) : kept.orElse(null),
        null);
  }

  private void looked(Wish wish, Answer found) {
    if (!wish.equals(wish())) {
      return;
    }
    missing.set(found.isNothing() ? wish.method() : null);
    if (found.epochs() != null) {
      ofEpochs = found.epochs();
      places.set(ofEpochs.epochs().length);
      place.set(places.get() - 1);
      showEpoch();
    } else if (found.last() != null) {
      ofEpochs = null;
      map.set(found.last());
    }
  }

  private void showEpoch() {
    if (ofEpochs != null && overEpochs.get() && place.get() < ofEpochs.epochs().length) {
      map.set(ofEpochs.map(place.get()));
    }
  }

  /** Computes a map of the run in the background, which may take minutes, and then shows it. */
  void compute(MapPlan plan) {
    Wish wish = new Wish(run.id(), plan.method(), overEpochs.get());
    problem.set("");
    Activity begun =
        session
            .background()
            .start(
                title(plan.method()) + " map of " + wish.run(),
                work -> work(wish, plan, work),
                found -> computed(wish, found),
                failure -> failed(wish, failure));
    underWay.put(wish, begun);
    begun
        .doneProperty()
        .addListener(
            (property, before, now) -> {
              underWay.remove(wish);
              if (wish.equals(wish())) {
                activity.set(null);
              }
            });
    activity.set(begun);
  }

  private Answer work(Wish wish, MapPlan plan, Activity work) {
    Consumer<Event> events = event -> tell(work, event);
    return wish.overEpochs()
        ? new Answer(
            null,
            MapProcess.computeEpochs(
                session.workspace(), wish.run(), plan, events, work::cancelled))
        : new Answer(
            MapProcess.compute(session.workspace(), wish.run(), plan, events, work::cancelled),
            null);
  }

  private static void tell(Activity work, Event event) {
    double share = event.total() > 0 ? (double) event.done() / event.total() : -1;
    String left =
        event.secondsLeft() == null ? "" : " · " + Words.duration(event.secondsLeft()) + " left";
    work.update(share, event.doing() + left);
  }

  private void computed(Wish wish, Answer found) {
    if (wish.equals(wish())) {
      looked(wish, found);
    } else {
      session
          .notices()
          .done("The " + title(wish.method()) + " map of " + wish.run() + " is ready.");
    }
  }

  private void failed(Wish wish, Throwable failure) {
    if (wish.equals(wish())) {
      String message = failure.getMessage();
      problem.set(message == null ? failure.toString() : message);
    }
    session.notices().problem(failure);
  }

  /** How a method is called. */
  static String title(Method method) {
    return switch (method) {
      case PCA -> "PCA";
      case UMAP -> "UMAP";
      case TSNE -> "t-SNE";
    };
  }

  /** How the images are laid out. */
  ObjectProperty<Method> methodProperty() {
    return method;
  }

  /** The latest map that was found of the run in sight; null before the first. */
  ReadOnlyObjectProperty<ImageMap> mapProperty() {
    return map.getReadOnlyProperty();
  }

  /** The chosen method if the run has no map of it yet, else null. */
  ReadOnlyObjectProperty<Method> missingProperty() {
    return missing.getReadOnlyProperty();
  }

  /** What computes the chosen method's map now, or null. */
  ReadOnlyObjectProperty<Activity> activityProperty() {
    return activity.getReadOnlyProperty();
  }

  /** Why there is no map; empty if nothing went wrong. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The epochs whose vectors the run kept; empty if it kept none. */
  ReadOnlyObjectProperty<List<Integer>> epochsProperty() {
    return epochs.getReadOnlyProperty();
  }

  /** Whether the maps of epochs are shown, instead of the one of all images at the end. */
  BooleanProperty overEpochsProperty() {
    return overEpochs;
  }

  /** Which of the maps of epochs is shown, from 0. */
  IntegerProperty placeProperty() {
    return place;
  }

  /** How many maps of epochs there are. */
  ReadOnlyIntegerProperty placesProperty() {
    return places.getReadOnlyProperty();
  }

  /** The maps of epochs that are shown, or null. */
  EpochMaps ofEpochs() {
    return overEpochs.get() ? ofEpochs : null;
  }
}
