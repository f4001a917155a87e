package kindred.gui.results.byol;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import kindred.gui.results.byol.PositivesFile.EpochPairs;

/**
 * Which epoch's pairs are in sight: the newest, until an older one is chosen, and again once the
 * newest is.
 */
final class PositivesModel {
  private final IntegerProperty index = new SimpleIntegerProperty(-1);
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Optional<EpochPairs>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<EpochPairs> epochs = List.of();
  private boolean newest = true;
  private boolean updating;

  PositivesModel() {
    index.addListener((property, before, now) -> chosen());
  }

  /** Takes what a run has written so far; of another run the newest is shown. */
  void show(List<EpochPairs> found, boolean another) {
    newest |= another;
    epochs = found;
    updating = true;
    count.set(found.size());
    index.set(newest ? found.size() - 1 : Math.min(index.get(), found.size() - 1));
    updating = false;
    put();
  }

  private void chosen() {
    if (!updating) {
      newest = index.get() == epochs.size() - 1;
      put();
    }
  }

  private void put() {
    int place = index.get();
    shown.set(
        place >= 0 && place < epochs.size() ? Optional.of(epochs.get(place)) : Optional.empty());
  }

  /** The place of the epoch in sight, from 0. */
  IntegerProperty indexProperty() {
    return index;
  }

  /** How many epochs there are. */
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<EpochPairs>> shownProperty() {
    return shown.getReadOnlyProperty();
  }
}
