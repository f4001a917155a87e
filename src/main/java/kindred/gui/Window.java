package kindred.gui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Application;
import org.apache.commons.io.file.PathUtils;

/** The window face of the program. */
public final class Window {
  private Window() {}

  /** Why no window can be opened here, in a sentence; nothing if one can, as far as known. */
  public static Optional<String> hindrance() {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    return linux && !display
        ? Optional.of("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)")
        : Optional.empty();
  }

  /**
   * Opens the window and returns when it is closed. Where the environment names a file for figures,
   * the window is measured, and closes when they are in the file.
   *
   * @param experiment a file to ask about once the window is there
   * @throws UnsupportedOperationException if the system lacks what a window needs, with what to do
   */
  public static void open(Path workspace, Optional<Path> experiment) {
    Optional<Path> figures = BenchApp.wanted();
    Optional<String> run = BrowserBenchApp.wanted();
    if (figures.isPresent() && run.isPresent()) {
      BrowserBenchApp.request = new BrowserBenchApp.Request(workspace, run.get(), figures.get());
      BrowserBenchApp.end = new CompletableFuture<>();
      launch(BrowserBenchApp.class);
      BrowserBenchApp.end.join();
    } else if (figures.isPresent()) {
      BenchApp.request = new BenchApp.Request(workspace, figures.get());
      BenchApp.end = new CompletableFuture<>();
      launch(BenchApp.class);
      BenchApp.end.join();
    } else {
      WindowApp.first = workspace;
      WindowApp.experiment = experiment;
      launch(WindowApp.class);
    }
  }

  /**
   * Takes pictures of every panel, view and state of the window, light and dark. It uses a copy of
   * the workspace in the system's folder for temporary files, which is removed afterwards: nothing
   * in the workspace changes.
   *
   * @param workspace whose runs are seen; one without any gets the sample experiment's, in the copy
   * @param folder for the PNG files, made if needed
   * @param progress told what was done
   * @throws UnsupportedOperationException as {@link #open}
   */
  public static void screenshots(Path workspace, Path folder, Consumer<String> progress) {
    try {
      Path scratch = Files.createTempDirectory("kindred");
      try {
        Path copy = scratch.resolve(workspace.toAbsolutePath().getFileName());
        PathUtils.copyDirectory(workspace, copy);
        Path empty = scratch.resolve("empty").resolve("Kindred");
        ScreenshotApp.request = new ScreenshotApp.Request(copy, empty, folder, progress);
        ScreenshotApp.end = new CompletableFuture<>();
        launch(ScreenshotApp.class);
        ScreenshotApp.end.join();
      } finally {
        PathUtils.deleteDirectory(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void launch(Class<? extends Application> application) {
    // Charts are painted by JFreeChart, which asks AWT for fonts and colors but never for a screen.
    System.setProperty("java.awt.headless", "true");
    try {
      Application.launch(application);
    } catch (UnsupportedOperationException e) {
      throw new UnsupportedOperationException(
          "the window needs GTK 3; install it (Debian, Ubuntu: apt install libgtk-3-0), or use the"
              + " terminal: kindred --help",
          e);
    }
  }
}
