package kindred.gui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.experiment.BadInput;
import kindred.experiment.MapPlan;
import kindred.experiment.MapPlan.Method;

/**
 * Lies over the map while there is none of the chosen method: what it is, its settings, a button.
 */
final class LayoutBox extends VBox {
  private final Consumer<MapPlan> compute;
  private final Label sentence = new Label();
  private final GridPane fields = new GridPane();
  private final Label problem = new Label();
  private final Button button = new Button();
  private final List<TextField> values = new ArrayList<>();
  private Method method;

  /** A setting: its name and what is usual. */
  private record Setting(String name, String usual) {}

  LayoutBox(Consumer<MapPlan> compute) {
    super(12);
    this.compute = compute;
    setId("map-layout");
    getStyleClass().add("map-layout");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAlignment(Pos.TOP_LEFT);
    sentence.setWrapText(true);
    sentence.setMaxWidth(320);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    fields.setHgap(8);
    fields.setVgap(8);
    problem.getStyleClass().addAll("problem", "small");
    problem.setWrapText(true);
    problem.setMaxWidth(320);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    button.setId("map-compute");
    button.getStyleClass().add("accent");
    button.setOnAction(event -> start());
    getChildren().addAll(sentence, fields, problem, button);
  }

  /** Asks for a method's settings. */
  void show(Method asked) {
    method = asked;
    problem.setText("");
    sentence.setText(
        asked == Method.UMAP
            ? "UMAP lays images out so that neighbors stay together, and shows groups that PCA"
                + " cannot. It is computed once, in the background, and kept with the run."
            : "t-SNE keeps the nearest neighbors of every image together, and pulls groups apart."
                + " It is computed once, in the background, and kept with the run.");
    button.setText("Compute " + MapLayouts.title(asked));
    fields.getChildren().clear();
    values.clear();
    for (Setting setting : settings(asked)) {
      TextField field = new TextField(setting.usual());
      field.setPrefColumnCount(6);
      field.setAccessibleText(setting.name());
      Label name = new Label(setting.name());
      name.setLabelFor(field);
      fields.addRow(values.size(), name, field);
      values.add(field);
    }
  }

  private static List<Setting> settings(Method method) {
    MapPlan usual = MapPlan.of(method);
    Setting seed = new Setting("Seed", "" + usual.seed());
    return method == Method.UMAP
        ? List.of(
            new Setting("Neighbors", "" + usual.neighbors()),
            new Setting("Least distance", "" + usual.minDist()),
            seed)
        : List.of(new Setting("Perplexity", "" + usual.perplexity()), seed);
  }

  private void start() {
    try {
      compute.accept(plan());
    } catch (BadInput e) {
      problem.setText(e.getMessage());
    } catch (NumberFormatException e) {
      problem.setText("Settings are numbers, such as " + settings(method).get(0).usual() + ".");
    }
  }

  private MapPlan plan() {
    long seed = Long.parseLong(text(values.size() - 1));
    return method == Method.UMAP
        ? new MapPlan(
            method, null, null, seed, Integer.valueOf(text(0)), Double.valueOf(text(1)), null)
        : new MapPlan(method, null, null, seed, null, null, Double.valueOf(text(0)));
  }

  private String text(int field) {
    return values.get(field).getText().strip();
  }
}
