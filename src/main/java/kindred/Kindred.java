package kindred;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import kindred.cli.Cli;
import kindred.cli.Face;
import kindred.gui.Window;
import kindred.gui.WindowProcess;
import kindred.run.Workspace;

/** Starts the program and brings its two faces together. */
public final class Kindred {
  private Kindred() {}

  /** Ends the process with the exit code of the command. */
  public static void main(String[] arguments) {
    System.exit(Cli.run(new WindowFace(arguments), arguments));
  }

  private static final class WindowFace implements Face {
    private final String[] arguments;

    WindowFace(String[] arguments) {
      this.arguments = arguments;
    }

    @Override
    public Optional<String> hindrance() {
      return Window.hindrance();
    }

    @Override
    public void open(Path workspace, Optional<Path> experiment) {
      OptionalInt ended = WindowProcess.run(arguments);
      if (ended.isEmpty()) {
        Window.open(Workspace.open(workspace).path(), experiment);
      } else if (ended.getAsInt() != 0) {
        System.exit(ended.getAsInt());
      }
    }

    @Override
    public void screenshots(Path workspace, Path folder, Consumer<String> progress) {
      Window.screenshots(workspace, folder, progress);
    }
  }
}
