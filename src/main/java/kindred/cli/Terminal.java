package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import kindred.experiment.Json;

/**
 * What a user sees: results on standard output, progress and notes on standard error, so that
 * output can be piped. On a terminal progress is one line that is drawn over; elsewhere it is a
 * line now and then.
 */
final class Terminal {
  private static final int BAR = 24;
  private static final long LINE_NANOS = 10_000_000_000L;

  private final PrintStream out = utf8(System.out);
  private final PrintStream err = utf8(System.err);
  private final boolean json;

  @SuppressWarnings("SystemConsoleNull") // Java 17 is what this runs on
  private final boolean redraws = System.console() != null;

  private boolean barIsDrawn;
  private long lastLine = System.nanoTime() - LINE_NANOS;

  Terminal(boolean json) {
    this.json = json;
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** A line of the result. */
  void line(String text) {
    clear();
    out.println(text);
  }

  /** A sentence on the way. */
  void note(String text) {
    clear();
    err.println(text);
  }

  /** Asks the person at the terminal; empty if nobody is there. */
  @SuppressWarnings("SystemConsoleNull") // Java 17 is what this runs on
  Optional<String> ask(String question) {
    clear();
    Console console = System.console();
    return console == null ? Optional.empty() : Optional.ofNullable(console.readLine(question));
  }

  /** The result for scripts: printed only if asked for, and last. */
  void result(ObjectNode result) {
    clear();
    if (json) {
      out.println(Json.line(result));
    }
  }

  /**
   * Progress.
   *
   * @param total 0 if unknown
   * @param details such as loss and images/s
   * @param secondsLeft or null
   */
  void progress(String doing, long done, long total, String details, Double secondsLeft) {
    long now = System.nanoTime();
    if (!redraws && now - lastLine < LINE_NANOS) {
      return;
    }
    lastLine = now;
    StringBuilder text = new StringBuilder(doing);
    if (total > 0) {
      text.append("  ").append(bar((double) done / total));
      text.append(String.format(Locale.ROOT, " %3d %%", 100 * done / total));
    } else if (done > 0) {
      text.append("  ").append(done);
    }
    text.append(details);
    if (secondsLeft != null) {
      text.append("  ").append(duration(secondsLeft)).append(" left");
    }
    if (redraws) {
      err.print("\r\033[K" + text);
      err.flush();
      barIsDrawn = true;
    } else {
      err.println(text);
    }
  }

  private static String bar(double share) {
    int full = (int) Math.round(Math.min(1, share) * BAR);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  private void clear() {
    if (barIsDrawn) {
      err.print("\r\033[K");
      err.flush();
      barIsDrawn = false;
    }
  }

  /** 75 as 1:15, 4000 as 1:06:40. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    String minutes = String.format(Locale.ROOT, "%d:%02d", whole / 60 % 60, whole % 60);
    return whole < 3600
        ? minutes
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
