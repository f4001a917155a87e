package kindred;

import kindred.cli.Cli;

/** Starts the program and picks its face. */
public final class Kindred {
  private Kindred() {}

  /** Ends the process with the exit code of the command. */
  public static void main(String[] arguments) {
    System.exit(Cli.run(arguments));
  }
}
