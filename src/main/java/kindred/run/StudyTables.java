package kindred.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kindred.evaluate.Estimate;
import kindred.evaluate.PairedDifference;
import kindred.metrics.NumberWords;
import kindred.run.StudyResults.Comparison;
import kindred.run.StudyResults.Row;

/** The results of a study as tables. Accuracies are in percent, differences in points of it. */
public final class StudyTables {
  private static final String MINUS = "−";

  private StudyTables() {}

  /** The measures that any variation has. */
  public static List<StudyMeasure> measures(StudyResults results) {
    return results.variations().stream()
        .flatMap(row -> row.measures().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** What stands above the columns of {@link #rows}. */
  public static List<String> header(StudyResults results) {
    List<String> header = new ArrayList<>(List.of("variation", "seeds", "mean", "95 % interval"));
    if (results.baseline() != null) {
      header.addAll(List.of("difference", "95 % interval", "p"));
    }
    return header;
  }

  /** One measure of every variation, a cell for each column; empty where nothing is known. */
  public static List<List<String>> rows(StudyResults results, StudyMeasure measure) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : results.variations()) {
      Comparison comparison = row.measures().get(measure);
      List<String> cells = new ArrayList<>(List.of(row.variation()));
      cells.addAll(estimate(comparison));
      if (results.baseline() != null) {
        boolean base = row.variation().equals(results.baseline());
        cells.addAll(base ? List.of("baseline", "", "") : difference(comparison));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static List<String> estimate(Comparison comparison) {
    if (comparison == null) {
      return List.of("0", "", "");
    }
    Estimate estimate = comparison.estimate();
    return List.of(
        Integer.toString(estimate.n()),
        points(estimate.mean()),
        estimate.low() == null ? "" : points(estimate.low()) + " to " + points(estimate.high()));
  }

  private static List<String> difference(Comparison comparison) {
    if (comparison == null || comparison.difference() == null) {
      return List.of("", "", "");
    }
    PairedDifference difference = comparison.difference();
    Estimate estimate = difference.estimate();
    return List.of(
        signed(estimate.mean()),
        estimate.low() == null ? "" : signed(estimate.low()) + " to " + signed(estimate.high()),
        difference.p() == null ? "" : p(difference.p()));
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share).replace("-", MINUS);
  }

  private static String signed(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share).replace("-", MINUS);
  }

  private static String p(double p) {
    return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** A table for each measure, with the notes. */
  public static String markdown(StudyResults results) {
    StringBuilder text = new StringBuilder("# " + results.study() + "\n\n");
    text.append(results.done())
        .append(" of ")
        .append(NumberWords.count(results.runs(), "run", "runs"))
        .append(" done");
    text.append(results.failed() == 0 ? "" : ", " + results.failed() + " failed").append(".\n");
    for (StudyMeasure measure : measures(results)) {
      text.append("\n## ").append(measure.title()).append(", in %\n\n");
      text.append(line(header(results)));
      text.append(line(header(results).stream().map(cell -> "---").toList()));
      rows(results, measure).forEach(row -> text.append(line(row)));
    }
    results.notes().forEach(note -> text.append("\n").append(note).append("\n"));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** A line for each variation and measure; shares, not percent; empty where nothing is known. */
  public static String csv(StudyResults results) {
    StringBuilder text =
        new StringBuilder(
            "variation,measure,n,mean,sd,low,high,"
                + "difference_n,difference,difference_low,difference_high,p\n");
    for (Row row : results.variations()) {
      row.measures()
          .forEach(
              (measure, comparison) -> {
                List<Object> cells = new ArrayList<>();
                cells.add(quoted(row.variation()));
                cells.add(measure.key());
                Estimate estimate = comparison.estimate();
                cells.addAll(List.of(estimate.n(), estimate.mean()));
                addAll(cells, estimate.sd(), estimate.low(), estimate.high());
                PairedDifference difference = comparison.difference();
                Estimate mean = difference == null ? null : difference.estimate();
                addAll(cells, mean == null ? null : mean.n(), mean == null ? null : mean.mean());
                addAll(cells, mean == null ? null : mean.low(), mean == null ? null : mean.high());
                addAll(cells, difference == null ? null : difference.p());
                text.append(cells.stream().map(Object::toString).collect(Collectors.joining(",")));
                text.append("\n");
              });
    }
    return text.toString();
  }

  private static void addAll(List<Object> cells, Number... values) {
    for (Number value : values) {
      cells.add(value == null ? "" : value);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
