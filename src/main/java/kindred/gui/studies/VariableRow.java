package kindred.gui.studies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.experiment.Study;
import kindred.gui.studies.StudyFormModel.Line;
import kindred.run.StudyBase;
import org.kordamp.ikonli.javafx.FontIcon;

/** One field that varies: which, and its values. */
final class VariableRow extends VBox {
  private final Line line;
  private final ComboBox<String> path = new ComboBox<>();
  private final TextField values = new TextField();

  VariableRow(Line line, StudyFormModel model) {
    super(4);
    this.line = line;
    path.setMaxWidth(Double.MAX_VALUE);
    path.setVisibleRowCount(20);
    path.setAccessibleText("Field that varies");
    path.getStyleClass().add("study-field");
    HBox.setHgrow(path, Priority.ALWAYS);
    values.textProperty().bindBidirectional(line.valuesProperty());
    values.setAccessibleText("Values, with commas between");
    values.getStyleClass().add("study-values");
    Button remove = new Button(null, new FontIcon("fth-x"));
    remove.getStyleClass().addAll("button-icon", "flat");
    remove.setAccessibleText("Do not vary this field");
    remove.setOnAction(
        event -> {
          model.lines().remove(line);
          if (model.lines().isEmpty()) {
            model.addLine();
          }
        });
    getChildren().addAll(new HBox(4, path, remove), values);
    model.baseProperty().addListener((property, before, now) -> offer(now));
    offer(model.baseProperty().get());
    path.setValue(line.pathProperty().get().isEmpty() ? null : line.pathProperty().get());
    path.valueProperty()
        .addListener(
            (property, before, now) -> {
              line.pathProperty().set(now == null ? "" : now);
              prompt(model.baseProperty().get());
            });
    prompt(model.baseProperty().get());
  }

  private void offer(StudyBase base) {
    List<String> paths = base == null ? List.of() : Study.paths(base.stages());
    String chosen = line.pathProperty().get();
    path.setItems(FXCollections.observableArrayList(paths));
    path.setPromptText(base == null ? "Field" : "Field, such as " + example(paths));
    path.setValue(paths.contains(chosen) ? chosen : null);
  }

  private static String example(List<String> paths) {
    return paths.stream().filter(path -> path.endsWith(".way")).findFirst().orElse(paths.get(0));
  }

  /** Which values there are, or which one it is now. */
  private void prompt(StudyBase base) {
    String chosen = line.pathProperty().get();
    if (base == null || chosen.isEmpty()) {
      values.setPromptText("Values: 1, 2, 3");
      return;
    }
    List<String> choices = Study.choices(base.stages(), chosen);
    JsonNode now = base.stages().get(chosen.substring(0, chosen.indexOf('.'))).at(pointer(chosen));
    String current = now.isMissingNode() ? "default" : now.asText();
    values.setPromptText(choices.isEmpty() ? "now " + current : String.join(", ", choices));
  }

  private static String pointer(String path) {
    return "/" + path.substring(path.indexOf('.') + 1).replace('.', '/');
  }
}
