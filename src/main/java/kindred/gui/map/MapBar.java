package kindred.gui.map;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kindred.experiment.MapPlan.Method;
import kindred.gui.core.Tips;
import kindred.gui.results.Choices;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above a map: how images are laid out and colored, and what can be done with it. */
final class MapBar extends HBox {
  private final ComboBox<Colorings.Choice> colors = new ComboBox<>();

  /**
   * @param columns asks for a file to color by
   * @param exports what saves it
   */
  MapBar(MapLayouts layouts, MapPane pane, Runnable columns, Node exports) {
    super(8);
    colors.setId("map-colors");
    colors.setAccessibleText("Color by");
    colors.setPrefWidth(160);
    Label by = new Label("Color");
    by.setLabelFor(colors);
    by.setMinWidth(Region.USE_PREF_SIZE);
    setMargin(by, new Insets(0, 0, 0, 8));
    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            methods(layouts), by, colors, file(columns), space, lasso(pane), fit(pane), exports);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("results-bar");
  }

  private static Node methods(MapLayouts layouts) {
    Choices<Method> methods =
        new Choices<>(
            List.of(Method.values()),
            layouts.methodProperty(),
            MapLayouts::title,
            method ->
                switch (method) {
                  case PCA -> "The two directions in which the vectors vary most; at once";
                  case UMAP -> "Keeps neighbors together and groups apart; takes a while";
                  case TSNE -> "Keeps the nearest neighbors together; takes a while";
                });
    methods.setId("map-methods");
    return methods;
  }

  private static Button file(Runnable columns) {
    String help = "Color by a column of a CSV file: a line for each image, by its number or file";
    Button file = new Button(null, new FontIcon("fth-file-plus"));
    file.setId("map-columns");
    file.getStyleClass().addAll("button-icon", "flat");
    file.setAccessibleText(help);
    Tips.set(file, help);
    file.setOnAction(event -> columns.run());
    return file;
  }

  private static ToggleButton lasso(MapPane pane) {
    ToggleButton lasso = new ToggleButton(null, new FontIcon("fth-edit-3"));
    lasso.setId("map-lasso");
    lasso.getStyleClass().addAll("button-icon", "flat");
    lasso.setAccessibleText("Draw around images to select them");
    Tips.set(lasso, "Draw around images to select them (L, or drag with Shift)");
    lasso.selectedProperty().bindBidirectional(pane.lassoProperty());
    return lasso;
  }

  private static Button fit(MapPane pane) {
    Button fit = new Button(null, new FontIcon("fth-maximize"));
    fit.setId("map-fit");
    fit.getStyleClass().addAll("button-icon", "flat");
    fit.setAccessibleText("Show the whole map");
    Tips.set(fit, "Show the whole map (F)");
    fit.setOnAction(event -> pane.fit());
    return fit;
  }

  /** Offers colors; they stay what they were, if there are such. */
  void offer(List<Colorings.Choice> choices) {
    String before = colors.getValue() == null ? "" : colors.getValue().title();
    colors.setValue(null);
    colors.setItems(FXCollections.observableArrayList(choices));
    colors.setValue(
        choices.stream()
            .filter(choice -> choice.title().equals(before))
            .findFirst()
            .orElse(choices.get(0)));
  }

  /** Offers further colors, and takes the first of them. */
  void add(List<Colorings.Choice> more) {
    colors.getItems().addAll(more);
    colors.setValue(more.get(0));
  }

  /** What the points are colored by; null before anything was offered. */
  ReadOnlyObjectProperty<Colorings.Choice> colorsProperty() {
    return colors.valueProperty();
  }
}
