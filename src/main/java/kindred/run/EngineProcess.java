package kindred.run;

import java.util.List;
import java.util.Map;
import kindred.array.JavaProcess;

/** This same program in a process of its own, set up for work with the engine. */
public final class EngineProcess {
  /**
   * Left alone, glibc hands a step's buffers back to the system and takes them again in the next
   * step, page by page; keeping them took a BYOL step from 361 to 175 ms. It reads these only at a
   * process's start; other systems ignore them.
   */
  private static final Map<String, String> KEEP_FREED_MEMORY =
      Map.of(
          "MALLOC_ARENA_MAX", "1",
          "MALLOC_MMAP_THRESHOLD_", Integer.toString(32 << 20),
          "MALLOC_TRIM_THRESHOLD_", Long.toString(8L << 30),
          "MALLOC_TOP_PAD_", Integer.toString(64 << 20));

  /**
   * A heap that grows only with what lives. A step leaves a few kilobytes of garbage, and Java
   * would otherwise let gigabytes of it gather before it looks; native memory that only a
   * collection gives back would wait as long. The threads of a training leave none free to collect
   * in parallel.
   */
  private static final List<String> SMALL_HEAP =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms48m",
          "-Xmn32m",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40");

  private EngineProcess() {}

  /**
   * A process yet to be started, with its streams as pipes.
   *
   * @param arguments the program's command line
   */
  public static ProcessBuilder of(List<String> arguments) {
    ProcessBuilder builder = JavaProcess.of(SMALL_HEAP, JavaProcess.PROGRAM, arguments);
    builder.environment().putAll(KEEP_FREED_MEMORY);
    return builder;
  }

  /**
   * The same, with the PyTorch that the user chose.
   *
   * @throws kindred.experiment.BadInput if there is none where the user said
   */
  public static ProcessBuilder of(List<String> arguments, ComputeSettings settings) {
    ProcessBuilder builder = of(arguments);
    builder.environment().putAll(settings.environment());
    return builder;
  }
}
