package kindred.gui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import kindred.gui.core.Remembered;
import kindred.run.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A real window, without a screen, on a workspace of its own that has the sample images. The
 * workspace is in {@link #folder}; questions are answered by {@link #choosers}.
 */
@ExtendWith(WindowExtension.class)
public abstract class WindowCase {
  private static final int BUSY = 3;

  protected Path folder;
  protected Workbench workbench;
  private Remembered remembered;
  protected final Answers choosers = new Answers();

  /** Workspaces that the user wanted to switch to. */
  protected final List<Path> switchedTo = new ArrayList<>();

  @BeforeEach
  void openWindow() throws Exception {
    folder = Files.createTempDirectory("kindred-window");
    openWorkbench();
  }

  /** Opens the window; also again, after {@link #closeWorkbench}. */
  protected final void openWorkbench() throws Exception {
    Workspace workspace = Workspace.open(folder.resolve("workspace"));
    remembered = new Remembered(folder.resolve("window.json"));
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupStage(
        stage -> {
          workbench = new Workbench(stage, workspace, choosers, remembered, switchedTo::add);
          workbench.show();
        });
  }

  /** Closes the window as if its process ended; workers go on. */
  protected final void closeWorkbench() throws Exception {
    onWindowThread(
        () -> {
          workbench.close();
          return null;
        });
    remembered.close();
    FxToolkit.cleanupStages();
  }

  @AfterEach
  void closeWindow(WindowRobot robot) throws Exception {
    closeWorkbench();
    FxToolkit.cleanupInput(robot); // no key stays pressed for the next test
  }

  /** Computes something on the application thread. */
  protected static <T> T onWindowThread(Callable<T> work) throws Exception {
    return WindowThread.compute(work);
  }

  /**
   * Waits until something holds, asked on the application thread. A question about something that
   * is not in the window is answered with no.
   *
   * @param seconds that it may take where nothing else runs; a busy machine is given more
   */
  protected static void await(String what, long seconds, Callable<Boolean> condition)
      throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          BUSY * seconds, TimeUnit.SECONDS, () -> onWindowThread(() -> holds(condition)));
    } catch (TimeoutException e) {
      throw new AssertionError("in " + BUSY * seconds + " s it did not come to this: " + what, e);
    }
  }

  private static boolean holds(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (EmptyNodeQueryException e) {
      return false;
    }
  }

  /** The stage of the window. */
  protected static Stage stage() {
    return FxToolkit.toolkitContext().getRegisteredStage();
  }

  static {
    Platform.setImplicitExit(false);
  }
}
