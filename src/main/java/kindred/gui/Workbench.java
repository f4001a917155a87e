package kindred.gui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import kindred.gui.byol.ByolPanel;
import kindred.gui.chart.Charts;
import kindred.gui.chart.RunCharts;
import kindred.gui.compute.ComputePanel;
import kindred.gui.core.Background;
import kindred.gui.core.Board;
import kindred.gui.core.Choosers;
import kindred.gui.core.Notices;
import kindred.gui.core.Panel;
import kindred.gui.core.Place;
import kindred.gui.core.Remembered;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Theme;
import kindred.gui.data.DataPanel;
import kindred.gui.decode.DecodeView;
import kindred.gui.evaluation.EvaluationPanel;
import kindred.gui.executor.Closing;
import kindred.gui.executor.ClosingChoice;
import kindred.gui.executor.Execution;
import kindred.gui.executor.ExecutorBar;
import kindred.gui.latent.LatentPanel;
import kindred.gui.log.LogPanel;
import kindred.gui.log.Toasts;
import kindred.gui.map.MapView;
import kindred.gui.models.ModelsPanel;
import kindred.gui.neighbors.NeighborsPanel;
import kindred.gui.neighbors.PairBrowser;
import kindred.gui.results.byol.PositivesView;
import kindred.gui.results.evaluation.AccuracyView;
import kindred.gui.results.evaluation.ClassBarsView;
import kindred.gui.results.evaluation.ConfusionView;
import kindred.gui.results.latent.ReconstructionsView;
import kindred.gui.runs.RunsPanel;
import kindred.gui.search.SearchView;
import kindred.gui.shell.Shell;
import kindred.gui.studies.StudiesPanel;
import kindred.run.Jobs;
import kindred.run.Leftovers;
import kindred.run.LiveProcesses;
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
  private final Execution execution;
  private final ExecutorBar bar;
  private final Shell shell;
  private final LiveProcesses live;
  private LogPanel log;
  private boolean closed;

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
    this.live =
        new LiveProcesses(workspace, words -> Platform.runLater(() -> notices.problem(words)));
    this.execution = new Execution(session);
    this.bar = bar();
    this.shell = new Shell(session, this::panel, bar, switchTo);
    Toasts toasts = new Toasts(notices, () -> shell.open(Place.LOG));
    shell.view().getChildren().add(toasts.view());
    stage.setOnCloseRequest(this::closeAsked);
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

  /** Shows the window, and as soon as it is seen begins to look at the workspace. */
  public void show() {
    shell.openLast();
    stage.show();
    afterFirstPicture(
        () -> {
          theme.followSystem(session.background());
          session.board().start();
          execution.start();
          session
              .background()
              .run(
                  () -> {
                    Leftovers.remove(session.workspace());
                    return null;
                  },
                  nothing -> {});
        });
  }

  private void afterFirstPicture(Runnable work) {
    Scene scene = stage.getScene();
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(
                () -> {
                  if (!closed) {
                    work.run();
                  }
                });
          }
        });
    Platform.requestNextPulse();
  }

  /** For tests and tours. */
  public Session session() {
    return session;
  }

  /** Whether all that was asked so far, in the background or of a live process, is answered. */
  boolean idle() {
    return session.background().idle() && live.idle();
  }

  /** Where the user is, and ways elsewhere. */
  public Shell shell() {
    return shell;
  }

  private Panel panel(Place place) {
    return switch (place) {
      case DATA -> new DataPanel(session, shell);
      case LATENT ->
          searchable(
              search ->
                  LatentPanel.of(
                      session,
                      shell,
                      List.of(
                          new RunCharts(session),
                          new ReconstructionsView(session),
                          new MapView(session, null),
                          new DecodeView(session, live),
                          search)));
      case NEIGHBORS ->
          searchable(search -> NeighborsPanel.of(session, shell, neighborViews(search)));
      case BYOL ->
          searchable(
              search ->
                  ByolPanel.of(
                      session,
                      shell,
                      List.of(
                          new RunCharts(session),
                          new PositivesView(session),
                          new MapView(session, null),
                          search)));
      case EVALUATION ->
          EvaluationPanel.of(
              session,
              shell,
              List.of(
                  new AccuracyView(session, shell),
                  new ConfusionView(session),
                  new ClassBarsView(session)));
      case MODELS -> new ModelsPanel(session, shell);
      case RUNS -> new RunsPanel(session, shell, this::charts);
      case STUDIES -> new StudiesPanel(session, shell);
      case COMPUTE -> new ComputePanel(session, new ClosingChoice(session));
      case LOG -> log();
    };
  }

  /** A panel with a search among its views; an image dropped anywhere on it is searched for. */
  private Panel searchable(Function<SearchView, Panel> panel) {
    SearchView search = new SearchView(session, live);
    Panel made = panel.apply(search);
    search.accept(made.view());
    return made;
  }

  private List<ResultView> neighborViews(SearchView search) {
    PairBrowser pairs = new PairBrowser(session, shell);
    List<ResultView> views = new ArrayList<>(pairs.views());
    views.add(new MapView(session, pairs::open));
    views.add(search);
    return views;
  }

  private Node charts(List<RunRow> runs) {
    Charts charts = new Charts(session);
    charts.compare(runs);
    return charts.view();
  }

  private LogPanel log() {
    if (log == null) {
      log = new LogPanel(session, run -> shell.openRun(run.id()));
    }
    return log;
  }

  private ExecutorBar bar() {
    return new ExecutorBar(
        session,
        execution,
        new ExecutorBar.Ways() {
          @Override
          public void open(RunRow run) {
            shell.openRun(run.id());
          }

          @Override
          public void explain(RunRow run) {
            shell.open(Place.LOG);
            Workbench.this.log().explain(run);
          }

          @Override
          public void log() {
            shell.open(Place.LOG);
          }
        });
  }

  /** Closes the window, after whatever there is to ask about runs at work. */
  private void closeAsked(WindowEvent event) {
    event.consume();
    leave(stage::hide);
  }

  /**
   * Asks whatever there is to ask about runs at work before this workspace is left.
   *
   * @param agreed called on the application thread once it may be, maybe never
   */
  public void leave(Runnable agreed) {
    new Closing(session, execution).ask(agreed);
  }

  /** Lets go of everything; workers go on. */
  @Override
  public void close() {
    closed = true;
    execution.close();
    live.close();
    bar.close();
    session.board().close();
    session.background().close();
  }
}
