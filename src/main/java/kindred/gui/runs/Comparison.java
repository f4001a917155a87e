package kindred.gui.runs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kindred.gui.core.Words;

/**
 * Several runs side by side: figures first, then settings.
 *
 * @param runs the columns
 * @param lines the rows
 */
record Comparison(List<RunEntry> runs, List<Line> lines) {
  private static final String NOTHING = "–";

  /**
   * A row.
   *
   * @param values a cell for each run
   * @param differs whether the runs do not agree
   * @param figure whether it was measured, not asked
   */
  record Line(String name, List<String> values, boolean differs, boolean figure) {}

  /** Puts runs side by side, in the order given. */
  static Comparison of(List<RunEntry> runs) {
    List<Line> lines = new ArrayList<>();
    figure(lines, runs, "loss, last", run -> number(run.figures().loss()));
    figure(lines, runs, "loss, best", run -> number(run.figures().bestLoss()));
    figure(lines, runs, "online k-NN", run -> percent(run.figures().onlineKnn()));
    figure(lines, runs, "k-NN", run -> accuracy(run, run.figures().knn()));
    figure(lines, runs, "linear probe", run -> accuracy(run, run.figures().probe()));
    figure(lines, runs, "purity", run -> percent(run.figures().purity()));
    figure(lines, runs, "duration", run -> Words.duration(run.state().seconds()));
    lines.add(line("stage", runs, RunEntry::title, false));
    Set<String> paths = new LinkedHashSet<>();
    runs.forEach(run -> paths.addAll(run.settings().keySet()));
    for (String path : paths) {
      Function<RunEntry, String> value = run -> setting(run.settings(), path);
      lines.add(line(Settings.name(path), runs, value, false));
    }
    return new Comparison(List.copyOf(runs), lines);
  }

  private static void figure(
      List<Line> lines, List<RunEntry> runs, String name, Function<RunEntry, String> value) {
    Line line = line(name, runs, value, true);
    if (!line.values().stream().allMatch(NOTHING::equals)) {
      lines.add(line);
    }
  }

  private static Line line(
      String name, List<RunEntry> runs, Function<RunEntry, String> value, boolean figure) {
    List<String> values = runs.stream().map(value).toList();
    return new Line(name, values, values.stream().distinct().count() > 1, figure);
  }

  private static String setting(Map<String, String> settings, String path) {
    String value = settings.get(path);
    return value == null ? NOTHING : Settings.value(path, value);
  }

  private static String number(Double value) {
    return value == null ? NOTHING : Words.number(value);
  }

  private static String accuracy(RunEntry run, Double share) {
    Integer images = run.figures().testImages();
    return share == null || images == null
        ? percent(share)
        : Words.percent(share) + " (" + Words.interval(share, images) + ")";
  }

  private static String percent(Double share) {
    return share == null ? NOTHING : Words.percent(share);
  }

  /** The rows in which the runs do not agree. */
  List<Line> differences() {
    return lines.stream().filter(Line::differs).toList();
  }
}
