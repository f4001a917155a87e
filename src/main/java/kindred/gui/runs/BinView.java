package kindred.gui.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import kindred.gui.core.EmptyState;
import kindred.gui.core.Words;
import kindred.run.Bin.Binned;
import kindred.run.RunNames;
import org.kordamp.ikonli.javafx.FontIcon;

/** The deleted runs, to be put back or deleted for good. */
final class BinView {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private final RunActions actions;
  private final TableView<Binned> table = new TableView<>();
  private final Button restore = new Button("Put back");
  private final Button delete = new Button("Delete for good");
  private final BorderPane view = new BorderPane();
  private final StackPane middle = new StackPane();
  private final EmptyState empty =
      new EmptyState(
          "fth-trash-2",
          "The bin is empty. Runs that you delete wait here until you delete them for good.",
          null,
          () -> {});

  BinView(RunActions actions, Runnable leave) {
    this.actions = actions;
    table.setId("bin-table");
    table.setAccessibleText("Deleted runs");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getColumns()
        .setAll(
            List.of(
                Columns.text("Name", 320, run -> new SimpleStringProperty(name(run))),
                Columns.text("Run", 160, run -> new SimpleStringProperty(run.id())),
                Columns.figure(
                    "Deleted", 120, run -> new SimpleObjectProperty<>(run.since()), DATE::format),
                Columns.figure(
                    "Size",
                    96,
                    run -> new SimpleObjectProperty<>(run.bytes()),
                    bytes -> Words.bytes(bytes))));
    Button back = new Button("All runs", new FontIcon("fth-arrow-left"));
    back.setId("bin-back");
    back.setOnAction(event -> leave.run());
    restore.setId("bin-restore");
    restore.setOnAction(event -> actions.restore(chosen(), done -> refresh()));
    delete.setId("bin-delete");
    delete.getStyleClass().add("danger");
    delete.setOnAction(event -> actions.deleteForGood(chosen(), done -> refresh()));
    for (Button button : new Button[] {restore, delete}) {
      button.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
    }
    Label title = new Label("Bin");
    title.getStyleClass().add("strong");
    HBox top = new HBox(16, back, title, restore, delete);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("runs-tools");
    view.setTop(top);
    middle.getChildren().addAll(table, empty);
    view.setCenter(middle);
  }

  private static String name(Binned run) {
    return run.stage().map(stage -> RunNames.of(run.id(), stage)).orElse(run.id());
  }

  private List<String> chosen() {
    return table.getSelectionModel().getSelectedItems().stream().map(Binned::id).toList();
  }

  /** Looks again what is in the bin. */
  void refresh() {
    actions.binned(
        runs -> {
          table.getItems().setAll(runs);
          table.setVisible(!runs.isEmpty());
          empty.setVisible(runs.isEmpty());
        });
  }

  Node view() {
    return view;
  }
}
