package kindred.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kindred.experiment.Stage;
import kindred.experiment.Trial;
import kindred.run.RunState.Status;

/** One run that a study needs, for one or several of its trials. */
public final class StudyRun {
  private final String stageName;
  private final StudyRun input;
  private final List<Trial> trials = new ArrayList<>();
  private Stage stage;
  private RunFolder run;

  /**
   * @param stageName what the study calls it
   * @param stage what it does; names its input truly if that input has a run
   * @param input the run of this study that it builds on, or null
   * @param run that was found in the workspace, or null
   */
  StudyRun(String stageName, Stage stage, StudyRun input, RunFolder run) {
    this.stageName = stageName;
    this.stage = stage;
    this.input = input;
    this.run = run;
  }

  void neededBy(Trial trial) {
    trials.add(trial);
  }

  /** Makes its run, queued, if there is none. */
  void create(Workspace workspace) {
    if (run().isEmpty()) {
      stage = input == null ? stage : stage.withInput(input.folder().id());
      run = workspace.create(stage);
    }
  }

  RunFolder folder() {
    return run().orElseThrow(() -> new IllegalStateException(stageName + " has no run yet"));
  }

  public String stageName() {
    return stageName;
  }

  public Stage stage() {
    return stage;
  }

  public Optional<StudyRun> input() {
    return Optional.ofNullable(input);
  }

  /** The trials that need it, at least one. */
  public List<Trial> trials() {
    return Collections.unmodifiableList(trials);
  }

  /** Its run, unless that is not made yet or was deleted. */
  public Optional<RunFolder> run() {
    return run == null ? Optional.empty() : Optional.of(run).filter(RunFolder::exists);
  }

  /** Where it stands now; nothing if it has no run. */
  public Optional<Status> status() {
    return run().map(there -> there.state().actualStatus());
  }

  public boolean isDone() {
    return status().filter(Status.DONE::equals).isPresent();
  }
}
