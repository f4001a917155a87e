package kindred.gui.models;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.export.ExportFormat;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to export the chosen model as. */
final class ExportForm {
  private final ModelsModel model;
  private final ExportWork work;
  private final ComboBox<ExportOption> format = new ComboBox<>();
  private final CheckBox pixels = new CheckBox("Normalize inside the model");
  private final TextField license = new TextField();

  ExportForm(ModelsModel model, ExportWork work) {
    this.model = model;
    this.work = work;
    format.setId("export-format");
    format.setItems(model.options());
    format.setMaxWidth(Double.MAX_VALUE);
    format.setAccessibleText("what to export");
    model.options().addListener((ListChangeListener<ExportOption>) change -> keepFormat());
    keepFormat();
    pixels.setId("export-normalize");
    Tips.set(
        pixels,
        "The ONNX model takes pixels of 0 to 255 as bytes. Else it takes what was normalized"
            + " before; the model card says how.");
    pixels.selectedProperty().bindBidirectional(model.pixelsProperty());
    pixels.visibleProperty().bind(isOnnx());
    pixels.managedProperty().bind(pixels.visibleProperty());
    license.setId("export-license");
    license.setPromptText("such as cc-by-4.0; not stated");
    license.textProperty().bindBidirectional(model.licenseProperty());
  }

  private BooleanBinding isOnnx() {
    return Bindings.createBooleanBinding(
        () -> format.getValue() != null && format.getValue().format() == ExportFormat.ONNX,
        format.valueProperty());
  }

  Node view() {
    Label explanation = new Label();
    explanation.getStyleClass().addAll("quiet", "small");
    explanation.setWrapText(true);
    explanation.setMinHeight(64);
    explanation.setAlignment(Pos.TOP_LEFT);
    explanation
        .textProperty()
        .bind(format.valueProperty().map(ExportOption::explanation).orElse(""));
    Label what = new Label("Export as");
    what.setLabelFor(format);
    Label terms = new Label("License in its card");
    terms.setLabelFor(license);
    VBox form =
        new VBox(
            8,
            new VBox(4, what, format),
            explanation,
            pixels,
            new VBox(4, terms, license),
            new HBox(8, export(), copy()));
    form.setMinHeight(VBox.USE_PREF_SIZE); // the list of models gives way
    return form;
  }

  private Button export() {
    Button button = new Button("Export");
    button.setId("export");
    button.getStyleClass().add("accent");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.disableProperty().bind(format.valueProperty().isNull());
    button.setOnAction(
        event ->
            work.ask(
                model.chosenProperty().get(),
                format.getValue(),
                model.pixelsProperty().get(),
                model.licenseProperty().get()));
    return button;
  }

  private Button copy() {
    Button button = new Button(null, new FontIcon("fth-terminal"));
    button.setId("export-copy");
    Tips.set(button, "Copy as command");
    button.setAccessibleText("copy as command");
    button.disableProperty().bind(format.valueProperty().isNull());
    button.setOnAction(
        event ->
            work.copy(
                model.chosenProperty().get(),
                format.getValue(),
                model.pixelsProperty().get(),
                model.licenseProperty().get()));
    return button;
  }

  /** Stays with what was chosen for the model before, if this one has it too. */
  private void keepFormat() {
    ExportOption before = format.getValue();
    format.setValue(
        model.options().contains(before)
            ? before
            : model.options().isEmpty() ? null : model.options().get(0));
  }
}
