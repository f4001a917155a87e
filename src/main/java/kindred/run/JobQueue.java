package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * The runs of a workspace that wait for a worker, in their order: {@code queue.json}. Where a run
 * stands is in its own folder; a job leaves the queue when its run is done or given up. Every
 * change replaces the file whole, one process at a time, so that a kill at any moment leaves a
 * queue, and everybody may add to it while others work.
 */
public final class JobQueue {
  private final Path file;
  private final Path lock;

  /**
   * A run that waits, or is being worked on.
   *
   * @param run its id
   * @param device the slot it needs, such as {@code cpu}; jobs of one device run one at a time
   * @param owner whoever asked for it, such as {@code studies/NAME}
   * @param attempts that failed so far
   */
  public record Job(String run, String device, String owner, int attempts) {}

  private record Content(List<Job> jobs) {}

  public JobQueue(Workspace workspace) {
    file = workspace.path().resolve("queue.json");
    lock = workspace.locks().resolve("queue");
  }

  /** All jobs, the next one first. */
  public List<Job> jobs() {
    try {
      return Files.exists(file)
          ? List.copyOf(Json.read(Files.readString(file), Content.class, file.toString()).jobs())
          : List.of();
    } catch (BadInput e) {
      throw new BadInput(e.getMessage() + "; remove the file, no run is lost by that", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The job of a run. */
  public Optional<Job> job(String run) {
    return jobs().stream().filter(job -> job.run().equals(run)).findFirst();
  }

  /** Appends a job, unless its run is in the queue already. */
  public void add(Job job) {
    change(
        jobs -> {
          if (jobs.stream().noneMatch(other -> other.run().equals(job.run()))) {
            jobs.add(job);
          }
          return jobs;
        });
  }

  /** Puts a job before all others, unless its run is in the queue already. */
  public void addFirst(Job job) {
    change(
        jobs -> {
          if (jobs.stream().noneMatch(other -> other.run().equals(job.run()))) {
            jobs.add(0, job);
          }
          return jobs;
        });
  }

  /**
   * Moves a run's job; nothing happens if it is no longer there.
   *
   * @param position from 0, the next one; what is beyond an end means that end
   */
  public void move(String run, int position) {
    change(
        jobs -> {
          Optional<Job> moved = jobs.stream().filter(job -> job.run().equals(run)).findFirst();
          moved.ifPresent(
              job -> {
                jobs.remove(job);
                jobs.add(Math.max(0, Math.min(position, jobs.size())), job);
              });
          return jobs;
        });
  }

  /** Takes a run's job out. */
  public void remove(String run) {
    change(
        jobs -> {
          jobs.removeIf(job -> job.run().equals(run));
          return jobs;
        });
  }

  /** Notes that a run's worker failed. */
  void failed(String run) {
    change(
        jobs -> {
          jobs.replaceAll(
              job ->
                  job.run().equals(run)
                      ? new Job(run, job.device(), job.owner(), job.attempts() + 1)
                      : job);
          return jobs;
        });
  }

  private void change(UnaryOperator<List<Job>> change) {
    try (Claim claim = Claim.awaitOn(lock)) {
      List<Job> changed = change.apply(new ArrayList<>(jobs()));
      AtomicFile.writeString(file, Json.pretty(new Content(changed)));
    }
  }
}
