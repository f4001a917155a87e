package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kindred.experiment.Json;
import kindred.experiment.Study;
import kindred.run.StudyPlan;
import kindred.run.StudyResults;
import kindred.run.StudyWork;
import kindred.run.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares variations of one experiment over several seeds. */
@Command(
    name = "study",
    description = {
      "Compare variations of one experiment over several seeds.",
      "Runs that are in the workspace already are used again, unfinished ones are gone on with;"
          + " after an interruption the same command goes on. Results: studies/NAME in the"
          + " workspace."
    })
final class StudyCommand implements Callable<Integer> {
  private static final int STOPPED = 130;

  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "STUDY.json", description = "See formats.md.")
  Path file;

  @Option(
      names = "--list",
      description = "Only show what would run, what is there already, and how long it may take.")
  boolean list;

  @Override
  public Integer call() {
    Terminal terminal = kindred.terminal();
    Study study = Study.read(file);
    Workspace workspace = kindred.open();
    StudyPlan plan = new StudyPlan(study, workspace);
    if (list) {
      StudyListing.lines(plan).forEach(terminal::line);
      terminal.result(StudyListing.json(plan));
      return 0;
    }
    terminal.note(StudyListing.summary(plan));
    return carryOut(workspace, plan, terminal);
  }

  private int carryOut(Workspace workspace, StudyPlan plan, Terminal terminal) {
    StudyProgress progress = new StudyProgress(plan, terminal);
    StudyWork work = new StudyWork(workspace, plan, progress);
    CountDownLatch saved = new CountDownLatch(1);
    Interruption.untilReleased(saved, work::stop);
    try {
      boolean finished = work.work();
      StudyResults results = work.results();
      StudyListing.tables(results).forEach(terminal::line);
      terminal.note("results: " + work.folder().path());
      progress.explainFailures();
      if (!finished) {
        terminal.note(
            "stopped and saved; go on with: " + workspace.command("study", file.toString()));
      }
      terminal.result(json(results, plan, work));
      return finished ? progress.exitCode() : STOPPED;
    } finally {
      saved.countDown();
    }
  }

  private static ObjectNode json(StudyResults results, StudyPlan plan, StudyWork work) {
    ObjectNode json = Json.tree(results);
    json.put("folder", work.folder().path().toString());
    json.put("seconds", Math.round(plan.seconds() * 1000) / 1000.0);
    return json;
  }
}
