package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desktop starts the program with the file that was opened, and with nothing else. */
class OpenedFileTest {
  @TempDir Path temp;
  private final List<Optional<Path>> opened = new ArrayList<>();

  @Test
  void anExperimentIsShownInTheWindow() {
    Path file = temp.resolve("mine of today.kindred.json");
    assertThat(Cli.run(new Seen(), file.toString())).isZero();
    assertThat(opened).containsExactly(Optional.of(file));
  }

  @Test
  void anythingElseAloneIsACommand() {
    assertThat(Cli.run(new Seen(), "kindred.json")).isEqualTo(2);
    assertThat(opened).isEmpty();
  }

  private final class Seen implements Face {
    @Override
    public Optional<String> hindrance() {
      return Optional.empty();
    }

    @Override
    public void open(Path workspace, Optional<Path> experiment) {
      opened.add(experiment);
    }

    @Override
    public void screenshots(Path workspace, Path folder, Consumer<String> progress) {
      throw new IllegalStateException("nobody asked for pictures");
    }
  }
}
