package kindred.run;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kindred.experiment.Stage;

/** Why a queued run cannot begin yet. */
public final class Obstacles {
  private Obstacles() {}

  /**
   * The first of the runs it builds on that is not done, in a phrase such as {@code waits for ae-1,
   * which failed}; nothing if all are done.
   *
   * @param standing of a run by its id; nothing if there is no such run
   */
  public static Optional<String> of(Stage stage, Function<String, Optional<Standing>> standing) {
    return Stream.of(stage.input(), stage.weights())
        .filter(Objects::nonNull)
        .filter(name -> !Workspace.isFileName(name))
        .flatMap(input -> phrase(input, standing.apply(input)).stream())
        .findFirst();
  }

  private static Optional<String> phrase(String input, Optional<Standing> standing) {
    if (standing.isEmpty()) {
      return Optional.of("cannot begin: " + input + " is gone");
    }
    return switch (standing.get()) {
      case DONE -> Optional.empty();
      case QUEUED, RUNNING, STOPPING -> Optional.of("after " + input);
      case PAUSED -> Optional.of("waits for " + input + ", which is paused");
      case STOPPED -> Optional.of("waits for " + input + ", which was stopped");
      case FAILED -> Optional.of("waits for " + input + ", which failed");
      case LOST -> Optional.of("waits for " + input + ", which was lost");
    };
  }
}
