package kindred.gui.data;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import kindred.data.Datasets;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.LatentMethod;
import kindred.experiment.LatentStage;
import kindred.experiment.TrainingPlan;
import kindred.gui.core.Navigator;
import kindred.gui.core.Remembered;
import kindred.gui.core.Session;

/**
 * The data sets of the workspace and the one that is looked at, which is opened in the background.
 * The choice outlives changes of the list and the window. For the application thread.
 */
final class DatasetsModel {
  private final Session session;
  private final Navigator navigator;
  private final ObservableList<Datasets.Entry> entries;
  private final ReadOnlyObjectWrapper<Datasets.Entry> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Opened> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private String wanted;

  DatasetsModel(Session session, Navigator navigator) {
    this.session = session;
    this.navigator = navigator;
    this.entries = session.board().datasets();
    this.wanted = session.remembered().text(Remembered.DATASET, "");
    entries.addListener((ListChangeListener<Datasets.Entry>) change -> follow());
    follow();
  }

  /** Keeps to the wanted data set, or takes the first there is. */
  private void follow() {
    Optional<Datasets.Entry> entry =
        entries.stream().filter(e -> e.name().equals(wanted)).findFirst();
    Datasets.Entry now = entry.orElse(entries.isEmpty() ? null : entries.get(0));
    boolean same = Objects.equals(now, chosen.get());
    chosen.set(now);
    if (!same) {
      open(now);
    }
  }

  /** Looks at a data set; one that is not on the list yet as soon as it is. */
  void choose(String name) {
    wanted = name;
    session.remembered().put(Remembered.DATASET, name);
    follow();
  }

  private void open(Datasets.Entry entry) {
    if (opened.get() != null) {
      opened.get().originals().close();
    }
    opened.set(null);
    problem.set("");
    if (entry == null) {
      return;
    }
    session
        .background()
        .run(
            () -> Opened.of(ImageSet.open(entry.folder()), session.background()),
            there -> {
              if (entry.equals(chosen.get())) {
                opened.set(there);
              }
            },
            failure -> {
              if (entry.equals(chosen.get())) {
                problem.set(failure.getMessage());
              }
              if (!(failure instanceof BadInput)) {
                session.notices().problem(failure);
              }
            });
  }

  /** Goes on to learn a latent space of the data set that is looked at. */
  void useInLatentSpace() {
    navigator.fill(new LatentStage(LatentMethod.AE, chosen.get().name(), TrainingPlan.defaults()));
  }

  /** By name; damaged ones as well. */
  ObservableList<Datasets.Entry> entries() {
    return entries;
  }

  /** The data set that is looked at; null if there is none. */
  ReadOnlyObjectProperty<Datasets.Entry> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Its images; null while it is being opened or cannot be. */
  ReadOnlyObjectProperty<Opened> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** Why it cannot be opened; else empty. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
