package kindred.gui.data;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.data.SourceList.Skipped;
import kindred.gui.core.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/** The files that became no image, and why. */
final class SkippedView implements DataView {
  private final SkippedModel model = new SkippedModel();
  private final TextField query = new TextField();
  private final Label count = new Label();
  private final Label nothing = new Label();
  private final Button copy = new Button("Copy list", new FontIcon("fth-copy"));
  private final TableView<Skipped> table = new TableView<>(model.shown());
  private final VBox view = new VBox(8);

  SkippedView() {
    view.getStyleClass().add("data-tab");
    query.setId("skipped-query");
    query.setPromptText("Part of a name or a reason");
    query.setAccessibleText("Search the skipped files");
    query.setPrefWidth(240);
    query.textProperty().bindBidirectional(model.queryProperty());
    copy.setId("copy-skipped");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(event -> copy());
    count.getStyleClass().addAll("quiet", "figures");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, query, count, space, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    table.setId("skipped");
    table.setAccessibleText("Skipped files");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("File", Skipped::source, 360));
    table.getColumns().add(column("Reason", Skipped::reason, 300));
    nothing.getStyleClass().add("quiet");
    table.setPlaceholder(nothing);
    VBox.setVgrow(table, Priority.ALWAYS);
    view.getChildren().addAll(head, table);
    model.shown().addListener((ListChangeListener<Skipped>) change -> say());
    say();
  }

  private static TableColumn<Skipped, String> column(
      String title, java.util.function.Function<Skipped, String> value, double width) {
    TableColumn<Skipped, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())).getReadOnlyProperty());
    column.setPrefWidth(width);
    return column;
  }

  private void say() {
    int shown = model.shown().size();
    int all = model.count();
    count.setText(
        shown == all
            ? Words.count(all, "file", "files") + " skipped"
            : Words.count(shown) + " of " + Words.count(all, "file", "files"));
    nothing.setText(
        all == 0 ? "Every file that was found became an image." : "No skipped file fits.");
    copy.setDisable(shown == 0);
    query.setDisable(all == 0);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.text());
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public String title() {
    return "Skipped files";
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Opened opened) {
    model.show(opened);
    say();
  }
}
