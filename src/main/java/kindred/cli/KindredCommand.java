package kindred.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import kindred.experiment.BadInput;
import kindred.experiment.Experiment;
import kindred.run.Version;
import kindred.run.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The terminal's root command; without a subcommand it runs the demo. */
@Command(
    name = "kindred",
    description =
        "Learn image representations without labels, from each image's nearest others.%n"
            + "Without a command: the window, or where there is no display, the sample experiment.",
    mixinStandardHelpOptions = true,
    versionProvider = KindredCommand.VersionProvider.class,
    scope = ScopeType.INHERIT,
    subcommands = {
      WindowCommand.class,
      ScreenshotsCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      GetCommand.class,
      DatasetsCommand.class,
      LeakageCommand.class,
      LatentCommand.class,
      NeighborsCommand.class,
      PairsCommand.class,
      VerdictsCommand.class,
      ByolCommand.class,
      EvaluateCommand.class,
      EmbedCommand.class,
      ExportCommand.class,
      PredictCommand.class,
      ReportCommand.class,
      MapCommand.class,
      RunCommand.class,
      StudyCommand.class,
      RunsCommand.class,
      ShowCommand.class,
      ResumeCommand.class,
      StopCommand.class,
      RemoveCommand.class,
      BenchCommand.class,
      ComputeCommand.class,
      WorkCommand.class,
      ServeCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0: done", "1: failed", "2: bad input", "130: stopped"},
    sortOptions = false)
final class KindredCommand implements Callable<Integer> {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder of data sets and runs. Default: ~/Kindred")
  Path workspace = Workspace.USUAL;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "One JSON object as the last line of standard output.")
  boolean json;

  @Option(
      names = "--tensorboard",
      scope = ScopeType.INHERIT,
      description =
          "Runs that begin or go on now also write event files into their folders; watch them with"
              + " tensorboard --logdir DIR/runs.")
  boolean tensorBoard;

  /** The workspace, made if it is missing. */
  Workspace open() {
    Workspace opened = Workspace.open(workspace);
    return tensorBoard ? opened.withTensorBoard() : opened;
  }

  Terminal terminal() {
    return new Terminal(json);
  }

  final Face window;

  KindredCommand(Face window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    Optional<String> hindrance = window.hindrance();
    if (hindrance.isEmpty()) {
      openWindow(Optional.empty());
      return 0;
    }
    terminal().note("no window: " + hindrance.get() + "; running the sample experiment here");
    return new Stages(this).experiment(Experiment.sample(), false, "demo", ExperimentOptions.GO_ON);
  }

  /**
   * Shows the window until it is closed.
   *
   * @param experiment a file to ask about in it
   */
  void openWindow(Optional<Path> experiment) {
    shown(() -> window.open(workspace, experiment));
  }

  /**
   * Does something with the window.
   *
   * @throws BadInput if there can be none here, saying why
   */
  void shown(Runnable work) {
    requireWindow();
    try {
      work.run();
    } catch (UnsupportedOperationException e) {
      throw new BadInput(e.getMessage(), e);
    }
  }

  /**
   * Makes sure that there can be a window, as far as known.
   *
   * @throws BadInput if not, saying why
   */
  void requireWindow() {
    window
        .hindrance()
        .ifPresent(
            why -> {
              throw new BadInput("no window can be opened: " + why);
            });
  }

  /** Names the version. */
  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Kindred " + Version.TEXT};
    }
  }

  /** Parses and executes; returns the exit code. */
  static int execute(Face window, String... arguments) {
    Optional<Integer> shown = WindowStart.tried(window, arguments);
    return shown.isPresent() ? shown.get() : parsed(window, arguments);
  }

  private static int parsed(Face window, String... arguments) {
    CommandLine line = new CommandLine(new KindredCommand(window));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    line.setParameterExceptionHandler(new Failures());
    return line.execute(isOpened(arguments) ? new String[] {"window", arguments[0]} : arguments);
  }

  /** Whether a desktop started the program with an experiment's file and nothing else. */
  private static boolean isOpened(String... arguments) {
    return arguments.length == 1 && arguments[0].endsWith(".kindred.json");
  }
}
