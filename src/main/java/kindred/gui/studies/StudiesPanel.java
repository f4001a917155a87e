package kindred.gui.studies;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.EmptyState;
import kindred.gui.core.Navigator;
import kindred.gui.core.Panel;
import kindred.gui.core.Place;
import kindred.gui.core.Session;
import kindred.gui.core.Turns;
import kindred.run.StudyMeasure;

/** The studies of the workspace: a list and the chosen one, or the form of a new one. */
public final class StudiesPanel implements Panel {
  private final Session session;
  private final StudiesModel model;
  private final ListView<String> list = new ListView<>();
  private final VBox left = new VBox(8);
  private final StackPane right = new StackPane();
  private final BorderPane chosen = new BorderPane();
  private final StackPane view = new StackPane();
  private final EmptyState empty =
      new EmptyState(
          Place.STUDIES.icon(),
          "No study yet. A study runs one experiment in variations, each with several seeds, and"
              + " tells whether a difference is more than luck.",
          "Build a study",
          this::build);

  public StudiesPanel(Session session, Navigator navigator) {
    this.session = session;
    this.model = new StudiesModel(session);
    StudyView study = new StudyView(session, model, navigator::openRun);
    Button fresh = new Button("New study");
    fresh.setId("study-new");
    fresh.getStyleClass().add("accent");
    fresh.setMaxWidth(Double.MAX_VALUE);
    fresh.setOnAction(event -> build());
    list.setId("studies-list");
    list.setItems(model.names());
    list.setAccessibleText("Studies");
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                model.chosenProperty().set(now);
              }
            });
    model
        .chosenProperty()
        .addListener((property, before, now) -> list.getSelectionModel().select(now));
    left.getStyleClass().add("form");
    left.getChildren().addAll(list, fresh);
    Turns.later(chosen, study.view(), () -> right.getChildren().add(study.view()));
    chosen.setLeft(left);
    chosen.setCenter(right);
    chosen.visibleProperty().bind(empty.visibleProperty().not());
    empty.visibleProperty().bind(Bindings.isEmpty(model.names()));
    view.getStyleClass().addAll("panel-body", "studies-panel");
    showList();
  }

  private void showList() {
    view.getChildren().setAll(chosen, empty);
  }

  /** Shows the form, and beside it what it would run. */
  private void build() {
    StudyFormModel form = new StudyFormModel(session, model::taken);
    StudyForm fields =
        new StudyForm(
            session,
            form,
            () -> model.launch(form.plannedProperty().get().study(), launched -> showList()),
            this::showList);
    BorderPane page = new BorderPane();
    page.setLeft(fields);
    page.setCenter(preview(form));
    view.getChildren().setAll(page);
    fields.focus();
  }

  private Node preview(StudyFormModel form) {
    StudyMatrix matrix = new StudyMatrix(run -> {});
    Label heading = new Label("What it would run");
    heading.getStyleClass().add("strong");
    VBox page = new VBox(16, heading, matrix);
    EmptyState lesson =
        new EmptyState(
            Place.STUDIES.icon(),
            "Choose an experiment, a field that varies, such as byol.way, and its values. Every"
                + " variation runs once with every seed; what is equal runs once.",
            null,
            () -> {});
    page.setVisible(false);
    form.plannedProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) { // else the last one stays while the next is worked out
                matrix.show(now.results(), StudyMeasure.KNN);
                page.setVisible(true);
                lesson.setVisible(false);
              }
            });
    return new StackPane(lesson, page);
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void shown() {
    model.refresh();
  }
}
