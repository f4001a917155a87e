package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kindred.data.ImageSet;
import kindred.data.ImportRequest;
import kindred.data.Importer;

/**
 * Images imported for one measurement, in a folder that is deleted at close.
 *
 * @param folder of data sets
 */
record TemporaryImages(Path folder, ImageSet set) implements AutoCloseable {
  private static final String NAME = "bench";

  static TemporaryImages of(Path source, int size, Consumer<String> notes) {
    try {
      Path folder = Files.createTempDirectory("kindred-bench");
      notes.accept("importing " + source);
      try {
        Importer.run(
            new ImportRequest(source, NAME, size, Optional.empty()),
            folder,
            progress -> {},
            () -> false);
        return new TemporaryImages(folder, ImageSet.open(folder.resolve(NAME)));
      } catch (RuntimeException e) {
        delete(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    delete(folder);
  }

  static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
