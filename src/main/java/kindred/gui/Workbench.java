package kindred.gui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import kindred.gui.chart.Charts;
import kindred.gui.core.Background;
import kindred.gui.core.Board;
import kindred.gui.core.Choosers;
import kindred.gui.core.EmptyState;
import kindred.gui.core.Notices;
import kindred.gui.core.Panel;
import kindred.gui.core.Place;
import kindred.gui.core.Remembered;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Theme;
import kindred.gui.models.ModelsPanel;
import kindred.gui.runs.RunsPanel;
import kindred.gui.data.DataPanel;
import kindred.gui.shell.Shell;
import kindred.gui.studies.StudiesPanel;
import kindred.run.Jobs;
import kindred.run.Workspace;

/**
 * A window on one workspace, with everything in it wired by hand. For the application thread, but
 * for the workspace, which is opened before.
 */
public final class Workbench implements AutoCloseable {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final Stage stage;
  private final Session session;
  private final Theme theme;
  private final Shell shell;

  /**
   * Builds the window's content; {@link #show} makes it seen.
   *
   * @param choosers how users are asked; tests answer themselves
   * @param switchTo opens another workspace in place of this one
   */
  public Workbench(
      Stage stage,
      Workspace workspace,
      Choosers choosers,
      Remembered remembered,
      Consumer<Path> switchTo) {
    this.stage = stage;
    Notices notices = new Notices();
    Background background = new Background(notices::problem);
    Board board = new Board(workspace, notices::problem);
    this.theme = new Theme(remembered);
    theme.apply();
    this.session =
        new Session(
            workspace,
            new Jobs(workspace),
            background,
            board,
            notices,
            choosers,
            remembered,
            theme);
    this.shell = new Shell(session, this::panel, bar(), switchTo);
    Scene scene =
        new Scene(
            shell.view(), remembered.number("width", WIDTH), remembered.number("height", HEIGHT));
    theme.style(scene);
    stage.setTitle("Kindred");
    stage.setScene(scene);
    stage.setMinWidth(1024);
    stage.setMinHeight(680);
    scene
        .widthProperty()
        .addListener((p, before, now) -> remembered.put("width", now.doubleValue()));
    scene
        .heightProperty()
        .addListener((p, before, now) -> remembered.put("height", now.doubleValue()));
    remembered.opened(workspace.path());
  }

  /** Shows the window and begins to look at the workspace. */
  public void show() {
    theme.followSystem(session.background());
    session.board().start();
    shell.openLast();
    stage.show();
  }

  /** For tests and tours. */
  public Session session() {
    return session;
  }

  /** Where the user is, and ways elsewhere. */
  public Shell shell() {
    return shell;
  }

  private Panel panel(Place place) {
    return switch (place) {
      case DATA -> new DataPanel(session, shell);
      case LATENT -> empty(place);
      case NEIGHBORS -> empty(place);
      case BYOL -> empty(place);
      case EVALUATION -> empty(place);
      case MODELS -> new ModelsPanel(session, shell);
      case RUNS -> new RunsPanel(session, shell, chartsTogether());
      case STUDIES -> new StudiesPanel(session, shell);
      case COMPUTE -> empty(place);
      case LOG -> empty(place);
    };
  }

  private Function<List<RunRow>, Node> chartsTogether() {
    Charts charts = new Charts(session);
    return runs -> {
      charts.compare(runs);
      return charts.view();
    };
  }

  private static Panel empty(Place place) {
    StackPane view = new StackPane(new EmptyState(place.icon(), place.purpose(), null, () -> {}));
    return () -> view;
  }

  private Node bar() {
    HBox bar = new HBox(new Label("CPU"));
    bar.getStyleClass().add("executor-bar");
    return bar;
  }

  /** Lets go of everything; workers go on. */
  @Override
  public void close() {
    session.board().close();
    session.background().close();
  }
}
