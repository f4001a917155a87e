package kindred.gui;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kindred.array.JavaProcess;
import kindred.array.UserCache;

/**
 * The window in a process of its own whose Java is set up for a window: left alone, Java on a large
 * machine takes a heap of hundreds of megabytes that a window never needs. Whoever gives Java
 * options of their own has the window in the process they started.
 */
public final class WindowProcess {
  /** When the user started the program, in milliseconds since 1970. */
  static final String BEGAN = "kindred.began";

  /**
   * G1 marks beside the window, where a serial collection of the whole heap stopped it for more
   * than 100 ms. It is told to spend time rather than memory: few threads, small regions (as the
   * pictures of windows are arrays of megabytes), no growth to save time, a small young generation,
   * and no marking before three quarters are in use.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseG1GC",
          "-XX:ParallelGCThreads=2",
          "-XX:ConcGCThreads=1",
          "-XX:G1ConcRefinementThreads=1",
          "-XX:G1HeapRegionSize=1m",
          "-XX:InitiatingHeapOccupancyPercent=75",
          "-XX:-G1UseAdaptiveIHOP",
          "-XX:G1ReservePercent=3",
          "-XX:G1HeapWastePercent=2",
          "-XX:GCTimeRatio=1",
          "-XX:TieredStopAtLevel=1",
          "-Xms160m",
          "-Xmn14m",
          "-Xmx1g",
          "-XX:MetaspaceSize=96m",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=25",
          "-XX:ReservedCodeCacheSize=64m");

  /** What the launcher of an installed program tells Java on its own account. */
  private static final String OF_INSTALLED = "-Djpackage.";

  private WindowProcess() {}

  /**
   * Runs the program in such a process until it ends, unless this is one already or Java was given
   * options.
   *
   * @param arguments of the program
   * @return its exit code; nothing if this process shall show the window
   */
  public static OptionalInt run(String... arguments) {
    if (ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .anyMatch(option -> !option.startsWith(OF_INSTALLED))) {
      return OptionalInt.empty();
    }
    String classPath = absolute(JavaProcess.classPath());
    Optional<ClassArchive> archive =
        ClassArchive.of(UserCache.folder(), Path.of(classPath.split(File.pathSeparator)[0]));
    try {
      Instant opened = Instant.now();
      Process window = builder(classPath, archive, arguments).inheritIO().start();
      Runtime.getRuntime().addShutdownHook(new Thread(window::destroy, "window's end"));
      int code = window.waitFor();
      archive.ifPresent(made -> made.keepOrDrop(code == 0, opened));
      return OptionalInt.of(code);
    } catch (IOException noLauncher) {
      // Some runtimes come without a java command; the window then opens here.
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.of(1);
    }
  }

  /** Java takes an archive of classes only for the very class path that it was made with. */
  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static ProcessBuilder builder(
      String classPath, Optional<ClassArchive> archive, String... arguments) {
    List<String> options = new ArrayList<>(OPTIONS);
    archive.ifPresent(classes -> options.addAll(classes.options()));
    options.add("-D" + BEGAN + "=" + began().toEpochMilli());
    // An option, as whatever the window starts, such as a file manager, gets its environment.
    options.addAll(List.of("-cp", classPath));
    ProcessBuilder builder =
        new ProcessBuilder(JavaProcess.command(options, JavaProcess.PROGRAM, List.of(arguments)));
    // One pool for native memory instead of one a thread (glibc; others ignore it).
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "1");
    return builder;
  }

  /** When the user started the program. */
  static Instant began() {
    String given = System.getProperty(BEGAN);
    return given != null
        ? Instant.ofEpochMilli(Long.parseLong(given))
        : ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
  }
}
