package kindred.array;

import java.nio.file.Path;

/** Where a user's programs keep what they can make again. */
public final class UserCache {
  private UserCache() {}

  /** The program's folder there, by the custom of the system; it need not exist. */
  public static Path folder() {
    String home = System.getProperty("user.home");
    String system = System.getProperty("os.name");
    return system.startsWith("Windows")
        ? Path.of(home, "AppData", "Local", "Kindred")
        : system.startsWith("Mac")
            ? Path.of(home, "Library", "Caches", "Kindred")
            : Path.of(home, ".cache", "kindred");
  }
}
