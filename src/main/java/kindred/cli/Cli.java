package kindred.cli;

/** The terminal face of the program. */
public final class Cli {
  private Cli() {}

  /**
   * Carries out a command line.
   *
   * @param window the other face, for the commands that show it
   * @return 0 done, 1 failed, 2 bad input, 130 stopped
   */
  public static int run(Face window, String... arguments) {
    return KindredCommand.execute(window, arguments);
  }
}
