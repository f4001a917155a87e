package kindred.gui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kindred.data.ArrayLayout;
import kindred.data.Background;
import kindred.data.Datasets;
import kindred.data.ImportParts.Part;
import kindred.data.ImportRequest;
import kindred.experiment.BadInput;
import kindred.gui.core.Activity;
import kindred.gui.core.Session;

/**
 * The form that makes data sets of files: what was pointed to, how it shall be packed, and at every
 * moment why that cannot be done, in the core's own words. For the application thread.
 */
final class ImportModel {
  private final Session session;
  private final Consumer<String> made;
  private final ReadOnlyObjectWrapper<Gathered> gathered =
      new ReadOnlyObjectWrapper<>(Gathered.NOTHING);
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty size =
      new SimpleStringProperty(String.valueOf(ImportRequest.DEFAULT_SIZE));
  private final StringProperty background = new SimpleStringProperty("white");
  private final ObjectProperty<Path> labels = new SimpleObjectProperty<>();
  private final BooleanProperty unlabeled = new SimpleBooleanProperty();
  private final ObjectProperty<Path> test = new SimpleObjectProperty<>();
  private final ObjectProperty<ArrayLayout> layout = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper array = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ImportSummary> summary = new ReadOnlyObjectWrapper<>();
  private List<ImportRequest> requests = List.of();
  private int drops;

  /**
   * @param made told the name of a data set that was made
   */
  ImportModel(Session session, Consumer<String> made) {
    this.session = session;
    this.made = made;
    name.addListener((property, before, now) -> check());
    size.addListener((property, before, now) -> check());
    background.addListener((property, before, now) -> check());
    labels.addListener((property, before, now) -> check());
    unlabeled.addListener((property, before, now) -> check());
    test.addListener((property, before, now) -> check());
    layout.addListener((property, before, now) -> check());
    gathered.addListener((property, before, now) -> check());
    session.board().datasets().addListener((javafx.beans.InvalidationListener) change -> check());
  }

  /** Takes files, folders and archives, in place of what there was before. */
  void point(List<Path> paths) {
    if (paths.isEmpty() || activity.get() != null) {
      return;
    }
    int drop = ++drops;
    summary.set(null);
    looking.set(true);
    List<String> taken = taken();
    session
        .background()
        .run(
            () -> Gathered.at(paths, taken),
            found -> {
              if (drop == drops) {
                found(found);
              }
            },
            failure -> {
              looking.set(false);
              session.notices().problem(failure);
            });
  }

  private void found(Gathered found) {
    looking.set(false);
    Optional<Part> only =
        found.parts().size() == 1 ? Optional.of(found.parts().get(0)) : Optional.empty();
    name.set(only.map(Part::name).orElse(""));
    labels.set(only.flatMap(Part::labels).orElse(null));
    unlabeled.set(false);
    test.set(null);
    layout.set(null);
    array.set(found.layoutOpen());
    gathered.set(found);
  }

  private List<String> taken() {
    return session.board().datasets().stream().map(Datasets.Entry::name).toList();
  }

  /** Forgets what was pointed to. */
  void clear() {
    drops++;
    looking.set(false);
    gathered.set(Gathered.NOTHING);
    name.set("");
    labels.set(null);
    unlabeled.set(false);
    test.set(null);
    array.set(false);
  }

  private void check() {
    requests = List.of();
    String why = gathered.get().problem();
    try {
      requests = makeRequests();
    } catch (BadInput e) {
      why = e.getMessage();
    }
    problem.set(why);
    ready.set(!requests.isEmpty() && activity.get() == null);
  }

  private List<ImportRequest> makeRequests() {
    List<Part> parts = gathered.get().parts();
    if (array.get() && layout.get() == null) {
      throw new BadInput(
          "the shape of this array leaves open whether its channels are first or last;"
              + " choose its layout");
    }
    List<ImportRequest> all = new ArrayList<>();
    for (Part part : parts) {
      String called = parts.size() == 1 ? name.get().strip() : part.name();
      Optional<Path> labeledBy =
          parts.size() == 1 ? Optional.ofNullable(labels.get()) : part.labels();
      all.add(
          new ImportRequest(
              part.paths(),
              called,
              pixels(size.get()),
              unlabeled.get() ? Optional.empty() : labeledBy,
              unlabeled.get(),
              array.get() ? Optional.ofNullable(layout.get()) : Optional.empty(),
              parts.size() == 1 ? Optional.ofNullable(test.get()) : Optional.empty(),
              Background.of(background.get())));
      if (taken().contains(called)) {
        throw new BadInput(
            "there is already a data set '" + called + "'; choose another name or remove it first");
      }
    }
    return all;
  }

  /** Reads a size that was typed. */
  static int pixels(String typed) {
    try {
      return Integer.parseInt(typed.strip());
    } catch (NumberFormatException e) {
      throw new BadInput(
          "size '" + typed.strip() + "' is no whole number; give one from 8 to 1024 pixels");
    }
  }

  /** Imports in the background; what was pointed to is forgotten when that is done. */
  void start() {
    if (!ready.get()) {
      return;
    }
    SeveralImports imports = new SeveralImports(requests, session.workspace().datasets());
    String what = imports.what();
    Activity begun =
        session
            .background()
            .start("Importing " + what, imports::run, this::finished, session.notices()::problem);
    activity.set(begun);
    begun
        .doneProperty()
        .addListener(
            (property, before, now) -> {
              activity.set(null);
              session.board().refresh();
              check();
              if (begun.cancelled()) {
                session.notices().info("Import of " + what + " stopped; nothing half is left.");
              }
            });
    check();
  }

  private void finished(ImportSummary result) {
    summary.set(result);
    if (!result.problems().isEmpty()) {
      session.notices().problem(result.problems());
    }
    result
        .firstName()
        .ifPresent(
            first -> {
              session.notices().done("Imported " + result.made());
              clear();
              made.accept(first);
            });
  }

  /** Stops the import; nothing of the data set it was at is left. */
  void cancel() {
    if (activity.get() != null) {
      activity.get().cancel();
    }
  }

  ReadOnlyObjectProperty<Gathered> gatheredProperty() {
    return gathered.getReadOnlyProperty();
  }

  /** Of the data set to be; without meaning if there are several. */
  StringProperty nameProperty() {
    return name;
  }

  /** Side of the packed images in pixels, as typed. */
  StringProperty sizeProperty() {
    return size;
  }

  /** What shows where images are transparent: a color's name or #rrggbb. */
  StringProperty backgroundProperty() {
    return background;
  }

  /** A CSV file of file names and classes or an IDX file of labels; null for none. */
  ObjectProperty<Path> labelsProperty() {
    return labels;
  }

  /** Whether no image shall have a class, whatever folders and files give. */
  BooleanProperty unlabeledProperty() {
    return unlabeled;
  }

  /** Images of the same classes that are kept apart for testing; null for none. */
  ObjectProperty<Path> testProperty() {
    return test;
  }

  /** Where a numpy array has its channels, if its shape leaves that open; null until chosen. */
  ObjectProperty<ArrayLayout> layoutProperty() {
    return layout;
  }

  /** Whether what is to be imported is an array whose layout has to be chosen. */
  ReadOnlyBooleanProperty arrayProperty() {
    return array.getReadOnlyProperty();
  }

  /** Why it cannot be imported; empty if it can, or if there is nothing to import yet. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the places are being looked at. */
  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** The import that runs; null if none does. */
  ReadOnlyObjectProperty<Activity> activityProperty() {
    return activity.getReadOnlyProperty();
  }

  /** What became of the last import; null once there is something new to import. */
  ReadOnlyObjectProperty<ImportSummary> summaryProperty() {
    return summary.getReadOnlyProperty();
  }
}
