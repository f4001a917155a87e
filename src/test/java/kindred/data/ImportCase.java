package kindred.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder for images, one for data sets, and the import from one to the other. */
abstract class ImportCase {
  @TempDir Path temp;
  Path images;
  Path datasets;

  @BeforeEach
  void folders() {
    images = temp.resolve("images");
    datasets = temp.resolve("workspace/datasets");
  }

  ImportRequest request(String name) {
    return new ImportRequest(images, name, 16, Optional.empty());
  }

  ImportResult run(String name) {
    return Importer.run(request(name), datasets, progress -> {}, () -> false);
  }

  AbstractThrowableAssert<?, ?> assertRefused(String name) {
    return assertThatThrownBy(() -> run(name)).isInstanceOf(BadInput.class);
  }

  void write(String name, byte[] bytes) throws IOException {
    SampleFiles.write(images.resolve(name), bytes);
  }

  List<String> left() throws IOException {
    try (Stream<Path> entries = Files.list(datasets)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  static byte[] pixels(ImageSet set, int image) {
    byte[] pixels = new byte[set.info().imageBytes()];
    set.pixels(image, pixels, 0);
    return pixels;
  }
}
