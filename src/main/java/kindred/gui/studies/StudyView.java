package kindred.gui.studies;

import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.array.AtomicFile;
import kindred.gui.core.CopiedCommand;
import kindred.gui.core.OneWayConverter;
import kindred.gui.core.SavedReport;
import kindred.gui.core.Session;
import kindred.run.Studies;
import kindred.run.StudyMeasure;
import kindred.run.StudyResults;
import kindred.run.StudyTables;
import org.kordamp.ikonli.javafx.FontIcon;

/** One study: how far its trials are, and what they came to as a table and as a plot. */
final class StudyView {
  private final Session session;
  private final StudiesModel model;
  private final Label title = new Label();
  private final Label progress = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Button goOn = new Button("Go on");
  private final Button stop = new Button("Stop");
  private final ComboBox<StudyMeasure> measure = new ComboBox<>();
  private final StudyMatrix matrix;
  private final StudyTable table = new StudyTable();
  private final StudyPlot plot;
  private final Label notes = new Label();
  private final VBox measured = new VBox(16);
  private final Label problem = new Label();
  private final ScrollPane view;
  private StudyOverview shown;

  StudyView(Session session, StudiesModel model, Consumer<String> openRun) {
    this.session = session;
    this.model = model;
    this.matrix = new StudyMatrix(openRun);
    this.plot = new StudyPlot(session.theme());
    title.getStyleClass().add("strong");
    progress.getStyleClass().add("quiet");
    progress.setId("study-progress");
    notes.setWrapText(true);
    notes.getStyleClass().addAll("quiet", "small");
    problem.setWrapText(true);
    problem.getStyleClass().add("problem");
    bar.setPrefWidth(160);
    goOn.setId("study-go-on");
    goOn.setOnAction(event -> model.launch(shown.study(), launched -> {}));
    stop.setId("study-stop");
    stop.setOnAction(event -> model.stop());
    measure.setAccessibleText("What is compared");
    measure.setConverter(new OneWayConverter<>(one -> one.title() + ", in %"));
    measure.valueProperty().addListener((property, before, now) -> showMeasure());
    ScrollPane wide = new ScrollPane(matrix);
    wide.getStyleClass().add("edge-to-edge");
    wide.setMinHeight(Region.USE_PREF_SIZE);
    wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    measured.getChildren().addAll(measure, table, plot);
    VBox content = new VBox(16, head(), problem, wide, measured, notes);
    content.getStyleClass().add("study-view");
    view = new ScrollPane(content);
    view.setFitToWidth(true);
    view.getStyleClass().add("edge-to-edge");
    model.overviewProperty().addListener((property, before, now) -> show(now));
    model.problemProperty().addListener((property, before, now) -> showProblem(now));
    showProblem(null);
    show(null);
  }

  private Node head() {
    MenuButton more = new MenuButton(null, new FontIcon("fth-more-horizontal"));
    more.setId("study-more");
    more.setAccessibleText("More actions");
    more.getStyleClass().addAll("button-icon", Tweaks.NO_ARROW);
    more.getItems()
        .addAll(
            item("Table as CSV…", () -> export(".csv", StudyTables::csv)),
            item("Table as Markdown…", () -> export(".md", StudyTables::markdown)),
            item("Save report…", () -> SavedReport.ask(session, shown.study().name())),
            item("Copy as command", this::copyCommand));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(12, title, bar, progress, space, goOn, stop, more);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void export(String suffix, Function<StudyResults, String> written) {
    StudyResults results = shown.results();
    session
        .choosers()
        .save("Write the table", results.study() + suffix)
        .ifPresent(
            file ->
                session
                    .background()
                    .run(
                        () -> {
                          AtomicFile.writeString(file, written.apply(results));
                          return file;
                        },
                        session.notices()::saved));
  }

  private void copyCommand() {
    String file =
        new Studies(session.workspace()).folder(shown.study().name()).path() + "/study.json";
    CopiedCommand.copy(session, CopiedCommand.of(session, List.of("study", file)));
  }

  private void showProblem(String why) {
    problem.setText(why);
    problem.setVisible(why != null);
    problem.setManaged(why != null);
  }

  private void show(StudyOverview overview) {
    shown = overview;
    view.setVisible(overview != null || model.problemProperty().get() != null);
    if (overview == null) {
      return;
    }
    StudyResults results = overview.results();
    title.setText(results.study());
    progress.setText(overview.progress());
    bar.setProgress(results.runs() == 0 ? 1 : (double) results.done() / results.runs());
    show(goOn, !overview.finished() && !overview.queued());
    show(stop, overview.queued());
    List<StudyMeasure> measures = StudyTables.measures(results);
    if (!measures.equals(measure.getItems())) {
      StudyMeasure before = measure.getValue();
      measure.getItems().setAll(measures);
      measure.setValue(
          measures.contains(before) ? before : measures.isEmpty() ? null : measures.get(0));
    }
    show(measured, !measures.isEmpty());
    notes.setText(
        measures.isEmpty()
            ? "Means, intervals and differences appear here with the first evaluation."
            : String.join("\n", results.notes()));
    showMeasure();
  }

  private static void show(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }

  private void showMeasure() {
    if (shown == null) {
      return;
    }
    StudyMeasure chosen = measure.getValue();
    matrix.show(shown.results(), chosen == null ? StudyMeasure.KNN : chosen);
    if (chosen != null) {
      table.show(shown.results(), chosen);
      plot.show(shown.results(), chosen);
    }
  }

  Node view() {
    return view;
  }
}
