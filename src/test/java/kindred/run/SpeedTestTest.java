package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedTestTest {
  @TempDir Path folder;

  @Test
  void speedIsMeasuredAndNothingIsLeftOfIt() throws Exception {
    Workspace workspace = TinyWorkspace.open(folder);

    assertThat(
            new SpeedTest(workspace).imagesPerSecond(TinyWorkspace.autoEncoder(500), () -> false))
        .matches(speed -> speed.getAsDouble() > 0);

    assertThat(workspace.all()).isEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("datasets", "runs");
    }
    assertThat(workspace.images("tiny").count()).isEqualTo(40);
  }
}
