package kindred.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import kindred.experiment.BadInput;
import kindred.experiment.Stage;
import kindred.experiment.Study;
import kindred.experiment.Trial;
import kindred.run.JobQueue.Job;
import kindred.run.RunState.Status;

/**
 * The runs that a study needs: each once, however many trials share it, and as far as the workspace
 * has them already, those. Making a plan changes nothing.
 */
public final class StudyPlan {
  /** How the owner of a study's jobs begins; the study's name follows. */
  static final String OWNER = "studies/";

  private final Workspace workspace;
  private final Study study;
  private final Map<Stage, StudyRun> runs = new LinkedHashMap<>();
  private final Map<Trial, StudyRun> measured = new LinkedHashMap<>();

  /**
   * Plans.
   *
   * @throws BadInput if the study asks for something impossible, or a data set, run or file that is
   *     not there
   */
  public StudyPlan(Study study, Workspace workspace) {
    this.workspace = workspace;
    this.study = study;
    KnownRuns known = new KnownRuns(workspace);
    for (Trial trial : study.trials()) {
      plan(trial, known);
    }
  }

  private void plan(Trial trial, KnownRuns known) {
    Map<String, StudyRun> earlier = new HashMap<>();
    for (Map.Entry<String, Stage> entry : trial.experiment().stages().entrySet()) {
      String name = entry.getKey();
      Stage stage = entry.getValue();
      StudyRun input = earlier.get(stage.input());
      Stage resolved = input == null ? existing(trial, name, stage) : linked(stage, input);
      StudyRun run =
          runs.computeIfAbsent(
              resolved, s -> new StudyRun(name, s, input, known.find(s).orElse(null)));
      run.neededBy(trial);
      earlier.put(name, run);
    }
    measured.put(trial, earlier.get(study.measure()));
  }

  private Stage existing(Trial trial, String name, Stage stage) {
    try {
      return workspace.resolve(stage);
    } catch (BadInput e) {
      String stages = String.join(", ", study.stages().keySet());
      throw new BadInput(
          "variation '"
              + trial.variation()
              + "', stage '"
              + name
              + "': "
              + e.getMessage()
              + (stage.input() == null ? "" : "; the study's own stages are " + stages),
          e);
    }
  }

  /** No run has a name with a number sign, so what builds on a run to be is found nowhere. */
  private Stage linked(Stage stage, StudyRun input) {
    workspace.requireImages(stage);
    Stage full = workspace.withFullWeights(Workspace.withFullFiles(stage));
    return full.withInput(
        input
            .run()
            .map(RunFolder::id)
            .orElseGet(() -> "#" + new ArrayList<>(runs.values()).indexOf(input)));
  }

  public Study study() {
    return study;
  }

  /** All runs, each after the one it builds on, those of the first seed first. */
  public List<StudyRun> runs() {
    return List.copyOf(runs.values());
  }

  /** Each trial with its evaluation, in the study's order. */
  public Map<Trial, StudyRun> measured() {
    return Collections.unmodifiableMap(measured);
  }

  /** The runs still to do. */
  public List<StudyRun> toDo() {
    return runs().stream().filter(run -> !run.isDone()).toList();
  }

  /** What it came to so far. */
  public StudyResults results() {
    return StudyResults.of(this, workspace);
  }

  /** How long its runs worked so far, whoever asked for them first. */
  public double seconds() {
    return runs().stream()
        .flatMap(run -> run.run().stream())
        .mapToDouble(run -> run.state().seconds())
        .sum();
  }

  /** The run that this study needs under that id. */
  public Optional<StudyRun> run(String id) {
    return runs().stream()
        .filter(run -> run.run().filter(folder -> folder.id().equals(id)).isPresent())
        .findFirst();
  }

  /** How long one run would take, by those that are done; nothing if none is like it. */
  public OptionalDouble expectedSeconds(StudyRun run) {
    return new RunTimes(workspace).of(run.stage());
  }

  /**
   * How long the runs still to do will take one after another, by those that are done.
   *
   * @param seconds of the runs that can be judged
   * @param unknown runs of which none was ever measured that is like them
   */
  public record Remaining(double seconds, int unknown) {}

  /** What remains. A run that is half done counts with the time it still lacks. */
  public Remaining remaining() {
    RunTimes times = new RunTimes(workspace);
    double seconds = 0;
    int unknown = 0;
    for (StudyRun run : toDo()) {
      OptionalDouble whole = times.of(run.stage());
      if (whole.isPresent()) {
        double worked = run.run().map(folder -> folder.state().seconds()).orElse(0.0);
        seconds += Math.max(0, whole.getAsDouble() - worked);
      } else {
        unknown++;
      }
    }
    return new Remaining(seconds, unknown);
  }

  /**
   * Makes the runs that are missing and puts all that are not done into the queue. Runs that an
   * earlier version of this study queued, and that never began, are taken out and deleted if the
   * study no longer asks for them.
   *
   * @return the ids of the runs still to do
   */
  Set<String> enqueue(JobQueue queue) {
    Set<String> ids = new HashSet<>();
    String owner = OWNER + study.name();
    for (StudyRun run : toDo()) {
      run.create(workspace);
      if (run.status().filter(Status.QUEUED::equals).isPresent()) {
        run.folder().forgetStop(); // a wish from before this study was started again
      }
      ids.add(run.folder().id());
      int failures = run.status().filter(Status.FAILED::equals).isPresent() ? 1 : 0;
      queue.add(new Job(run.folder().id(), run.stage().device(), owner, failures));
    }
    withdraw(queue, owner, ids);
    return ids;
  }

  private void withdraw(JobQueue queue, String owner, Set<String> wanted) {
    List<Job> jobs = new ArrayList<>(queue.jobs());
    Collections.reverse(jobs); // what builds on a run goes before it
    for (Job job : jobs) {
      if (owner.equals(job.owner()) && !wanted.contains(job.run())) {
        queue.remove(job.run());
        workspace.find(job.run()).ifPresent(workspace::discard);
      }
    }
  }
}
