package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kindred.experiment.Json;
import kindred.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes what is known of a run or a study for people. */
@Command(
    name = "report",
    description =
        "Write settings, figures, charts, pictures and provenance of a run or a study as one HTML"
            + " page that needs nothing beside itself.")
final class ReportCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "NAME", description = "A run or a study.")
  String name;

  @Option(names = "--out", required = true, paramLabel = "FILE.html", description = "The page.")
  Path out;

  @Override
  public Integer call() {
    return write(kindred, name, out);
  }

  /** Writes the page and says so. */
  static int write(KindredCommand kindred, String name, Path out) {
    WrittenFile file = new WrittenFile(kindred.terminal(), out);
    Report.write(kindred.open(), name, out);
    ObjectNode facts = Json.object();
    facts.put("format", "report");
    file.tell("a report of " + name, facts);
    return 0;
  }
}
