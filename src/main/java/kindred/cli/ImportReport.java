package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import kindred.data.ImportResult;
import kindred.experiment.Json;
import kindred.metrics.NumberWords;

/** What a terminal says of a data set that was made. */
final class ImportReport {
  private ImportReport() {}

  static void print(Terminal terminal, ImportResult result, double seconds) {
    terminal.line(
        String.format(
            Locale.ROOT,
            "%s: %s of %d×%d×%d, %s (%s)",
            result.info().name(),
            NumberWords.count(result.info().count(), "image", "images"),
            result.info().channels(),
            result.info().height(),
            result.info().width(),
            result.info().classes().isEmpty()
                ? "no classes"
                : NumberWords.count(result.info().classes().size(), "class", "classes"),
            Terminal.duration(seconds)));
    ObjectNode json = Json.object();
    json.put("data", result.info().name());
    json.put("images", result.info().count());
    if (result.info().keepsSplit()) {
      terminal.line(
          String.format(
              Locale.ROOT,
              "  kept apart for testing: %,d; every run holds them out",
              result.info().test()));
      json.put("test", result.info().test());
    }
    json.put("seconds", Math.round(seconds * 1000) / 1000.0);
    ObjectNode skipped = json.putObject("skipped");
    result
        .skipped()
        .forEach(
            (reason, count) -> {
              terminal.line(String.format(Locale.ROOT, "  skipped %,d: %s", count, reason));
              skipped.put(reason, count);
            });
    if (!result.skipped().isEmpty()) {
      terminal.line("  each is listed with its reason in sources.jsonl of the data set");
    }
    terminal.result(json);
  }
}
