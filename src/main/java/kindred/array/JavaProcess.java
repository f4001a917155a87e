package kindred.array;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process of the Java that runs this one. */
public final class JavaProcess {
  /** The class that begins the program. */
  public static final String PROGRAM = "kindred.Kindred";

  private JavaProcess() {}

  /** Where this process finds its classes. */
  public static String classPath() {
    return System.getProperty("java.class.path");
  }

  /**
   * A process with the same classes, yet to be started, with its streams as pipes.
   *
   * @param options of Java
   * @param main the class to run, or a source file
   * @param arguments of that class
   */
  public static ProcessBuilder of(List<String> options, String main, List<String> arguments) {
    ProcessBuilder builder = new ProcessBuilder(command(options, main, arguments));
    // Not in the command line, which the path would make some kilobytes long.
    builder.environment().put("CLASSPATH", classPath());
    return builder;
  }

  /** The command line of such a process, in which no class path is named unless by an option. */
  public static List<String> command(List<String> options, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(main);
    command.addAll(arguments);
    return command;
  }
}
