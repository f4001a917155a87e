package kindred.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How busy the machine is at a moment.
 *
 * @param load share of all processors' time that is used, from 0 to 1; below 0 if nobody knows yet
 * @param cores processors
 * @param used bytes of memory that are taken; caches that the system would give up are not counted
 *     where it tells them apart (Linux)
 * @param total bytes of memory
 * @param workers bytes that the asked processes have in memory; 0 where that is not known
 * @param gpus as {@code nvidia-smi} has them; untested on a real one
 */
public record Machine(double load, int cores, long used, long total, long workers, List<Gpu> gpus) {
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final long PATIENCE_MILLIS = 2000;
  private static volatile boolean noGpuTool;

  /**
   * A GPU.
   *
   * @param load share of its time, from 0 to 1
   * @param used bytes of its memory
   * @param total bytes
   */
  public record Gpu(String name, double load, long used, long total) {}

  /** Looks; starts a process where there is a GPU. Not for a thread that must not wait. */
  public static Machine look(Collection<Long> workers) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize();
    return new Machine(
        system.getCpuLoad(),
        system.getAvailableProcessors(),
        total - available(system, total),
        total,
        workers.stream().mapToLong(Machine::resident).sum(),
        seenGpus());
  }

  /** The system's own figure, unless a container sees another total than the machine has. */
  private static long available(OperatingSystemMXBean system, long total) {
    long whole = kilobytes(MEMORY, "MemTotal:");
    long available = kilobytes(MEMORY, "MemAvailable:");
    return whole == total && available > 0 ? available : system.getFreeMemorySize();
  }

  private static long resident(long pid) {
    return kilobytes(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
  }

  /** A field of one of the kernel's lists, in bytes; 0 if it is not there. */
  private static long kilobytes(Path list, String field) {
    if (!Files.isReadable(list)) {
      return 0;
    }
    try {
      return Files.readAllLines(list).stream()
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException endedThisMoment) {
      return 0;
    }
  }

  private static List<Gpu> seenGpus() {
    if (noGpuTool) {
      return List.of();
    }
    List<String> command =
        List.of(
            "nvidia-smi",
            "--query-gpu=name,utilization.gpu,memory.used,memory.total",
            "--format=csv,noheader,nounits");
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return List.of();
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? parsed(said) : List.of();
    } catch (IOException noSuchProgram) {
      noGpuTool = true;
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Lines such as {@code NVIDIA A100, 37, 1204, 40960}, in percent and MiB. */
  static List<Gpu> parsed(String lines) {
    List<Gpu> gpus = new ArrayList<>();
    for (String line : lines.strip().split("\\R")) {
      String[] fields = line.split(",");
      if (fields.length == 4) {
        gpus.add(
            new Gpu(
                fields[0].strip(),
                number(fields[1]) / 100,
                (long) number(fields[2]) << 20,
                (long) number(fields[3]) << 20));
      }
    }
    return gpus;
  }

  private static double number(String field) {
    String digits = field.strip();
    return digits.matches("[0-9.]+") ? Double.parseDouble(digits) : 0;
  }
}
