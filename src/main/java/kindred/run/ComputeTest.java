package kindred.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Precision;
import kindred.torch.Devices;
import kindred.torch.EngineCheck;
import kindred.torch.Torch;

/** Tries the engine as a worker would have it. */
public final class ComputeTest {
  private static final long PATIENCE_SECONDS = 180;

  private ComputeTest() {}

  /**
   * What came of it.
   *
   * @param engine name and version
   * @param nativeFolder where the native library lies
   * @param devices that can be asked for
   * @param device that was tried
   * @param threads of the CPU that were used
   * @param precision that {@code auto} stands for on this device
   * @param milliseconds for the product of two 1024×1024 matrices
   * @param gigaflops the same as operations per second, in thousands of millions
   */
  public record Report(
      String engine,
      String nativeFolder,
      List<String> devices,
      String device,
      int threads,
      String precision,
      double milliseconds,
      double gigaflops) {}

  /**
   * Loads the engine into this process and multiplies on its best device: the first GPU, else the
   * CPU.
   *
   * @param threads of the CPU; 0 for one per core
   */
  public static Report here(int threads) {
    int used = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    try (Torch cpu = Torch.open("cpu", used)) {
      List<String> devices = EngineCheck.devices();
      String best = devices.size() > 1 ? devices.get(1) : "cpu";
      try (Torch torch = best.equals("cpu") ? cpu : Torch.open(best, used)) {
        double milliseconds = EngineCheck.multiply(torch);
        return new Report(
            Torch.engine(),
            EngineCheck.nativeFolder(),
            devices,
            best,
            used,
            Devices.precision(Precision.AUTO, best).toString(),
            rounded(milliseconds),
            rounded(EngineCheck.gigaOperations() / (milliseconds * 1e-3)));
      }
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /**
   * The same in a process of its own, with these settings.
   *
   * @throws BadInput with the reason if the engine does not come to a result
   */
  public static Report inProcess(ComputeSettings settings) {
    ProcessBuilder builder =
        EngineProcess.of(
            List.of("compute", "--threads", Integer.toString(settings.threads()), "--json"),
            settings);
    try {
      Path errors = Files.createTempFile("kindred-compute", ".txt");
      try {
        return report(builder.redirectError(errors.toFile()).start(), errors);
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the test does not start", e);
    }
  }

  private static Report report(Process process, Path errors) throws IOException {
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new BadInput("the engine did not answer in " + PATIENCE_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw new BadInput(reason(process.exitValue(), Files.readString(errors)));
      }
      String last = said.strip().lines().reduce("", (before, line) -> line);
      return Json.read(last, Report.class, "report");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput("the test was broken off", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String reason(int exitCode, String errors) {
    String first = errors.strip().lines().findFirst().orElse("it left no reason");
    return "the engine does not work (exit code " + exitCode + "): " + first;
  }

  /** As a tree, for scripts. */
  public static ObjectNode json(Report report) {
    return Json.tree(report);
  }
}
