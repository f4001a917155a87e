package kindred.cli;

import picocli.CommandLine.Option;

/** How the stages of an experiment are carried out. */
final class ExperimentOptions {
  static final String GO_ON = "--go-on";

  @Option(
      names = GO_ON,
      description =
          "Use runs again that the workspace has already, and go on with unfinished ones, as a"
              + " study does. Without it every stage is a new run.")
  boolean goOn;
}
