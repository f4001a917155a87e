package kindred.gui;

import java.util.concurrent.Callable;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/** Where all that is asked of a window is computed. */
final class WindowThread {
  private static final long PATIENCE_MILLIS = 10_000;

  private WindowThread() {}

  /** Computes something on the application thread: at once when already there. */
  static <T> T compute(Callable<T> work) throws Exception {
    return Platform.isFxApplicationThread()
        ? work.call()
        : WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, work);
  }

  /** As {@link #compute}, for what throws nothing checked. */
  static <T> T ask(Callable<T> question) {
    try {
      return compute(question);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
