package kindred.run;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kindred.experiment.Stage;
import kindred.run.JobQueue.Job;
import kindred.run.Settlement.Pending;

/**
 * Works through the workspace's queue for as long as it is open: one slot for each device, one
 * worker process in a slot. What cannot begin is passed over and stays queued; a run that fails, is
 * stopped or is lost leaves the queue and keeps its folder. Workers that are at work already, left
 * by a window that was closed or killed, are waited for in their slot. Several processes may do
 * this on one workspace: whoever has a device's lock has its slot.
 */
public final class Executor implements AutoCloseable {
  private static final long PERIOD_MILLIS = 250;
  private static final long REST_MILLIS = 5000;

  /** Whoever launches a run is done with it by then, or dead. */
  private static final Duration LAUNCHED = Duration.ofSeconds(30);

  private final Workspace workspace;
  private final JobQueue queue;
  private final Watcher watcher;
  private final Settlement settlement;
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private final Map<String, Stage> stages = new ConcurrentHashMap<>();
  private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "executor"));
  private String lastFailure;

  /** Is told what happens, on the threads that work. */
  public interface Watcher {
    /** A run's worker is about to start, or was found at work. */
    void begins(RunFolder run);

    /** What a run's worker says; one that was found at work is not heard. */
    void said(RunFolder run, Event event);

    /** A run's worker ended, for whatever reason, or was found to have died. */
    void ended(RunFolder run, RunState state);

    /** Whether another process has a device's slot, when that changes. */
    void elsewhere(String device, boolean busy);

    /** Something that no run is to blame for; it is tried again later. */
    void failed(RuntimeException reason);
  }

  public Executor(Workspace workspace, Watcher watcher) {
    this.workspace = workspace;
    this.queue = new JobQueue(workspace);
    this.watcher = watcher;
    this.settlement = new Settlement(workspace, queue);
  }

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to take jobs. */
  public void start() {
    var unused =
        looking.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    looking.execute(this::adopt);
    var unusedToo =
        looking.schedule(this::adopt, LAUNCHED.toMillis() + REST_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Twice, as somebody may have died right before the first time. */
  private void adopt() {
    try {
      new Jobs(workspace).adopt(LAUNCHED);
    } catch (RuntimeException e) {
      watcher.failed(e);
    }
  }

  /** Looks at the queue at once; from any thread. */
  public void wake() {
    try {
      looking.execute(this::look);
    } catch (RejectedExecutionException closed) {
      // Nobody looks any more, so nobody need be hurried.
    }
  }

  private void look() {
    try {
      List<Job> jobs = queue.jobs();
      Set<String> devices = new LinkedHashSet<>();
      jobs.forEach(job -> devices.add(job.device()));
      for (String device : devices) {
        if (!slots.containsKey(device) && next(jobs, device).isPresent()) {
          occupy(device);
        }
      }
      lastFailure = null;
    } catch (RuntimeException e) {
      if (!String.valueOf(e.getMessage()).equals(lastFailure)) {
        lastFailure = String.valueOf(e.getMessage());
        watcher.failed(e);
      }
    }
  }

  private void occupy(String device) {
    Optional<Claim> claim = Claim.tryOn(workspace.slot(device));
    if (claim.isEmpty()) {
      if (elsewhere.add(device)) {
        watcher.elsewhere(device, true);
      }
      return;
    }
    if (elsewhere.remove(device)) {
      watcher.elsewhere(device, false);
    }
    // Whoever had the slot before may have done the very job that was seen.
    Optional<Job> job = next(queue.jobs(), device);
    if (job.isEmpty()) {
      claim.get().close();
      return;
    }
    Slot slot = new Slot(workspace, settlement, watcher);
    slots.put(device, slot);
    daemon(() -> work(device, slot, claim.get(), job.get()), "slot-" + device).start();
  }

  private void work(String device, Slot slot, Claim claim, Job job) {
    try (claim) {
      slot.carryOut(job);
    } catch (RuntimeException e) {
      watcher.failed(e);
      slot.rest(REST_MILLIS);
    } finally {
      slots.remove(device);
    }
    wake();
  }

  /**
   * What belongs into a device's slot: what has a worker already, else the first that can begin.
   */
  private Optional<Job> next(List<Job> jobs, String device) {
    Job first = null;
    for (Job job : jobs) {
      if (job.device().equals(device)) {
        Pending pending = settlement.pending(job);
        if (pending == Pending.AWAIT || pending == Pending.SETTLE) {
          return Optional.of(job);
        }
        if (first == null && pending == Pending.BEGIN && unhindered(job)) {
          first = job;
        }
      }
    }
    return Optional.ofNullable(first);
  }

  private boolean unhindered(Job job) {
    return stage(job.run())
        .filter(stage -> Obstacles.of(stage, this::standing).isEmpty())
        .isPresent();
  }

  private Optional<Stage> stage(String run) {
    Stage known = stages.get(run);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Stage> read = workspace.find(run).flatMap(RunFolder::readableStage);
    read.ifPresent(stage -> stages.put(run, stage));
    return read;
  }

  private Optional<Standing> standing(String run) {
    return workspace.find(run).map(Standing::of);
  }

  /** Lets go of everything at once; workers go on by themselves, and the queue waits. */
  @Override
  public void close() {
    looking.shutdownNow();
    slots.values().forEach(Slot::leave);
  }

  /** Waits until the last slot is let go, at most so long. */
  public boolean awaitClosed(long millis) {
    long until = System.currentTimeMillis() + millis;
    while (!slots.isEmpty() && System.currentTimeMillis() < until) {
      Pause.millis(10);
    }
    return slots.isEmpty();
  }
}
