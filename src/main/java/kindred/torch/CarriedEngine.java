package kindred.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * PyTorch's native library where an installed program has it: unpacked in a folder {@code engine}
 * beside the program's JAR, with its version in {@code version.txt}. Nothing is unpacked or copied
 * at a first start then.
 */
final class CarriedEngine {
  private static final String CHOSEN = "PYTORCH_LIBRARY_PATH";

  private CarriedEngine() {}

  /** Leads the engine there, unless the user leads it elsewhere; before it is loaded. */
  static void use() {
    if (!elsewhere()) {
      beside(program()).ifPresent(CarriedEngine::use);
    }
  }

  /** Whether the engine is led to a folder: the user's choice, or that of an installed program. */
  static boolean elsewhere() {
    return System.getenv(CHOSEN) != null || System.getProperty(CHOSEN) != null;
  }

  private static void use(Path engine) {
    try {
      System.setProperty(
          "PYTORCH_VERSION", Files.readString(engine.resolve("version.txt")).strip());
      System.setProperty("PYTORCH_FLAVOR", "cpu");
      System.setProperty(CHOSEN, engine.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder beside a JAR, if it is one of an installed program. */
  static Optional<Path> beside(Path jar) {
    Path engine = jar.resolveSibling("engine");
    return Files.isRegularFile(engine.resolve("version.txt"))
        ? Optional.of(engine)
        : Optional.empty();
  }

  private static Path program() {
    CodeSource source = CarriedEngine.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
