package kindred.gui.runs;

import atlantafx.base.controls.CustomTextField;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import kindred.gui.core.Standings;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.run.Standing;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Words, stages, states and favorites by which the table is filtered, and how many runs that is.
 */
final class FilterBar {
  private static final List<String> KINDS =
      List.of("Latent space", "Neighbors", "BYOL", "Evaluation");

  private final RunsModel model;
  private final CustomTextField words = new CustomTextField();
  private final ToggleButton favorites = new ToggleButton(null, new FontIcon("fth-star"));
  private final Set<String> kinds = new LinkedHashSet<>();
  private final Set<Standing> standings = EnumSet.noneOf(Standing.class);
  private final MenuButton states = new MenuButton("Any state");
  private final Label count = new Label();
  private final HBox view = new HBox(8);

  FilterBar(RunsModel model) {
    this.model = model;
    words.setId("runs-filter");
    words.setPromptText("Filter by any words");
    words.setAccessibleText("Filter runs by words");
    words.setPrefWidth(184);
    words.setLeft(new FontIcon("fth-search"));
    words.textProperty().addListener((property, before, now) -> apply());
    words.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            words.clear();
          }
        });
    favorites.setId("runs-favorites");
    favorites.getStyleClass().add("button-icon");
    favorites.setAccessibleText("Favorites only");
    Tips.set(favorites, "Favorites only");
    favorites.setOnAction(event -> apply());
    for (Standing standing : Standing.values()) {
      states.getItems().add(state(standing));
    }
    count.getStyleClass().add("quiet");
    count.setId("runs-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    view.setAlignment(Pos.CENTER_LEFT);
    view.getChildren().add(words);
    KINDS.forEach(kind -> view.getChildren().add(chip(kind)));
    view.getChildren().addAll(states, favorites, count);
    model.shown().addListener((InvalidationListener) change -> say());
    model.all().addListener((InvalidationListener) change -> say());
    say();
  }

  private ToggleButton chip(String kind) {
    ToggleButton chip = new ToggleButton(kind);
    chip.setId("chip-" + kind.replace(' ', '-'));
    chip.getStyleClass().add("chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setAccessibleText("Runs of " + kind);
    chip.selectedProperty()
        .addListener(
            (property, before, now) -> {
              if (now) {
                kinds.add(kind);
              } else {
                kinds.remove(kind);
              }
              apply();
            });
    return chip;
  }

  private CheckMenuItem state(Standing standing) {
    CheckMenuItem item =
        new CheckMenuItem(Words.capital(standing.toString()), Standings.mark(standing));
    item.selectedProperty()
        .addListener(
            (property, before, now) -> {
              if (now) {
                standings.add(standing);
              } else {
                standings.remove(standing);
              }
              apply();
            });
    return item;
  }

  private void apply() {
    states.setText(
        standings.isEmpty()
            ? "Any state"
            : standings.size() == 1
                ? Words.capital(standings.iterator().next().toString())
                : standings.size() + " states");
    model
        .filterProperty()
        .set(new RunFilter(words.getText(), kinds, standings, favorites.isSelected()));
  }

  private void say() {
    int shown = model.shown().size();
    int all = model.all().size();
    count.setText(
        shown == all
            ? Words.count(all, "run", "runs")
            : Words.count(shown) + " of " + Words.count(all, "run", "runs"));
  }

  HBox view() {
    return view;
  }

  void focus() {
    words.requestFocus();
  }
}
