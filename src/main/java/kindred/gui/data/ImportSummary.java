package kindred.gui.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kindred.data.ImportResult;
import kindred.gui.core.Words;

/** What became of an import, of one data set or several. */
record ImportSummary(List<Outcome> outcomes) {
  /**
   * One data set.
   *
   * @param result null if it failed
   * @param problem why it did, else null
   */
  record Outcome(String name, ImportResult result, String problem) {}

  /** The first data set that was made. */
  Optional<String> firstName() {
    return outcomes.stream().filter(o -> o.result() != null).map(Outcome::name).findFirst();
  }

  /** Files that were left out of all data sets. */
  int skipped() {
    return outcomes.stream()
        .filter(o -> o.result() != null)
        .flatMap(o -> o.result().skipped().values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** What was made, a line for each data set. */
  String made() {
    return outcomes.stream()
        .filter(o -> o.result() != null)
        .map(ImportSummary::made)
        .collect(Collectors.joining("\n"));
  }

  private static String made(Outcome outcome) {
    ImportResult result = outcome.result();
    String text =
        "%s: %s in %s"
            .formatted(
                outcome.name(),
                Words.count(result.imported(), "image", "images"),
                Words.duration(result.seconds()));
    int skipped = result.skipped().values().stream().mapToInt(Integer::intValue).sum();
    return skipped == 0
        ? text
        : text
            + "; "
            + Words.count(skipped, "file", "files")
            + " skipped, most often: "
            + mostOften(result.skipped());
  }

  private static String mostOften(Map<String, Integer> skipped) {
    return skipped.keySet().iterator().next();
  }

  /** What went wrong, a line for each data set that was not made; empty if nothing did. */
  String problems() {
    return outcomes.stream()
        .filter(o -> o.problem() != null)
        .map(Outcome::problem)
        .collect(Collectors.joining("\n"));
  }
}
