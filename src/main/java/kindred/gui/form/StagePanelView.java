package kindred.gui.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.experiment.Stage;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.StagePanel;
import kindred.gui.core.Tips;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The panel of a kind of stage: the form left, and right what a run of that kind is doing or made,
 * in one tab for each way to show it. It shows the latest run, and a new one as soon as it is
 * launched; a run that the user chose stays.
 */
public final class StagePanelView implements StagePanel {
  private final Launcher launcher;
  private final List<ResultView> results;
  private final ShownRun shown;
  private final Runnable launch;
  private final BorderPane view = new BorderPane();
  private final StackPane right = new StackPane();
  private final TabPane tabs = new TabPane();
  private final Teaching teaching;
  private final List<RunRow> told;
  private Node empty;
  private Teaching.Lesson lesson;

  // Kept, as the board's lists do not.
  private final InvalidationListener changes = new Soon(this::teachOrShow);

  /**
   * @param kind of stage, as in an experiment file
   * @param verb what the button says that launches it
   * @param teaching what is said while there is nothing to show
   * @param results ways to show a run, the first in front
   */
  public StagePanelView(
      Session session, String kind, String verb, Teaching teaching, List<ResultView> results) {
    this.teaching = teaching;
    this.results = List.copyOf(results);
    this.told = new ArrayList<>(Collections.nCopies(results.size(), null));
    this.launcher = new Launcher(session, kind);
    this.shown = new ShownRun(session.board(), kind);
    this.launch = () -> launcher.launch(shown::follow);
    view.setLeft(new FormView(session, launcher, verb, launch).view());
    view.setCenter(right);
    view.getStyleClass().add("panel-body");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setSide(Side.TOP);
    tabs.getStyleClass().add("result-tabs");
    for (ResultView result : results) {
      Tab tab = new Tab(result.title());
      tabs.getTabs().add(tab);
      result.onWanted(() -> tabs.getSelectionModel().select(tab));
    }
    VBox.setVgrow(tabs, Priority.ALWAYS);
    VBox seen = new VBox(8, chooser(kind), tabs);
    right.getChildren().add(seen);
    tabs.getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (property, before, now) -> {
              showInFront();
              // Only once the tab is laid out it can take the focus.
              Platform.runLater(() -> results.get(now.intValue()).inFront());
            });
    shown.runProperty().addListener((property, before, now) -> teachOrShow());
    launcher.form().stageProperty().addListener((property, before, now) -> teachOrShow());
    session.board().runs().addListener(changes);
    session.board().datasets().addListener(changes);
    view.sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                launcher.proposeComputing();
              }
            });
    teachOrShow();
  }

  private HBox chooser(String kind) {
    ComboBox<RunRow> box = new ComboBox<>(shown.runs());
    box.setId(kind + "-run");
    box.setAccessibleText("Run that is shown");
    box.setMinWidth(120); // what stands beside it keeps its words
    box.setPrefWidth(400); // as measuring the names of many runs takes long
    box.setVisibleRowCount(15);
    box.setCellFactory(list -> new RunCell());
    box.setButtonCell(new RunCell());
    box.valueProperty().bindBidirectional(shown.runProperty());
    Label label = new Label("Run");
    label.setLabelFor(box);
    label.setMinWidth(Region.USE_PREF_SIZE);
    Button again = new Button("Use these settings", new FontIcon("fth-corner-up-left"));
    again.setId(kind + "-again");
    again.getStyleClass().add("flat");
    again.setMinWidth(Region.USE_PREF_SIZE);
    Tips.set(again, "Fill the form with the settings of this run");
    again.setOnAction(event -> shown.runProperty().get().stage().ifPresent(launcher::fill));
    HBox line = new HBox(8, label, box, again);
    line.getStyleClass().add("form-line");
    return line;
  }

  private void teachOrShow() {
    boolean nothing = shown.runProperty().get() == null;
    Teaching.Lesson now =
        nothing ? teaching.lesson(launcher.form().stageProperty().get(), launch) : null;
    if (!nothing || !words(now).equals(words(lesson))) {
      right.getChildren().remove(empty);
      lesson = now;
      empty = now == null ? null : now.view();
      if (empty != null) {
        right.getChildren().add(empty);
      }
    }
    right.getChildren().get(0).setVisible(!nothing);
    showInFront();
  }

  private static String words(Teaching.Lesson lesson) {
    return lesson == null ? "" : lesson.sentence() + lesson.verb();
  }

  /** Only the view in front is there and told of a run; others when they come to the front. */
  private void showInFront() {
    int front = tabs.getSelectionModel().getSelectedIndex();
    RunRow run = shown.runProperty().get();
    if (front >= 0 && tabs.getTabs().get(front).getContent() == null) {
      tabs.getTabs().get(front).setContent(results.get(front).view());
    }
    if (front >= 0 && told.get(front) != run) {
      told.set(front, run);
      results.get(front).show(run);
    }
  }

  @Override
  public void bringToFront(String title) {
    for (Tab tab : tabs.getTabs()) {
      if (tab.getText().equals(title)) {
        tabs.getSelectionModel().select(tab);
      }
    }
  }

  @Override
  public void fill(Stage stage) {
    launcher.fill(stage);
  }

  @Override
  public void choose(RunRow run) {
    shown.choose(run);
  }

  @Override
  public Node view() {
    return view;
  }
}
