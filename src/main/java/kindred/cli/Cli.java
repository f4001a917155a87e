package kindred.cli;

/** The terminal face of the program. */
public final class Cli {
  /** How an experiment's file ends that the desktop opens with the program. */
  private static final String EXPERIMENT = ".kindred.json";

  private Cli() {}

  /**
   * Carries out a command line. A lone experiment's file, which is all that a desktop gives to the
   * program when such a file is opened, is shown in the window.
   *
   * @param window the other face, for the commands that show it
   * @return 0 done, 1 failed, 2 bad input, 130 stopped
   */
  public static int run(Face window, String... arguments) {
    return KindredCommand.execute(window, command(arguments));
  }

  private static String[] command(String... arguments) {
    return arguments.length == 1 && arguments[0].endsWith(EXPERIMENT)
        ? new String[] {"window", arguments[0]}
        : arguments;
  }
}
