package kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kindred.experiment.EvaluateStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.metrics.NumberWords;
import kindred.run.RunFolder;
import kindred.run.RunState;

/** Puts what stages measured into words and tables. */
final class Results {
  private static final String ROW = "%-26s %22s %22s %12s";

  private Results() {}

  /** One line about a finished run. */
  static String sentence(String id, Stage stage, RunState end) {
    String took = " (" + Terminal.duration(end.seconds()) + ")";
    JsonNode result = end.result();
    if (stage instanceof NeighborStage neighbors) {
      return id + ": " + neighbors.metric() + " neighbors" + purity(result) + took;
    } else if (stage instanceof EvaluateStage) {
      return String.format(
              Locale.ROOT,
              "%s: k-NN %s, linear probe %s%s",
              id,
              accuracy(result, "knn"),
              accuracy(result, "probe"),
              result.path("testImages").isInt()
                  ? " of "
                      + NumberWords.count(
                          result.path("testImages").asInt(), "test image", "test images")
                  : "")
          + took;
    }
    return String.format(Locale.ROOT, "%s: loss %.4f", id, result.path("loss").asDouble()) + took;
  }

  /** What a run measured, for a table; empty if nothing yet. */
  static String inShort(Stage stage, RunState state) {
    if (state.result() == null) {
      return state.message() == null ? "" : state.message();
    }
    String sentence = sentence("", stage, state);
    return sentence.substring(2, sentence.lastIndexOf(" ("));
  }

  /** With the interval that its test images leave open. */
  private static String accuracy(JsonNode result, String classifier) {
    double share = result.path(classifier).asDouble();
    String known = Terminal.percent(share);
    return result.path("testImages").isInt()
        ? known + " (" + NumberWords.interval(share, result.path("testImages").asInt()) + ")"
        : known;
  }

  private static String purity(JsonNode result) {
    List<String> parts = new ArrayList<>();
    result
        .path("purity")
        .properties()
        .forEach(
            entry ->
                parts.add(
                    "purity@"
                        + entry.getKey()
                        + " "
                        + Terminal.percent(entry.getValue().asDouble())));
    return parts.isEmpty() ? ", no labels to judge them by" : ", " + String.join(", ", parts);
  }

  /** A row for every encoder that was evaluated, and one for every neighbor search. */
  static List<String> table(Map<String, RunFolder> runs) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            ROW,
            "encoder",
            "k-NN (95 % interval)",
            "linear probe (95 %)",
            "trained in"));
    for (RunFolder run : runs.values()) {
      if (run.stage() instanceof EvaluateStage evaluate) {
        RunFolder source =
            runs.values().stream()
                .filter(other -> other.id().equals(evaluate.source()))
                .findFirst()
                .orElse(null);
        JsonNode result = run.state().result();
        lines.add(
            String.format(
                Locale.ROOT,
                ROW,
                evaluate.source(),
                accuracy(result, "knn"),
                accuracy(result, "probe"),
                source == null ? "" : Terminal.duration(source.state().seconds())));
      }
    }
    lines.add("");
    for (RunFolder run : runs.values()) {
      if (run.stage() instanceof NeighborStage) {
        lines.add(sentence(run.id(), run.stage(), run.state()));
      }
    }
    return lines;
  }
}
