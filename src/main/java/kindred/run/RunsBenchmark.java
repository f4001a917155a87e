package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import kindred.data.SampleImages;
import kindred.experiment.Json;
import kindred.experiment.Stage;

/**
 * Many short runs one after another in this process, of every kind of stage in turn, on a few
 * sample images, to see whether memory comes back.
 */
public final class RunsBenchmark {
  /** The run after whose end memory is usually taken as the process's own. */
  public static final int SETTLED = 20;

  private static final int NOTED_EVERY = 20;
  private static final String LATENT =
      "{\"stage\":\"latent\",\"method\":\"%s\",\"data\":\"%s\",\"training\":%s}";
  private static final String BYOL =
      "{\"stage\":\"byol\",\"way\":\"%s\",\"data\":\"%s\",%s\"training\":%s}";

  private final Workspace workspace;
  private final String training;
  private final RunFolder latent;
  private final RunFolder neighbors;
  private final List<Stage> stages = new ArrayList<>();

  /**
   * Memory over the runs.
   *
   * @param runs how many there were
   * @param settledMegabytes resident after the one that counts as settled
   * @param endMegabytes resident after the last
   * @param settledThreads live threads of Java after the one that counts as settled
   * @param endThreads the same after the last
   * @param settledFiles open files after the one that counts as settled; 0 where nobody can tell
   * @param endFiles the same after the last
   */
  public record Result(
      int runs,
      long settledMegabytes,
      long endMegabytes,
      int settledThreads,
      int endThreads,
      int settledFiles,
      int endFiles) {
    /** The last by the settled one. */
    public double ratio() {
      return (double) endMegabytes / settledMegabytes;
    }
  }

  private RunsBenchmark(Workspace workspace, int threads) {
    this.workspace = workspace;
    this.training =
        "{\"epochs\":1,\"batch\":32,\"limit\":64,\"holdout\":0.005,\"latent\":16,\"threads\":"
            + threads
            + "}";
    latent = work(latent("ae"));
    neighbors = work(read("{\"stage\":\"neighbors\",\"source\":\"%s\",\"k\":5}", latent.id()));
    stages.add(latent("ae"));
    stages.add(byol("baseline", ""));
    stages.add(latent("vae"));
    stages.add(byol("probabilistic", "\"neighbors\":\"" + neighbors.id() + "\","));
    stages.add(latent("ad"));
    stages.add(byol("weighted", "\"neighbors\":\"" + neighbors.id() + "\","));
    stages.add(neighbors.stage());
    stages.add(read("{\"stage\":\"evaluate\",\"source\":\"%s\",\"probeEpochs\":2}", latent.id()));
  }

  /**
   * Works through so many runs in a folder that is deleted at the end.
   *
   * @param settled after this one memory is taken as the process's own
   * @param runs more than that
   * @throws IllegalStateException if a run fails
   */
  public static Result measure(int settled, int runs, int threads, Consumer<String> notes) {
    try {
      Path folder = Files.createTempDirectory("kindred-bench");
      try {
        return new RunsBenchmark(Workspace.open(folder), threads).repeat(settled, runs, notes);
      } finally {
        TemporaryImages.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stage latent(String method) {
    return read(LATENT, method, SampleImages.NAME, training);
  }

  private Stage byol(String way, String more) {
    return read(BYOL, way, SampleImages.NAME, more, training);
  }

  private static Stage read(String json, Object... values) {
    return Json.read(String.format(Locale.ROOT, json, values), Stage.class, "benchmark");
  }

  private RunFolder work(Stage stage) {
    RunFolder run = workspace.create(stage);
    RunState end = Worker.work(workspace, run, event -> {}, () -> false);
    if (end.status() != RunState.Status.DONE) {
      throw new IllegalStateException(run.id() + " " + end.status() + ": " + end.message());
    }
    return run;
  }

  private Result repeat(int settled, int runs, Consumer<String> notes) {
    long megabytes = 0;
    int threads = 0;
    int files = 0;
    for (int done = 1; done <= runs; done++) {
      workspace.remove(work(stages.get((done - 1) % stages.size())));
      if (done % NOTED_EVERY == 0) {
        notes.accept("after " + done + " runs: " + resident() + " MB, " + files() + " open files");
      }
      if (done == settled) {
        megabytes = resident();
        threads = Thread.activeCount();
        files = files();
      }
    }
    return new Result(runs, megabytes, resident(), threads, Thread.activeCount(), files, files());
  }

  private static long resident() {
    return Memory.residentMegabytes().orElse(0);
  }

  private static int files() {
    String[] open = Path.of("/proc/self/fd").toFile().list();
    return open == null ? 0 : open.length;
  }
}
