package kindred.gui;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import kindred.gui.core.Remembered;
import kindred.gui.shell.Dialogs;
import kindred.run.Workspace;

/** What JavaFX starts. The program's main class must not be this one. */
public final class WindowApp extends Application {
  /** Set before the start; JavaFX makes this class itself. */
  static Path workspace;

  private Workbench workbench;

  @Override
  public void start(Stage stage) {
    Remembered remembered = new Remembered(Remembered.usualFile());
    workbench = new Workbench(stage, Workspace.open(workspace), new Dialogs(stage), remembered);
    workbench.show();
  }

  @Override
  public void stop() {
    workbench.close();
  }
}
