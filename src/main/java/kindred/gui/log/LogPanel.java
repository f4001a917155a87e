package kindred.gui.log;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import kindred.gui.core.Panel;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Theme;
import kindred.gui.core.Turns;

/** What the window said, and what each run's worker wrote down. */
public final class LogPanel implements Panel {
  private final Session session;
  private final StackPane view = new StackPane();
  private final TabPane tabs = new TabPane();
  private final Tab runLogs;
  private final RunLogView runs;

  /**
   * @param openRun shows a run's panel
   */
  public LogPanel(Session session, Consumer<RunRow> openRun) {
    this.session = session;
    this.runs = new RunLogView(session, new RunLogModel(session), openRun);
    Tab messages = new Tab("Messages", new MessagesView(new MessagesModel(session.notices())));
    runLogs = new Tab("Runs' logs");
    Turns.later(view, runs, () -> runLogs.setContent(runs));
    tabs.getTabs().setAll(messages, runLogs);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    view.getStyleClass().addAll("panel-body", "log-panel");
    view.getStylesheets().add(Theme.sheet("log.css"));
    view.getChildren().add(tabs);
    InvalidationListener seen = observable -> seenIfShown();
    session.notices().unseenProperty().addListener(seen);
  }

  private void seenIfShown() {
    if (view.getScene() != null && tabs.getSelectionModel().getSelectedIndex() == 0) {
      session.notices().seen();
    }
  }

  /** Shows why a run stands where it does, and the end of its log. */
  public void explain(RunRow run) {
    tabs.getSelectionModel().select(runLogs);
    runs.choose(run);
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
  public StackPane view() {
    return view;
  }

  @Override
  public void shown() {
    session.notices().seen();
  }
}
