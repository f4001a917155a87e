package kindred.gui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import kindred.gui.core.Tips;

/**
 * A few alternatives as a row of buttons, of which one is down.
 *
 * @param <T> what is chosen
 */
public final class Choices<T> extends HBox {
  private final ObservableList<T> options;
  private final ObjectProperty<T> chosen;
  private final Function<T, String> title;
  private final Function<T, String> help;
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param chosen kept equal with the button that is down
   * @param help shown on hover
   */
  public Choices(
      ObservableList<T> options,
      ObjectProperty<T> chosen,
      Function<T, String> title,
      Function<T, String> help) {
    this.options = options;
    this.chosen = chosen;
    this.title = title;
    this.help = help;
    group.selectedToggleProperty().addListener((property, before, now) -> pressed(before, now));
    chosen.addListener((property, before, now) -> mark());
    options.addListener((ListChangeListener<T>) change -> build());
    build();
  }

  /** Alternatives that never change. */
  public Choices(
      List<T> options,
      ObjectProperty<T> chosen,
      Function<T, String> title,
      Function<T, String> help) {
    this(FXCollections.observableArrayList(options), chosen, title, help);
  }

  @SuppressWarnings("unchecked")
  private void pressed(Toggle before, Toggle now) {
    if (now != null) {
      chosen.set((T) now.getUserData());
    } else if (before != null && getChildren().contains(before)) {
      before.setSelected(true); // one is always down
    }
  }

  private void build() {
    List<ToggleButton> buttons = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      T option = options.get(i);
      ToggleButton button = new ToggleButton(title.apply(option));
      button.setUserData(option);
      Tips.set(button, help.apply(option));
      button.setToggleGroup(group);
      if (options.size() > 1) {
        button
            .getStyleClass()
            .add(i == 0 ? "left-pill" : i == options.size() - 1 ? "right-pill" : "center-pill");
      }
      buttons.add(button);
    }
    getChildren().setAll(buttons);
    mark();
  }

  private void mark() {
    for (javafx.scene.Node child : getChildren()) {
      ToggleButton button = (ToggleButton) child;
      if (button.getUserData().equals(chosen.get()) && !button.isSelected()) {
        button.setSelected(true);
      }
    }
  }
}
