package kindred.gui.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import kindred.experiment.Setting;
import kindred.gui.core.Choosers;
import kindred.gui.core.Standings;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Chooses a data set, a run or a file. What does not fit is listed as well, with the reason, but
 * cannot be chosen.
 */
final class InputBox extends ComboBox<Offer> {
  private final Launcher launcher;
  private final Field field;
  private final Choosers choosers;
  private final Offer aFile = new Offer("\0file", "Choose a file…", null, null);
  private boolean showing;

  InputBox(Launcher launcher, Field field, Choosers choosers) {
    this.launcher = launcher;
    this.field = field;
    this.choosers = choosers;
    setMaxWidth(Double.MAX_VALUE);
    setPrefWidth(100);
    setVisibleRowCount(12);
    setPromptText(isNeeded() ? "Choose…" : field.setting().says().unset());
    setCellFactory(list -> new Cell(true));
    setButtonCell(new Cell(false));
    setOnAction(event -> chosen());
    field.textProperty().addListener((property, before, now) -> refresh());
    launcher.form().stageProperty().addListener((property, before, now) -> refresh());
    launcher.form().problemProperty().addListener((property, before, now) -> refresh());
    launcher.offersProperty().addListener((property, before, now) -> refresh());
    refresh();
  }

  private boolean isNeeded() {
    return !field.setting().advanced() && !field.path().equals("test");
  }

  /** Shows what can be chosen now; an open list stays as it is unless something changed. */
  private void refresh() {
    Setting says = field.setting().says();
    List<Offer> offers = new ArrayList<>(launcher.offers(field));
    if (!isNeeded() || field.path().equals("neighbors")) {
      offers.add(0, new Offer("", says.unset(), null, null));
    }
    if (says.takes().file()) {
      offers.add(aFile);
    }
    showing = true;
    if (!getItems().equals(offers)) {
      getItems().setAll(offers);
    }
    setValue(current(offers).orElse(null));
    showing = false;
  }

  private Optional<Offer> current(List<Offer> offers) {
    String name = field.isUsual() ? "" : field.effective();
    Optional<Offer> known = offers.stream().filter(o -> o.value().equals(name)).findFirst();
    return known.isPresent() || name.isEmpty()
        ? known
        : Optional.of(new Offer(name, shortName(name), null, null));
  }

  private static String shortName(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private void chosen() {
    Offer offer = getValue();
    if (showing || offer == null) {
      return;
    }
    if (offer.equals(aFile)) {
      Optional<Path> file = choosers.file(field.label(), "Files", "*.*");
      file.ifPresent(path -> field.textProperty().set(path.toString()));
    } else if (offer.fits()) {
      field.textProperty().set(offer.value());
    }
    refresh();
  }

  /** One of the things offered; the one shown while the list is closed leaves out the reason. */
  private static final class Cell extends ListCell<Offer> {
    private final boolean inList;

    Cell(boolean inList) {
      this.inList = inList;
    }

    @Override
    protected void updateItem(Offer offer, boolean empty) {
      super.updateItem(offer, empty);
      setDisable(false);
      setGraphic(null);
      setText(null);
      if (empty || offer == null) {
        return;
      }
      boolean fits = offer.fits() || !inList;
      setText(fits ? offer.label() : offer.label() + " — " + offer.hindrance());
      setDisable(!fits);
      if (offer.standing() != null) {
        FontIcon mark = Standings.mark(offer.standing());
        setGraphic(mark);
      }
    }
  }
}
