package kindred.gui.results.latent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Which of a training's sheets is in sight: of a kind and an epoch. While it follows, the newest
 * epoch is; choosing an older one ends that, choosing the newest one begins it again.
 */
public final class SheetsModel {
  private final ObservableList<SheetKind> kinds = FXCollections.observableArrayList();
  private final ObservableList<Integer> epochs = FXCollections.observableArrayList();
  private final ObjectProperty<SheetKind> kind =
      new SimpleObjectProperty<>(SheetKind.RECONSTRUCTIONS);
  private final IntegerProperty index = new SimpleIntegerProperty(-1);
  private final BooleanProperty following = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private SheetFolder folder;
  private boolean updating;

  public SheetsModel() {
    kind.addListener((property, before, now) -> list());
    index.addListener((property, before, now) -> chosen());
    following.addListener((property, before, now) -> list());
  }

  /**
   * Takes what a run has drawn so far.
   *
   * @param another whether it is another run than before, of which the newest is shown
   */
  public void show(SheetFolder found, boolean another) {
    folder = found;
    List<SheetKind> there = List.copyOf(found.epochs().keySet());
    if (!kinds.equals(there)) {
      kinds.setAll(there);
    }
    if (another) {
      following.set(true);
    }
    if (!there.contains(kind.get())) {
      kind.set(there.get(0));
    } else {
      list();
    }
  }

  private void list() {
    if (folder == null) {
      return;
    }
    List<Integer> now = folder.epochs().getOrDefault(kind.get(), List.of());
    Integer shown = epoch().orElse(null);
    updating = true;
    epochs.setAll(now);
    int last = now.size() - 1;
    index.set(following.get() || shown == null ? last : nearest(now, shown));
    updating = false;
    file.set(epoch().map(epoch -> folder.file(kind.get(), epoch)));
  }

  /** The place of an epoch, or of the last one before it. */
  private static int nearest(List<Integer> epochs, int wanted) {
    int place = 0;
    for (int i = 0; i < epochs.size() && epochs.get(i) <= wanted; i++) {
      place = i;
    }
    return place;
  }

  private void chosen() {
    if (!updating && folder != null) {
      following.set(index.get() == epochs.size() - 1);
      file.set(epoch().map(epoch -> folder.file(kind.get(), epoch)));
    }
  }

  /** The epoch in sight. */
  public Optional<Integer> epoch() {
    int place = index.get();
    return place >= 0 && place < epochs.size() ? Optional.of(epochs.get(place)) : Optional.empty();
  }

  /** The kinds that there are. */
  public ObservableList<SheetKind> kinds() {
    return kinds;
  }

  /** The epochs of the kind in sight, ascending. */
  public ObservableList<Integer> epochs() {
    return epochs;
  }

  public ObjectProperty<SheetKind> kindProperty() {
    return kind;
  }

  /** The place in {@link #epochs} of the one in sight; -1 for none. */
  public IntegerProperty indexProperty() {
    return index;
  }

  public BooleanProperty followingProperty() {
    return following;
  }

  /** The sheet in sight. */
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }
}
