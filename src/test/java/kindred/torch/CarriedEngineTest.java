package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriedEngineTest {
  @TempDir Path folder;

  @Test
  void onlyAnInstalledProgramHasOneBesideItsJar() throws IOException {
    Path jar = folder.resolve("kindred.jar");
    Path engine = Files.createDirectory(folder.resolve("engine"));
    assertThat(CarriedEngine.beside(jar)).isEmpty();

    Files.writeString(engine.resolve("version.txt"), "2.7.1\n");
    assertThat(CarriedEngine.beside(jar)).contains(engine);
  }
}
