package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import kindred.experiment.Stage;
import kindred.run.JobQueue.Job;
import kindred.run.RunState.Status;

/**
 * Where deleted runs wait, in the workspace's folder {@code bin}: each is moved there whole, in one
 * step, and can be put back as it was. Nothing leaves the bin by itself. Every call reads and
 * writes files.
 */
public final class Bin {
  private static final String OWNER = "window";

  private final Workspace workspace;
  private final JobQueue queue;
  private final Path folder;

  /**
   * A run in the bin.
   *
   * @param stage what it was asked, unless that cannot be read
   * @param since when it was deleted
   * @param bytes that all its files take
   */
  public record Binned(String id, Optional<Stage> stage, Instant since, long bytes) {}

  public Bin(Workspace workspace) {
    this.workspace = workspace;
    this.queue = new JobQueue(workspace);
    this.folder = workspace.path().resolve("bin");
  }

  /** What is in it, the latest first. */
  public List<Binned> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      List<Binned> runs = new ArrayList<>();
      for (Path path : inside.filter(Files::isDirectory).toList()) {
        RunFolder run = new RunFolder(path);
        Instant since = Files.getLastModifiedTime(path).toInstant();
        runs.add(new Binned(run.id(), run.readableStage(), since, Workspace.bytes(path)));
      }
      runs.sort(Comparator.comparing(Binned::since).reversed());
      return runs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes a run, so that it can be put back. One that waits leaves the queue.
   *
   * @throws BadInput if it is being worked on
   */
  public void put(RunFolder run) {
    requireIdle(run);
    queue.remove(run.id());
    try {
      Files.createDirectories(folder);
      Path place = folder.resolve(run.id());
      Files.move(run.path(), place, StandardCopyOption.ATOMIC_MOVE);
      Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException("run " + run.id() + " cannot be moved to the bin: " + e.getMessage(), e));
    }
  }

  private static void requireIdle(RunFolder run) {
    if (run.state().actualStatus() == Status.RUNNING) {
      throw new BadInput("run " + run.id() + " is running; stop it, then delete it");
    }
    run.claim().close();
  }

  /**
   * Puts a run back where it was; one that waited in the queue waits again, at its end.
   *
   * @throws BadInput if it is not in the bin
   */
  public RunFolder restore(String id) {
    Path place = binned(id);
    RunFolder run = new RunFolder(workspace.runs().resolve(id));
    if (Files.exists(run.path())) {
      throw new BadInput("there is a run " + id + " already; delete that one first");
    }
    try {
      Files.move(place, run.path(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException("run " + id + " cannot be put back: " + e.getMessage(), e));
    }
    run.readableStage()
        .filter(stage -> run.state().status() == Status.QUEUED)
        .ifPresent(stage -> queue.add(new Job(id, stage.device(), OWNER, 0)));
    return run;
  }

  private Path binned(String id) {
    Path place = folder.resolve(id);
    if (!place.normalize().startsWith(folder) || !Files.isDirectory(place)) {
      throw new BadInput("run " + id + " is not in the bin");
    }
    return place;
  }

  /**
   * Deletes a run of the bin for good.
   *
   * @throws BadInput if it is not in the bin
   */
  public void delete(String id) {
    Workspace.delete(binned(id));
  }

  /** The runs outside of a group that were asked to work on what one of the group leaves. */
  public List<RunFolder> dependents(Collection<String> group) {
    Set<String> ids = new HashSet<>(group);
    return workspace.all().stream()
        .filter(run -> !ids.contains(run.id()))
        .filter(run -> ids.stream().anyMatch(run::buildsOn))
        .toList();
  }
}
