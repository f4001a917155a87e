package kindred.gui.models;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.EmptyState;
import kindred.gui.core.Navigator;
import kindred.gui.core.Panel;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;

/** What was learned, ready to be used elsewhere: every trained model, its origin, its export. */
public final class ModelsPanel implements Panel {
  private final ModelsModel model;
  private final ExportWork export;
  private final ListView<RunRow> list = new ListView<>();
  private final HBox content;
  private final EmptyState empty;
  private final StackPane view = new StackPane();

  public ModelsPanel(Session session, Navigator navigator) {
    model = new ModelsModel(session);
    export = new ExportWork(session);
    Node details = new ModelDetails(session, model, navigator).view();
    HBox.setHgrow(details, Priority.ALWAYS);
    content = new HBox(form(), details);
    content.getStyleClass().add("panel-body");
    empty =
        new EmptyState(
            "fth-package",
            "No model yet. A latent space or a BYOL training leaves one here, with its weights,"
                + " its vectors and where it comes from.",
            "Learn a latent space",
            () -> navigator.open(Place.LATENT));
    model.models().addListener((ListChangeListener<RunRow>) change -> arrange());
    arrange();
  }

  private Node form() {
    list.setId("models");
    list.setItems(model.models());
    list.setCellFactory(view -> new ModelCell());
    list.setAccessibleText("models");
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel().select(model.chosenProperty().get());
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
    VBox form = new VBox(list, new ExportForm(model, export).view());
    form.getStyleClass().add("form");
    return form;
  }

  private void arrange() {
    view.getChildren().setAll(model.models().isEmpty() ? empty : content);
  }

  @Override
  public Node view() {
    return view;
  }
}
