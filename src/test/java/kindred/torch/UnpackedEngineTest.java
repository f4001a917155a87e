package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedEngineTest {
  private static final byte[] SMALL = new byte[1000];
  private static final byte[] LARGE = new byte[3_000_000];

  @TempDir Path home;
  private List<URL> files;
  private Path folder;

  @BeforeEach
  void pack() throws IOException {
    Path packed = Files.createDirectory(home.resolve("packed"));
    Path small = Files.write(packed.resolve("libtorch.so"), SMALL);
    Path large = Files.write(packed.resolve("libtorch_cpu.so"), LARGE);
    files = List.of(small.toUri().toURL(), large.toUri().toURL());
    folder = home.resolve("cache").resolve("2.7.1-cpu");
  }

  @Test
  void saysHowFarItIsAndUnpacksOnce() throws IOException {
    List<Long> told = new ArrayList<>();
    UnpackedEngine.Progress listener =
        (done, total) -> {
          assertThat(total).isEqualTo(3_001_000);
          told.add(done);
        };
    UnpackedEngine.ensure(files, folder, where -> 1L << 40, listener);

    assertThat(folder.resolve("libtorch.so")).hasBinaryContent(SMALL);
    assertThat(folder.resolve("libtorch_cpu.so")).hasBinaryContent(LARGE);
    assertThat(told).isSorted().endsWith(3_001_000L).hasSizeGreaterThan(3);

    told.clear();
    UnpackedEngine.ensure(files, folder, where -> 0, listener);
    assertThat(told).isEmpty();
  }

  @Test
  void withoutRoomItSaysHowMuchIsNeededAndWhere() throws IOException {
    assertThatThrownBy(
            () -> UnpackedEngine.ensure(files, folder, where -> 2_000_000, (done, total) -> {}))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(folder.getParent().toString())
        .hasMessageContaining("needs 13 MB")
        .hasMessageContaining("there are 2 MB")
        .hasMessageContaining("DJL_CACHE_DIR");
    assertThat(left()).containsExactly("2.7.1-cpu.lock");
  }

  @Test
  void whatAFailedOrKilledUnpackingLeftIsRemoved() throws IOException {
    assertThatThrownBy(
            () ->
                UnpackedEngine.ensure(
                    files,
                    folder,
                    where -> 1L << 40,
                    (done, total) -> {
                      throw new IllegalStateException("stopped");
                    }))
        .hasMessage("stopped");
    assertThat(left()).containsExactly("2.7.1-cpu.lock");

    Path part = Files.createDirectory(folder.resolveSibling("2.7.1-cpu.part"));
    Files.write(part.resolve("libtorch.so"), new byte[10]);
    UnpackedEngine.ensure(files, folder, where -> 1L << 40, (done, total) -> {});
    assertThat(folder.resolve("libtorch.so")).hasBinaryContent(SMALL);
    assertThat(left()).containsExactly("2.7.1-cpu", "2.7.1-cpu.lock");
  }

  private List<String> left() throws IOException {
    try (Stream<Path> all = Files.list(folder.getParent())) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
