package kindred.gui.models;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.gui.core.FolderOpener;
import kindred.gui.core.Navigator;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.run.Produced;
import org.kordamp.ikonli.javafx.FontIcon;

/** What there is of the chosen model: where it comes from, its files and its provenance. */
final class ModelDetails {
  private final Session session;
  private final ModelsModel model;
  private final OriginChain chain;
  private final Label name = new Label();
  private final Label measures = new Label();
  private final Label start = new Label();
  private final GridPane files = grid();
  private final GridPane provenance = grid();
  private final ScrollPane view;

  ModelDetails(Session session, ModelsModel model, Navigator navigator) {
    this.session = session;
    this.model = model;
    this.chain = new OriginChain(navigator);
    name.getStyleClass().add("title-text");
    name.setWrapText(true);
    measures.getStyleClass().add("quiet");
    measures.setWrapText(true);
    start.getStyleClass().add("quiet");
    start.managedProperty().bind(start.textProperty().isNotEmpty());
    VBox content =
        new VBox(
            24,
            new VBox(4, name, measures),
            section("Comes from", new VBox(8, chain, start)),
            section("Files", new VBox(8, files, folder())),
            section("Provenance", provenance));
    content.setPadding(new Insets(0, 16, 16, 0));
    view = new ScrollPane(content);
    view.setFitToWidth(true);
    view.setId("model-details");
    model.factsProperty().addListener((property, before, now) -> show(now));
    session
        .board()
        .runs()
        .addListener((javafx.collections.ListChangeListener<RunRow>) change -> measures());
  }

  Node view() {
    return view;
  }

  private static Node section(String title, Node content) {
    Label label = new Label(title);
    label.getStyleClass().add("strong");
    return new VBox(8, label, content);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.setHgap(24);
    grid.setVgap(8);
    ColumnConstraints first = new ColumnConstraints(96);
    ColumnConstraints last = new ColumnConstraints();
    last.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(first, new ColumnConstraints(), last);
    return grid;
  }

  private Node folder() {
    Button open = new Button("Open folder", new FontIcon("fth-folder"));
    open.setId("open-folder");
    open.setOnAction(
        event ->
            session
                .background()
                .run(
                    () -> FolderOpener.open(model.chosenProperty().get().folder().path()),
                    done -> {}));
    Button copy = new Button("Copy path", new FontIcon("fth-copy"));
    copy.setOnAction(
        event -> {
          ClipboardContent path = new ClipboardContent();
          path.putString(model.chosenProperty().get().folder().path().toString());
          Clipboard.getSystemClipboard().setContent(path);
          session.notices().done("The folder's path is in the clipboard.");
        });
    return new HBox(8, open, copy);
  }

  private void show(ModelFacts facts) {
    RunRow run = model.chosenProperty().get();
    if (facts == null || run == null) {
      return;
    }
    name.setText(run.name());
    measures();
    chain.show(Origin.of(run, session.board()::run));
    Optional<String> from = Origin.start(run);
    start.setText(
        from.map(weights -> "Its training began with the weights of " + weights + ".").orElse(""));
    files.getChildren().clear();
    int row = 0;
    for (Produced.Piece piece : facts.pieces()) {
      Label size = new Label(Words.bytes((double) piece.bytes()));
      size.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setHalignment(size, HPos.RIGHT);
      size.setMinWidth(Region.USE_PREF_SIZE);
      Label meaning = new Label(piece.kind().meaning());
      meaning.getStyleClass().add("quiet");
      meaning.setWrapText(true);
      Tips.set(meaning, piece.file().toString());
      files.addRow(row++, new Label(piece.kind().title()), size, meaning);
    }
    provenance.getChildren().clear();
    row = 0;
    for (var fact : facts.provenance().entrySet()) {
      Label what = new Label(fact.getKey());
      what.getStyleClass().add("quiet");
      Label value = new Label(fact.getValue());
      value.setWrapText(true);
      value.setMinWidth(0);
      provenance.add(what, 0, row);
      provenance.add(value, 1, row++, 2, 1);
    }
    view.setVvalue(0);
  }

  private void measures() {
    List<String> all = model.measures();
    measures.setText(
        all.isEmpty() ? "Not evaluated yet." : "Measured: " + String.join("; ", all) + ".");
  }
}
