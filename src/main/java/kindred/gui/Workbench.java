package kindred.gui;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import kindred.gui.core.Background;
import kindred.gui.core.Board;
import kindred.gui.core.Choosers;
import kindred.gui.core.FolderOpener;
import kindred.gui.core.Notices;
import kindred.gui.core.Place;
import kindred.gui.core.Pulses;
import kindred.gui.core.Remembered;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Theme;
import kindred.gui.executor.Closing;
import kindred.gui.executor.Execution;
import kindred.gui.executor.ExecutorBar;
import kindred.gui.form.Form;
import kindred.gui.log.Toasts;
import kindred.gui.shell.Shell;
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
  private static final double MIN_WIDTH = 1024;
  private static final double MIN_HEIGHT = 680;
  private static final double FRAME = 40; // what a title and edges may take of the screen

  private final Stage stage;
  private final Session session;
  private final Theme theme;
  private final Execution execution;
  private final ExecutorBar bar;
  private final Shell shell;
  private final LiveProcesses live;
  private final Panels panels;
  private final double width;
  private final double height;
  private final ChangeListener<Number> wider = (side, before, now) -> remember("width", now);
  private final ChangeListener<Number> higher = (side, before, now) -> remember("height", now);
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
    this.panels = new Panels(session, live, this::shell);
    this.shell = new Shell(session, panels::at, bar, switchTo);
    Toasts toasts = new Toasts(notices, () -> shell.open(Place.LOG), this::openFolder);
    shell.view().getChildren().add(toasts.view());
    stage.setOnCloseRequest(this::closeAsked);
    this.width = remembered.number("width", WIDTH);
    this.height = remembered.number("height", HEIGHT);
    Scene scene = new Scene(shell.view(), width, height);
    theme.style(scene);
    stage.setTitle("Kindred");
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    // A window larger than the screen is shown by some systems as small as it may be.
    stage.setMaximized(width > screen.getWidth() || height + FRAME > screen.getHeight());
    remembered.opened(workspace.path());
  }

  private void openFolder(Path saved) {
    session.background().run(() -> FolderOpener.open(saved), opened -> {});
  }

  /** Shows the window, and as soon as it is seen begins to look at the workspace. */
  public void show() {
    shell.openLast();
    stage.show();
    if (!stage.isMaximized()) {
      // Asked before it was shown, some window managers give it the least size instead.
      stage.setWidth(width);
      stage.setHeight(height);
    }
    stage.widthProperty().addListener(wider);
    stage.heightProperty().addListener(higher);
    Pulses.next(stage.getScene(), () -> Platform.runLater(this::look));
  }

  /** Keeps a side of the window for the next start, but not that of a maximized one. */
  private void remember(String side, Number length) {
    if (!stage.isMaximized()) {
      session.remembered().put(side, length.doubleValue());
    }
  }

  /** Begins to look at the workspace, unless the window is closed already. */
  private void look() {
    if (closed) {
      return;
    }
    theme.followSystem(session.background());
    session.board().start();
    execution.start();
    session
        .background()
        .run(
            () -> {
              Form.prepare();
              WindowClasses.load();
              return null;
            },
            nothing -> {});
    session
        .background()
        .run(
            () -> {
              Leftovers.remove(session.workspace());
              return null;
            },
            nothing -> {});
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
            panels.log().explain(run);
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
    stage.widthProperty().removeListener(wider); // the stage may go on with another workbench
    stage.heightProperty().removeListener(higher);
    execution.close();
    live.close();
    bar.close();
    session.board().close();
    session.background().close();
  }
}
