package kindred.cli;

import java.util.Locale;
import kindred.metrics.NumberWords;
import kindred.run.Event;
import kindred.run.RunFolder;

/** Shows what a run's worker says. */
final class EventLines {
  private EventLines() {}

  static void show(Terminal terminal, RunFolder run, Event event) {
    switch (event.event()) {
      case "note" -> terminal.note(run.id() + ": " + event.doing());
      case "progress" ->
          terminal.progress(
              run.id() + "  " + event.doing(),
              event.done(),
              event.total(),
              details(event),
              event.secondsLeft());
      default -> terminal.note(run.id() + ": " + event.status());
    }
  }

  private static String details(Event event) {
    String loss =
        event.loss() == null ? "" : String.format(Locale.ROOT, "  loss %.4f", event.loss());
    return event.imagesPerSecond() == null
        ? loss
        : loss + "  " + NumberWords.pace(event.imagesPerSecond());
  }
}
