package kindred.gui.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What the desktop prefers. JavaFX tells only from version 22 on, so the desktop is asked itself.
 */
final class SystemColors {
  private static final long PATIENCE_MILLIS = 1500;

  private SystemColors() {}

  /**
   * Whether it prefers dark; false if it does not say. Starts a process: for background threads.
   */
  static boolean dark() {
    String system = System.getProperty("os.name");
    if (system.startsWith("Mac")) {
      return says("Dark", List.of("defaults", "read", "-g", "AppleInterfaceStyle"));
    }
    if (system.startsWith("Windows")) {
      String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
      return says("0x0", List.of("reg", "query", key, "/v", "AppsUseLightTheme"));
    }
    String theme = System.getenv().getOrDefault("GTK_THEME", "");
    return theme.toLowerCase(Locale.ROOT).contains("dark")
        || says(
            "prefer-dark",
            List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"));
  }

  private static boolean says(String word, List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return false;
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said.contains(word);
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
