package kindred.gui.studies;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.run.StudyBase;

/** The form of a new study. */
final class StudyForm extends VBox {
  private static final String NONE = "nothing";

  private final StudyFormModel model;
  private final VBox lines = new VBox(8);
  private final CheckBox keeps = new CheckBox();
  private final ComboBox<String> measure = new ComboBox<>();
  private final ComboBox<String> comparesWith = new ComboBox<>();
  private final TextField name = field("study-name", "Name");
  private final BaseChooser base;
  private boolean filling;

  /**
   * @param launch launches what the form comes to
   * @param cancel leaves the form
   */
  StudyForm(Session session, StudyFormModel model, Runnable launch, Runnable cancel) {
    this.model = model;
    this.base = new BaseChooser(session, model);
    getStyleClass().add("form");
    name.textProperty().bindBidirectional(model.nameProperty());
    TextField seeds = field("study-seeds", "Seeds");
    seeds.textProperty().bindBidirectional(model.seedsProperty());
    keeps.selectedProperty().bindBidirectional(model.keepsProperty());
    keeps.setWrapText(true);
    Hyperlink another = new Hyperlink("Vary another field");
    another.setId("study-add-field");
    another.setOnAction(event -> model.addLine());
    measure.setMaxWidth(Double.MAX_VALUE);
    measure.valueProperty().bindBidirectional(model.measureProperty());
    comparesWith.setId("study-baseline");
    comparesWith.setMaxWidth(Double.MAX_VALUE);
    comparesWith.valueProperty().addListener((property, before, now) -> compareWith(now));
    VBox measured = labeled("Measured by", measure);
    VBox fields =
        new VBox(
            12,
            labeled("Starts from", base),
            labeled("Name", name),
            keeps,
            new VBox(4, quiet("What varies"), lines, another),
            labeled("Seeds", seeds),
            measured,
            labeled("Compared with", comparesWith));
    fields.getStyleClass().add("study-fields");
    ScrollPane scroll = new ScrollPane(fields);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, foot(launch, cancel));
    model.lines().addListener((InvalidationListener) change -> showLines());
    model.baseProperty().addListener((property, before, now) -> showBase(now, measured));
    model.variations().addListener((InvalidationListener) change -> showVariations());
    showLines();
    showBase(null, measured);
    showVariations();
  }

  private static TextField field(String id, String accessible) {
    TextField field = new TextField();
    field.setId(id);
    field.setAccessibleText(accessible);
    return field;
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("quiet");
    return label;
  }

  private static VBox labeled(String text, Node field) {
    Label label = quiet(text);
    label.setLabelFor(field);
    return new VBox(4, label, field);
  }

  private Node foot(Runnable launch, Runnable cancel) {
    Label words = new Label();
    words.setId("study-forecast");
    words.setWrapText(true);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  if (model.problemProperty().get() != null) {
                    return model.problemProperty().get();
                  }
                  return model.plannedProperty().get() == null
                      ? ""
                      : model.plannedProperty().get().words();
                },
                model.problemProperty(),
                model.plannedProperty()));
    InvalidationListener color =
        change -> {
          words.getStyleClass().removeAll("problem", "quiet");
          words.getStyleClass().add(model.problemProperty().get() == null ? "quiet" : "problem");
        };
    model.problemProperty().addListener(color);
    color.invalidated(null);
    words.setMinHeight(54);
    Button launchButton = new Button("Launch study");
    launchButton.setId("study-launch");
    launchButton.getStyleClass().add("accent");
    launchButton.setOnAction(event -> launch.run());
    launchButton
        .disableProperty()
        .bind(model.plannedProperty().isNull().or(model.problemProperty().isNotNull()));
    Button cancelButton = new Button("Cancel");
    cancelButton.setOnAction(event -> cancel.run());
    cancelButton.setCancelButton(true);
    return new VBox(8, words, new HBox(8, launchButton, cancelButton));
  }

  private void showLines() {
    lines
        .getChildren()
        .setAll(model.lines().stream().map(line -> new VariableRow(line, model)).toList());
  }

  private void showBase(StudyBase now, VBox measured) {
    int own = now == null ? 0 : now.variations().size() + now.grid().size();
    keeps.setText(
        now == null
            ? ""
            : "Keep what the file varies: "
                + Words.count(now.variations().size(), "variation", "variations")
                + " and "
                + Words.count(now.grid().size(), "axis", "axes"));
    keeps.setVisible(own > 0);
    keeps.setManaged(own > 0);
    List<String> evaluations = now == null ? List.of() : now.evaluations();
    String chosen = model.measureProperty().get();
    measure.getItems().setAll(evaluations);
    measure.setValue(chosen);
    measured.setVisible(evaluations.size() > 1);
    measured.setManaged(evaluations.size() > 1);
  }

  private void showVariations() {
    List<String> offered = new ArrayList<>(model.variations());
    offered.add(NONE);
    String now = model.comparesWithProperty().get();
    filling = true;
    comparesWith.getItems().setAll(offered);
    comparesWith.setValue(
        now == null || !offered.contains(now)
            ? (now != null && now.isEmpty() ? NONE : offered.get(0))
            : now);
    filling = false;
  }

  private void compareWith(String chosen) {
    if (!filling && chosen != null) {
      model.comparesWithProperty().set(chosen.equals(NONE) ? "" : chosen);
    }
  }

  void focus() {
    base.requestFocus();
  }
}
