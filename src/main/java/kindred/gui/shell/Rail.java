package kindred.gui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.Place;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pipeline as navigation: where one is, what exists, what runs. */
final class Rail {
  private static final List<Place> PIPELINE =
      List.of(
          Place.DATA, Place.LATENT, Place.NEIGHBORS, Place.BYOL, Place.EVALUATION, Place.MODELS);
  private static final List<Place> BELOW = List.of(Place.RUNS, Place.STUDIES);
  private static final List<Place> LAST = List.of(Place.COMPUTE, Place.LOG);

  private final VBox view = new VBox();
  private final ToggleGroup group = new ToggleGroup();
  private final Map<Place, Entry> entries = new EnumMap<>(Place.class);
  private final Consumer<Place> open;

  /** One row of the rail. */
  private record Entry(ToggleButton button, Label count, FontIcon mark) {}

  Rail(Consumer<Place> open) {
    this.open = open;
    view.getStyleClass().add("rail");
    Label name = new Label("Kindred");
    name.getStyleClass().add("rail-name");
    view.getChildren().add(name);
    add(PIPELINE);
    view.getChildren().add(new Separator());
    add(BELOW);
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    view.getChildren().add(space);
    add(LAST);
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true); // a second click on where one is leads nowhere
              }
            });
  }

  private void add(List<Place> places) {
    for (Place place : places) {
      FontIcon icon = new FontIcon(place.icon());
      icon.getStyleClass().add("rail-icon");
      Label title = new Label(place.title());
      title.setMinWidth(Region.USE_PREF_SIZE);
      title.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(title, Priority.ALWAYS);
      Label count = new Label();
      count.setMinWidth(Region.USE_PREF_SIZE);
      count.getStyleClass().add("rail-count");
      FontIcon mark = new FontIcon("fth-circle");
      mark.getStyleClass().add("rail-mark");
      mark.setVisible(false);
      HBox row = new HBox(8, icon, title, mark, count);
      row.setAlignment(Pos.CENTER_LEFT);
      ToggleButton button = new ToggleButton(null, row);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(group);
      button.setId("rail-" + place.name().toLowerCase(java.util.Locale.ROOT));
      button.setAccessibleText(place.title() + ". " + place.purpose());
      Tips.set(button, place.purpose());
      button.getStyleClass().add("rail-entry");
      button.setOnAction(event -> open.accept(place));
      entries.put(place, new Entry(button, count, mark));
      view.getChildren().add(button);
    }
  }

  VBox view() {
    return view;
  }

  /** A place's row, to point at. */
  ToggleButton entry(Place place) {
    return entries.get(place).button();
  }

  /** Marks where one is. */
  void select(Place place) {
    entries.get(place).button().setSelected(true);
  }

  /**
   * What there is at a place.
   *
   * @param standing the style class of the state its most telling run is in, or null for none
   * @param words the same in words, for who cannot see the mark
   */
  void mark(Place place, String count, String standing, String icon, String words) {
    Entry entry = entries.get(place);
    entry.count().setText(count);
    entry.mark().setVisible(standing != null);
    entry.mark().getStyleClass().removeIf(style -> style.startsWith("standing-"));
    if (standing != null) {
      entry.mark().setIconLiteral(icon);
      entry.mark().getStyleClass().add("standing-" + standing);
    }
    entry.button().setAccessibleText(place.title() + ". " + place.purpose() + " " + words);
  }
}
