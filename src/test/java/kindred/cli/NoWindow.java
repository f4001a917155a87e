package kindred.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A machine without a display. */
final class NoWindow implements Face {
  @Override
  public Optional<String> hindrance() {
    return Optional.of("there is no display");
  }

  @Override
  public void open(Path workspace, Optional<Path> experiment) {
    throw new IllegalStateException("nobody should have tried");
  }

  @Override
  public void screenshots(Path workspace, Path folder, Consumer<String> progress) {
    throw new IllegalStateException("nobody should have tried");
  }
}
