package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kindred.experiment.Study;
import kindred.run.JobQueue.Job;
import kindred.run.RunState.Status;

/**
 * The studies of a workspace for somebody who does not work on them alone: their runs go into the
 * queue, whoever takes them from there, and what they came to is recorded whenever somebody asks.
 * Every call reads and writes files.
 */
public final class Studies {
  private final Workspace workspace;
  private final JobQueue queue;
  private final Jobs jobs;

  public Studies(Workspace workspace) {
    this.workspace = workspace;
    this.queue = new JobQueue(workspace);
    this.jobs = new Jobs(workspace);
  }

  /** Names of all studies, in alphabetical order. */
  public List<String> names() {
    if (!Files.isDirectory(workspace.studies())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(workspace.studies())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(StudyFolder.STUDY)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a study asks.
   *
   * @throws kindred.experiment.BadInput if there is none of that name, or it is damaged
   */
  public Study read(String name) {
    return Study.read(folder(name).path().resolve(StudyFolder.STUDY));
  }

  public StudyFolder folder(String name) {
    return new StudyFolder(workspace, name);
  }

  /**
   * Keeps a study and queues its runs that are not done; also to go on with one.
   *
   * @return how many runs are to be done
   * @throws kindred.experiment.BadInput if it asks for something impossible, or another process
   *     works on it
   */
  public int launch(Study study) {
    StudyPlan plan = new StudyPlan(study, workspace);
    StudyFolder folder = folder(study.name());
    try (Claim claim = folder.claim()) {
      folder.write(study);
      plan.toDo().forEach(this::wake);
      Set<String> runs = plan.enqueue(queue);
      folder.write(plan.results());
      return runs.size();
    }
  }

  /** What ended before it was done waits again, as far as it came. */
  private void wake(StudyRun run) {
    Status status = run.status().orElse(Status.QUEUED);
    if (status != Status.QUEUED && status != Status.RUNNING) {
      workspace.requeue(run.folder());
    }
  }

  /**
   * Takes a study's runs out of the queue and asks those under way to stop, saved.
   *
   * @return how many waited or were under way
   */
  public int stop(String name) {
    int stopped = 0;
    for (Job job : queue.jobs()) {
      if (job.owner().equals("studies/" + name)) {
        workspace.find(job.run()).ifPresent(jobs::stop);
        stopped++;
      }
    }
    return stopped;
  }

  /**
   * Writes what a study came to so far, unless another process works on it and does so itself.
   *
   * @return that
   */
  public StudyResults record(StudyPlan plan) {
    StudyResults results = plan.results();
    Optional<Claim> claim = Claim.tryOn(workspace.locks().resolve("study-" + plan.study().name()));
    claim.ifPresent(
        held -> {
          try (held) {
            folder(plan.study().name()).write(results);
          }
        });
    return results;
  }
}
