package kindred.gui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import kindred.gui.core.Choosers;
import kindred.gui.core.Remembered;
import kindred.gui.shell.Dialogs;
import kindred.run.Workspace;

/** What JavaFX starts: one window, on one workspace at a time. */
public final class WindowApp extends Application {
  /** Set before the start; JavaFX makes this class itself. */
  static Path first;

  /** A file that the user opened the program with. */
  static Optional<Path> experiment = Optional.empty();

  private Workspace workspace;
  private Stage stage;
  private Choosers choosers;
  private Remembered remembered;
  private Workbench workbench;

  /** Opens the workspace, on a thread that nobody looks at. */
  @Override
  public void init() {
    remembered = new Remembered(Remembered.usualFile());
    workspace = Workspace.open(first);
  }

  @Override
  public void start(Stage primary) {
    stage = primary;
    choosers = new Dialogs(stage);
    open(workspace);
    experiment.ifPresent(
        file -> OpenedExperiment.ask(workbench.session(), workbench.shell(), file));
  }

  private void open(Workspace next) {
    workbench = new Workbench(stage, next, choosers, remembered, this::switchTo);
    workbench.show();
  }

  private void switchTo(Path folder) {
    workbench
        .session()
        .background()
        .run(
            () -> Workspace.open(folder),
            next ->
                workbench.leave(
                    () -> {
                      workbench.close();
                      open(next);
                    }));
  }

  @Override
  public void stop() {
    workbench.close();
    remembered.close();
    Platform.exit();
  }
}
