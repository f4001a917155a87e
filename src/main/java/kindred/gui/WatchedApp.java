package kindred.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import kindred.gui.core.Remembered;
import kindred.gui.shell.Dialogs;
import kindred.run.Workspace;

/**
 * A window that nobody sits before but a program: it remembers nothing, and a thread of its own
 * works through what there is to do with it and closes it.
 */
abstract class WatchedApp extends Application {
  private final Path folder;
  private Remembered remembered;
  private Workspace workspace;
  private Workbench workbench;
  private Stage stage;

  /**
   * @param folder of the workspace that is shown
   */
  WatchedApp(Path folder) {
    this.folder = folder;
  }

  @Override
  public final void init() throws IOException {
    workspace = Workspace.open(folder);
    remembered = new Remembered(Files.createTempDirectory("kindred").resolve("window.json"));
  }

  @Override
  public final void start(Stage primary) {
    stage = primary;
    workbench = another(stage, workspace);
    begin();
  }

  /** Another window on some workspace, unseen yet; whoever asks closes it. */
  final Workbench another(Stage frame, Workspace shown) {
    return new Workbench(frame, shown, new Dialogs(frame), remembered, other -> {});
  }

  /** Shows the window and sees to it that {@link #watch} is called; on the application thread. */
  abstract void begin();

  /** Does what there is to do, off the application thread. */
  abstract void work() throws Exception;

  /** Told on the same thread how it went: null, or what went wrong. */
  abstract void ended(Throwable wrong);

  /** Does the work on a thread of its own and then closes the window. */
  final void watch() {
    inBackground("watch", this::workAndClose);
  }

  private void workAndClose() {
    try {
      work();
      ended(null);
    } catch (Exception | Error e) {
      ended(e);
    } finally {
      Platform.exit();
    }
  }

  static void inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  final Workbench workbench() {
    return workbench;
  }

  final Stage stage() {
    return stage;
  }

  static <T> T onWindowThread(Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window fails", e.getCause());
    }
  }

  static void onWindowThread(Runnable work) throws InterruptedException {
    onWindowThread(
        () -> {
          work.run();
          return null;
        });
  }

  @Override
  public final void stop() {
    workbench.close();
    remembered.close();
  }
}
