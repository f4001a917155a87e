package kindred;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kindred.cli.Cli;
import kindred.cli.Face;
import kindred.gui.Window;

/** Starts the program and brings its two faces together. */
public final class Kindred {
  private Kindred() {}

  /** Ends the process with the exit code of the command. */
  public static void main(String[] arguments) {
    System.exit(Cli.run(new WindowFace(), arguments));
  }

  private static final class WindowFace implements Face {
    @Override
    public Optional<String> hindrance() {
      return Window.hindrance();
    }

    @Override
    public void open(Path workspace) {
      Window.open(workspace);
    }

    @Override
    public void screenshots(Path workspace, Path folder, Consumer<String> progress) {
      Window.screenshots(workspace, folder, progress);
    }

    @Override
    public Map<String, Double> bench(Path workspace, String run) {
      return Window.bench(workspace, run);
    }
  }
}
