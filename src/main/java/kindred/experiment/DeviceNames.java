package kindred.experiment;

import java.util.Locale;

/** Devices as people read them. */
public final class DeviceNames {
  private DeviceNames() {}

  /** {@code cpu} as {@code CPU}, {@code cuda:0} as {@code CUDA:0}. */
  public static String spoken(String device) {
    return device.toUpperCase(Locale.ROOT);
  }
}
