package kindred.gui.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kindred.experiment.MapPlan;
import kindred.experiment.MapPlan.Method;
import kindred.gui.core.Activity;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.projection.ImageMap;
import kindred.run.Event;
import kindred.run.MapProcess;
import kindred.run.Maps;
import kindred.run.RunFolder;

/**
 * The maps of a run, one for each method: which there are, which is shown, and which are being
 * computed. For the application thread.
 */
final class MapLayouts {
  private final Session session;
  private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.PCA);
  private final ReadOnlyObjectWrapper<ImageMap> map = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Method> missing = new ReadOnlyObjectWrapper<>();
  private final Map<String, Activity> underWay = new HashMap<>();
  private RunFolder run;

  MapLayouts(Session session) {
    this.session = session;
    method.addListener((property, before, now) -> look());
  }

  /** Turns to a run; null for none. */
  void show(RunFolder of) {
    boolean other = run == null || of == null || !run.id().equals(of.id());
    run = of;
    if (other) {
      map.set(null);
    }
    look();
  }

  /** Shows the map of the chosen method, if there is one. */
  private void look() {
    problem.set("");
    missing.set(null);
    RunFolder asked = run;
    Method by = method.get();
    activity.set(asked == null ? null : underWay.get(key(asked, by)));
    if (asked == null) {
      return;
    }
    session
        .background()
        .run(
            () ->
                by == Method.PCA
                    ? Optional.of(Maps.pca(session.workspace(), asked.id()))
                    : Maps.read(asked, by),
            found -> looked(asked, by, found),
            failure -> failed(asked, by, failure));
  }

  private void looked(RunFolder asked, Method by, Optional<ImageMap> found) {
    if (isShown(asked, by)) {
      missing.set(found.isPresent() ? null : by);
      found.ifPresent(map::set);
    }
  }

  private boolean isShown(RunFolder asked, Method by) {
    return run != null && run.id().equals(asked.id()) && method.get() == by;
  }

  private static String key(RunFolder run, Method method) {
    return run.id() + " " + method;
  }

  /** Computes a map of the run in the background, which may take minutes, and then shows it. */
  void compute(MapPlan plan) {
    RunFolder asked = run;
    Method by = plan.method();
    problem.set("");
    Activity begun =
        session
            .background()
            .start(
                title(by) + " map of " + asked.id(),
                work ->
                    MapProcess.compute(
                        session.workspace(),
                        asked.id(),
                        plan,
                        event -> tell(work, event),
                        work::cancelled),
                found -> computed(asked, by, found),
                failure -> failed(asked, by, failure));
    underWay.put(key(asked, by), begun);
    begun
        .doneProperty()
        .addListener(
            (property, before, now) -> {
              underWay.remove(key(asked, by));
              if (isShown(asked, by)) {
                activity.set(null);
              }
            });
    activity.set(begun);
  }

  private static void tell(Activity work, Event event) {
    double share = event.total() > 0 ? (double) event.done() / event.total() : -1;
    String left =
        event.secondsLeft() == null ? "" : " · " + Words.duration(event.secondsLeft()) + " left";
    work.update(share, event.doing() + left);
  }

  private void computed(RunFolder asked, Method by, ImageMap found) {
    if (isShown(asked, by)) {
      missing.set(null);
      map.set(found);
    } else {
      session.notices().done("The " + title(by) + " map of " + asked.id() + " is ready.");
    }
  }

  private void failed(RunFolder asked, Method by, Throwable failure) {
    if (isShown(asked, by)) {
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
}
