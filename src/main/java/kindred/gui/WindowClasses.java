package kindred.gui;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javafx.scene.control.Control;

/**
 * The classes that panels are made of. A window that has no {@link ClassArchive} yet would read
 * them on the application thread, a panel's when it is first opened.
 */
final class WindowClasses {
  private static final String ENDING = ".class";

  private WindowClasses() {}

  /**
   * Reads and links them, and initializes none. Takes a second or two, or a tenth of that from an
   * archive; for a background thread. Nothing happens where the program is in no JAR.
   */
  static void load() throws IOException, ClassNotFoundException, URISyntaxException {
    load(WindowClasses.class, List.of("kindred/gui/"));
    load(Control.class, List.of("javafx/scene/control/skin/", "com/sun/javafx/scene/control/"));
  }

  private static void load(Class<?> one, List<String> packages)
      throws IOException, ClassNotFoundException, URISyntaxException {
    Path program = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isRegularFile(program)) {
      return;
    }
    try (JarFile jar = new JarFile(program.toFile())) {
      List<String> names =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> name.endsWith(ENDING))
              .filter(name -> packages.stream().anyMatch(name::startsWith))
              .toList();
      for (String name : names) {
        String type = name.substring(0, name.length() - ENDING.length()).replace('/', '.');
        // Asking for constructors is what links a class without running its initializer.
        var unused = Class.forName(type, false, one.getClassLoader()).getDeclaredConstructors();
      }
    }
  }
}
