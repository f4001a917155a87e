package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Precision;
import kindred.experiment.TrainingPlan;
import kindred.run.Benchmarks;
import kindred.run.EngineProcess;
import kindred.run.Memory;
import kindred.run.RunsBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures speed. */
@Command(
    name = "bench",
    description = {
      "Measure the speed of this machine, alone on it.",
      "step: median milliseconds of a training step on random images",
      "epoch: images per second of a real epoch, augmentation included",
      "knn: seconds of an exact neighbor search among random vectors, its recall and its memory",
      "import: images per second that are packed into a data set, of --images",
      "runs: resident memory after 20 and after --runs short runs in one process",
      "scaling: how these grow with batch, images (of --images) and vectors, as a table",
      "gui: how smooth the window is with 2,000 runs, a chart of a million points and a run that"
          + " writes 200 lines a second; needs a display",
      "browser: how soon and how smoothly the neighbors of 50,000 images are seen, or those of"
          + " --run; needs a display",
      "live: how fast images are searched for and vectors decoded while one looks"
    })
final class BenchCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(index = "0", paramLabel = "step|epoch|knn|import|runs|scaling|gui|browser|live")
  String what;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ae|vae|ad|byol", defaultValue = "byol")
  String method;

  @Option(
      names = "--images",
      paramLabel = "PATH",
      description = "epoch: what to train on; import: what to pack.")
  Path images;

  @Option(names = "--count", description = "epoch: so many images. Default: 10000")
  int count = 10_000;

  @Option(names = "--batch", description = "step: images in a step. Default: 128")
  int batch = TrainingPlan.BATCH;

  @Option(names = "--runs", description = "runs: so many. Default: 200")
  int runs = 200;

  @Option(names = "--n", description = "knn: so many vectors. Default: 50000")
  int n = 50_000;

  @Option(names = "--dim", description = "knn: of this length. Default: 128")
  int dimension = 128;

  @Option(names = "--k", description = "knn: so many neighbors. Default: 10")
  int k = 10;

  @Option(names = "--threads", description = "CPU threads. Default: one per core")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--device", description = "cpu or cuda:N. Default: cpu")
  String device = "cpu";

  @Option(names = "--precision", description = "${COMPLETION-CANDIDATES}. Default: auto")
  Precision precision = Precision.AUTO;

  @Option(names = "--in-process", hidden = true)
  boolean inProcess;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "browser: a neighbors run of the workspace.")
  String run;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    if (what.equals("gui") || what.equals("browser")) {
      WindowBench bench = new WindowBench(kindred);
      return what.equals("gui") ? bench.gui() : bench.browser(run);
    }
    if (what.equals("scaling")) {
      return new ScalingBench(kindred.terminal(), method, images, engineOptions()).measure();
    }
    if (what.equals("live")) {
      return LiveBench.measure(kindred.terminal());
    }
    if (what.equals("import")) {
      return importing(kindred.terminal());
    }
    return inProcess ? measure() : inWorkersEnvironment();
  }

  /** Runs are worked on in a process of their own, whose speed is what counts. */
  private int inWorkersEnvironment() {
    List<String> words = new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
    words.add("--in-process");
    try {
      return EngineProcess.of(words).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Failures.FAILED;
    }
  }

  private List<String> engineOptions() {
    return List.of(
        "--threads", Integer.toString(threads), "--device", device, "--precision", "" + precision);
  }

  private int measure() {
    Terminal terminal = kindred.terminal();
    Benchmarks benchmarks = new Benchmarks(device, threads, precision);
    ObjectNode result = Json.object();
    result.put("what", what);
    switch (what) {
      case "step" -> {
        double ms = benchmarks.step(method, batch);
        result.put("kind", method).put("batch", batch).put("ms", rounded(ms));
        terminal.line(String.format(Locale.ROOT, "%s step: %.1f ms", method, ms));
      }
      case "epoch" -> {
        Benchmarks.EpochSpeed found = benchmarks.epoch(method, source(), count, terminal::note);
        double speed = found.imagesPerSecond();
        result.put("kind", method).put("count", found.images());
        result.put("seconds", found.images() / speed).put("images_per_s", rounded(speed));
        terminal.line(String.format(Locale.ROOT, "%s epoch: %.0f images/s", method, speed));
      }
      case "knn" -> {
        Benchmarks.Search search = benchmarks.search(n, dimension, k);
        result.put("n", n).put("dim", dimension).put("k", k);
        result.put("seconds", Math.round(search.seconds() * 1000) / 1000.0);
        result.put("recall", search.recall()).put("checked", search.checked());
        result.put("peak_mb", search.peakMegabytes());
        terminal.line(
            String.format(
                Locale.ROOT,
                "knn %,d×%d: %.2f s, recall@%d %.5f over %,d queries, peak %,d MB",
                n,
                dimension,
                search.seconds(),
                k,
                search.recall(),
                search.checked(),
                search.peakMegabytes()));
      }
      case "runs" -> runs(terminal, result);
      default ->
          throw new BadInput(
              "'"
                  + what
                  + "' is no benchmark; known: step, epoch, knn, import, runs, scaling, gui, browser, live");
    }
    if (!result.has("peak_mb")) {
      Memory.peakMegabytes().ifPresent(megabytes -> result.put("peak_mb", megabytes));
    }
    terminal.result(result);
    return 0;
  }

  private void runs(Terminal terminal, ObjectNode result) {
    if (runs <= RunsBenchmark.SETTLED) {
      throw new BadInput("bench runs compares with the 20th run; ask for more than 20");
    }
    RunsBenchmark.Result found =
        RunsBenchmark.measure(RunsBenchmark.SETTLED, runs, threads, terminal::note);
    result.put("runs", found.runs());
    result.put("settled_mb", found.settledMegabytes()).put("end_mb", found.endMegabytes());
    result.put("ratio", Math.round(found.ratio() * 1000) / 1000.0);
    result.put("settled_threads", found.settledThreads()).put("end_threads", found.endThreads());
    result.put("settled_files", found.settledFiles()).put("end_files", found.endFiles());
    terminal.line(
        String.format(
            Locale.ROOT,
            "%d runs: %,d MB, after the 20th %,d MB: ratio %.3f",
            found.runs(),
            found.endMegabytes(),
            found.settledMegabytes(),
            found.ratio()));
  }

  private int importing(Terminal terminal) {
    Benchmarks.ImportSpeed found = Benchmarks.importing(source(), terminal::note);
    double first = found.images() / found.firstSeconds();
    double second = found.images() / found.secondSeconds();
    terminal.line(
        String.format(
            Locale.ROOT, "import: %,.0f images/s, a second time %,.0f images/s", first, second));
    ObjectNode result = Json.object();
    result.put("what", what).put("count", found.images());
    result.put("seconds", Math.round(found.firstSeconds() * 1000) / 1000.0);
    result.put("images_per_s", rounded(first));
    result.put("second_images_per_s", rounded(second));
    terminal.result(result);
    return 0;
  }

  private Path source() {
    if (images == null) {
      throw new BadInput("bench " + what + " needs --images PATH: a folder or ZIP of images");
    }
    return images;
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
