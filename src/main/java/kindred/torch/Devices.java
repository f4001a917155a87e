package kindred.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.experiment.Precision;

/** What the machine's processors can do. */
public final class Devices {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Devices() {}

  /**
   * Decides between fp32 and bf16.
   *
   * @param wanted as asked for; auto is bf16 on a GPU and on a CPU that multiplies bf16 natively
   */
  public static Precision precision(Precision wanted, String device) {
    if (wanted != Precision.AUTO) {
      return wanted;
    }
    return !device.equals("cpu") || cpuHasBf16() ? Precision.BF16 : Precision.FP32;
  }

  /** The same decision as {@link #precision} in a sentence, with its reason. */
  public static String explained(Precision wanted, String device) {
    String chosen = "computes in " + precision(wanted, device) + ": ";
    if (wanted != Precision.AUTO) {
      return chosen + "it was asked for";
    }
    if (!device.equals("cpu")) {
      return chosen + "a GPU is faster at it";
    }
    return chosen
        + (cpuHasBf16()
            ? "this processor multiplies it natively"
            : "this processor does not say that it multiplies bf16 natively");
  }

  /** Known on Linux, where the kernel lists the instructions; elsewhere false. */
  private static boolean cpuHasBf16() {
    if (!Files.isReadable(CPU_INFO)) {
      return false;
    }
    try {
      String text = Files.readString(CPU_INFO);
      return text.contains("avx512_bf16") || text.contains("amx_bf16");
    } catch (IOException e) {
      return false;
    }
  }
}
