package kindred.gui.runs;

import atlantafx.base.theme.Tweaks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import kindred.gui.core.Navigator;
import kindred.gui.core.Standings;
import kindred.gui.core.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything about one run, and what can be done with it. */
final class DetailsView {
  private final RunsModel model;
  private final DetailsModel details;
  private final RunActions actions;
  private final Navigator navigator;
  private final Consumer<RunEntry> choose;

  private final HBox title = new HBox(8);
  private final Label state = quiet();
  private final Label message = new Label();
  private final Button open = new Button("Open");
  private final Button again = new Button("Use these settings again");
  private final MenuItem copy = new MenuItem("Copy as command");
  private final MenuItem report = new MenuItem("Save report…");
  private final MenuItem pause = new MenuItem("Pause");
  private final MenuItem stop = new MenuItem("Stop");
  private final MenuItem resume = new MenuItem("Resume");
  private final NotesEditor notes;
  private final VBox links = new VBox(2);
  private final FieldTable settings = new FieldTable();
  private final FieldTable provenance = new FieldTable();
  private final Label log = new Label();
  private final VBox content = new VBox(16);
  private final StackPane view = new StackPane();
  private final PauseTransition linkSoon = new PauseTransition(Duration.millis(500));
  private final InvalidationListener goesOn = change -> showState();
  private final InvalidationListener learned = change -> renewFacts();
  private Map<String, String> shown = Map.of();

  /**
   * @param choose shows another run here and in the table
   */
  DetailsView(
      RunsModel model,
      DetailsModel details,
      RunActions actions,
      Navigator navigator,
      Consumer<RunEntry> choose) {
    this.model = model;
    this.details = details;
    this.actions = actions;
    this.navigator = navigator;
    this.choose = choose;
    this.notes = new NotesEditor(model);
    title.setAlignment(Pos.TOP_LEFT);
    message.setWrapText(true);
    message.getStyleClass().add("problem");
    log.getStyleClass().add("log-text");
    log.setWrapText(true);
    content.getStyleClass().add("run-details");
    content
        .getChildren()
        .addAll(
            new VBox(4, title, state, message),
            buttons(),
            notes,
            links,
            section("Settings", settings, true),
            section("Provenance", provenance, false),
            section("Log", log, false));
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    Label none = quiet();
    none.setText("Choose a run to see its settings, notes and log.");
    none.setWrapText(true);
    view.getChildren().addAll(none, scroll);
    view.setMinWidth(280);
    view.getStyleClass().add("run-details-frame");
    scroll.visibleProperty().bind(details.runProperty().isNotNull());
    none.visibleProperty().bind(details.runProperty().isNull());
    details.runProperty().addListener((property, before, now) -> show(before, now));
    details.toldProperty().addListener((property, before, now) -> tell(now));
    linkSoon.setOnFinished(due -> showLinks());
    model.all().addListener((InvalidationListener) change -> linkSoon.play());
  }

  private static Label quiet() {
    Label label = new Label();
    label.getStyleClass().add("quiet");
    label.setWrapText(true);
    return label;
  }

  private static TitledPane section(String name, Node inside, boolean expanded) {
    TitledPane pane = new TitledPane(name, inside);
    pane.setExpanded(expanded);
    pane.setAnimated(false);
    pane.getStyleClass().add("dense");
    return pane;
  }

  private Node buttons() {
    open.setId("run-open");
    open.getStyleClass().add("accent");
    open.setOnAction(event -> navigator.openRun(run().id()));
    again.setId("run-again");
    again.setOnAction(event -> run().row().stage().ifPresent(navigator::fill));
    copy.setOnAction(event -> actions.copyCommand(run()));
    pause.setOnAction(event -> actions.pause(List.of(run())));
    stop.setOnAction(event -> actions.stop(List.of(run())));
    resume.setOnAction(event -> actions.resume(List.of(run())));
    report.setOnAction(event -> actions.report(run()));
    MenuItem folder = new MenuItem("Open folder");
    folder.setOnAction(event -> actions.openFolder(run()));
    MenuItem delete = new MenuItem("Delete");
    delete.setOnAction(event -> actions.delete(List.of(run())));
    MenuButton more = new MenuButton(null, new FontIcon("fth-more-horizontal"));
    more.getItems().addAll(copy, report, pause, resume, stop, folder, delete);
    more.setId("run-more");
    more.getStyleClass().addAll("button-icon", Tweaks.NO_ARROW);
    more.setAccessibleText("More actions");
    for (Region button : new Region[] {open, again, more}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    return new HBox(8, open, again, more);
  }

  private RunEntry run() {
    return details.runProperty().get();
  }

  private void show(RunEntry before, RunEntry now) {
    if (before != null) {
      before.row().snapshotProperty().removeListener(goesOn);
      before.factsProperty().removeListener(learned);
    }
    notes.show(now);
    if (now == null) {
      return;
    }
    now.row().snapshotProperty().addListener(goesOn);
    now.factsProperty().addListener(learned);
    showSettings();
    copy.setDisable(now.row().stage().isEmpty());
    report.setDisable(now.row().stage().isEmpty());
    again.setDisable(now.row().stage().isEmpty());
    open.setDisable(now.row().stage().isEmpty());
    showState();
    showLinks();
  }

  private void showSettings() {
    Map<String, String> named = new LinkedHashMap<>();
    run()
        .settings()
        .forEach(
            (path, value) ->
                named.put(Words.capital(Settings.name(path)), Settings.value(path, value)));
    if (!named.equals(shown)) {
      shown = named;
      settings.show(named);
    }
  }

  private void showState() {
    RunEntry run = run();
    Label name = new Label(run.name());
    name.getStyleClass().add("strong");
    name.setWrapText(true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    title
        .getChildren()
        .setAll(Standings.mark(run.row().standing()), name, space, Stars.button(run, model));
    double seconds = run.state().seconds();
    state.setText(
        run.id()
            + " · "
            + run.row().standing()
            + (run.state().epoch() > 0 ? " · epoch " + Words.count(run.state().epoch()) : "")
            + (seconds > 0 ? " · " + Words.duration(seconds) : ""));
    String why = run.state().message();
    message.setText(why);
    message.setVisible(why != null);
    message.setManaged(why != null);
    pause.setDisable(!RunActions.canPause(run.row().standing()));
    stop.setDisable(!RunActions.canStop(run.row().standing()));
    resume.setDisable(!run.row().standing().resumable());
  }

  private void renewFacts() {
    notes.refresh();
    showSettings();
  }

  private void showLinks() {
    links.getChildren().clear();
    if (run() == null) {
      return;
    }
    addLinks("Built on", model.inputs(run()));
    addLinks("What builds on it", model.builtOn(run()));
    links.setManaged(!links.getChildren().isEmpty());
  }

  private void addLinks(String heading, List<RunEntry> runs) {
    if (runs.isEmpty()) {
      return;
    }
    Label label = quiet();
    label.setText(heading);
    links.getChildren().add(label);
    for (RunEntry other : runs) {
      Hyperlink link = new Hyperlink(other.name());
      link.setGraphic(Standings.mark(other.row().standing()));
      link.setOnAction(event -> choose.accept(other));
      links.getChildren().add(link);
    }
  }

  private void tell(DetailsModel.Told told) {
    provenance.show(told.provenance());
    log.setText(told.log().isEmpty() ? "Nothing yet." : String.join("\n", told.log()));
  }

  Node view() {
    return view;
  }
}
