package kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import kindred.experiment.Json;
import kindred.experiment.Trial;
import kindred.metrics.NumberWords;
import kindred.run.RunFolder;
import kindred.run.StudyMeasure;
import kindred.run.StudyPlan;
import kindred.run.StudyPlan.Remaining;
import kindred.run.StudyResults;
import kindred.run.StudyRun;
import kindred.run.StudyTables;

/** Puts what a study will do, and what it came to, into lines. */
final class StudyListing {
  private StudyListing() {}

  /** How many runs there are, how many are done, and how long the rest may take. */
  static String summary(StudyPlan plan) {
    int runs = plan.runs().size();
    int toDo = plan.toDo().size();
    long variations = plan.measured().keySet().stream().map(Trial::variation).distinct().count();
    return String.format(
            Locale.ROOT,
            "study %s: %s × %s, %s; %d done already, %d to do",
            plan.study().name(),
            NumberWords.count(variations, "variation", "variations"),
            NumberWords.count(plan.study().seeds().size(), "seed", "seeds"),
            NumberWords.count(runs, "run", "runs"),
            runs - toDo,
            toDo)
        + timeLeft(plan.remaining());
  }

  /** A clause about the time left; empty if nothing is left. */
  static String timeLeft(Remaining remaining) {
    String about = ", about " + Terminal.duration(remaining.seconds()) + " left";
    if (remaining.unknown() == 0) {
      return remaining.seconds() == 0 ? "" : about;
    }
    return remaining.seconds() == 0
        ? ", time unknown until some have run"
        : about
            + " and "
            + NumberWords.count(remaining.unknown(), "run", "runs")
            + " of a kind that was not timed yet";
  }

  /** A line for every run. */
  static List<String> lines(StudyPlan plan) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("stage", "run", "status", "time", "for"));
    for (StudyRun run : plan.runs()) {
      rows.add(
          List.of(
              run.stageName() + " (" + run.stage().title() + ")",
              run.run().map(RunFolder::id).orElse("-"),
              run.status().map(Object::toString).orElse("to do"),
              time(plan, run),
              purpose(run)));
    }
    List<String> lines = new ArrayList<>(Columns.aligned(rows));
    lines.add(summary(plan));
    return lines;
  }

  private static String time(StudyPlan plan, StudyRun run) {
    if (run.isDone()) {
      return Terminal.duration(run.run().orElseThrow().state().seconds());
    }
    OptionalDouble expected = plan.expectedSeconds(run);
    return expected.isEmpty() ? "?" : "~" + Terminal.duration(expected.getAsDouble());
  }

  /** The trials that need a run: by name if it is one, else how many. */
  private static String purpose(StudyRun run) {
    Trial first = run.trials().get(0);
    return run.trials().size() == 1
        ? first.variation() + ", seed " + first.seed()
        : run.trials().size()
            + " trials, the first: "
            + first.variation()
            + ", seed "
            + first.seed();
  }

  /** The same in brackets, for a run that is there. */
  static String purpose(StudyPlan plan, RunFolder run) {
    return plan.run(run.id()).map(found -> " (" + purpose(found) + ")").orElse("");
  }

  /** The plan for scripts. */
  static ObjectNode json(StudyPlan plan) {
    ObjectNode json = Json.object();
    json.put("study", plan.study().name());
    json.put("done", plan.runs().size() - plan.toDo().size());
    json.put("to_do", plan.toDo().size());
    Remaining remaining = plan.remaining();
    json.put("seconds_left", Math.round(remaining.seconds() * 1000) / 1000.0);
    json.put("unknown", remaining.unknown());
    ArrayNode runs = json.putArray("runs");
    for (StudyRun run : plan.runs()) {
      ObjectNode one = runs.addObject();
      one.put("stage", run.stageName());
      run.run().ifPresent(folder -> one.put("run", folder.id()));
      one.put("status", run.status().map(Object::toString).orElse("to do"));
      one.put(
          "variations",
          run.trials().stream().map(Trial::variation).distinct().collect(Collectors.joining("; ")));
      one.put("seed", run.trials().get(0).seed());
      one.set("asked", Json.tree(run.stage()));
    }
    return json;
  }

  /** A table for each measure, and what a reader must know. */
  static List<String> tables(StudyResults results) {
    List<String> lines = new ArrayList<>();
    for (StudyMeasure measure : StudyTables.measures(results)) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(StudyTables.header(results));
      rows.addAll(StudyTables.rows(results, measure));
      lines.add("");
      lines.add(measure.title() + ", in %");
      lines.addAll(Columns.aligned(rows));
    }
    if (!results.notes().isEmpty()) {
      lines.add("");
      lines.addAll(results.notes());
    }
    return lines;
  }
}
