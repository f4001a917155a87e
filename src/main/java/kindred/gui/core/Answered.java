package kindred.gui.core;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import kindred.experiment.BadInput;

/** Brings what another thread or process answers to the application thread. */
public final class Answered {
  private Answered() {}

  /**
   * Waits for an answer without blocking; of one that is cancelled nothing is heard.
   *
   * @param done told the answer
   * @param failed told why there is none, in words; what nobody could foresee goes to the log too
   */
  public static <A> void tell(
      CompletableFuture<A> answer, Notices notices, Consumer<A> done, Consumer<String> failed) {
    CompletableFuture<A> unused =
        answer.whenComplete(
            (result, failure) ->
                Platform.runLater(() -> heard(result, failure, notices, done, failed)));
  }

  private static <A> void heard(
      A result, Throwable failure, Notices notices, Consumer<A> done, Consumer<String> failed) {
    if (failure == null) {
      done.accept(result);
    } else if (!(failure instanceof CancellationException)) {
      failed.accept(words(failure, notices));
    }
  }

  private static String words(Throwable failure, Notices notices) {
    if (!(failure instanceof BadInput)) {
      notices.problem(failure);
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
