package kindred.gui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import kindred.experiment.Setting;
import kindred.gui.core.Standings;
import kindred.gui.core.Words;
import kindred.run.RunNames;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Chooses a data set or a run, and shows a file that was named instead. What does not fit is listed
 * as well, with the reason, but cannot be chosen.
 */
final class InputBox extends ComboBox<Offer> {
  private final Launcher launcher;
  private final Field field;
  private boolean showing;

  InputBox(Launcher launcher, Field field) {
    this.launcher = launcher;
    this.field = field;
    setMaxWidth(Double.MAX_VALUE);
    setPrefWidth(100);
    setVisibleRowCount(12);
    setPlaceholder(new Label("Nothing to choose yet"));
    setPromptText(isNeeded() ? "Choose…" : Words.capital(field.setting().says().unset()));
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
      offers.add(0, new Offer("", Words.capital(says.unset()), "", null, null));
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
        : Optional.of(new Offer(name, RunNames.brief(name), "", null, null));
  }

  private void chosen() {
    Offer offer = getValue();
    if (showing || offer == null) {
      return;
    }
    if (offer.fits()) {
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
      setText(inList ? offer.described() : offer.label());
      setDisable(inList && !offer.fits());
      if (offer.standing() != null) {
        FontIcon mark = Standings.mark(offer.standing());
        setGraphic(mark);
      }
    }
  }
}
