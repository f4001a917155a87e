package kindred.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import kindred.experiment.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a message and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult result)
      throws Exception {
    PrintWriter err = line.getErr();
    if (e instanceof BadInput) {
      err.println("kindred: " + e.getMessage());
      return BAD_INPUT;
    }
    if (e instanceof UncheckedIOException) {
      err.println("kindred: " + e.getCause().getMessage());
      return FAILED;
    }
    err.println("kindred: this is a defect of the program, please report it:");
    e.printStackTrace(err);
    return FAILED;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("kindred: " + e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    }
    return BAD_INPUT;
  }
}
