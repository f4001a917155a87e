package kindred.cli;

import java.nio.file.Path;
import java.util.Optional;

/** A machine without a display. */
final class NoWindow implements Face {
  @Override
  public Optional<String> hindrance() {
    return Optional.of("there is no display");
  }

  @Override
  public void open(Path workspace) {
    throw new IllegalStateException("nobody should have tried");
  }
}
