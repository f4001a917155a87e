package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import kindred.data.Background;
import kindred.data.ImportProgress;
import kindred.data.ImportRequest;
import kindred.data.ImportResult;
import kindred.data.Importer;
import kindred.experiment.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Packs images into a data set. */
@Command(
    name = "import",
    description =
        "Pack images into a data set: a folder of class folders, a flat folder, a ZIP of either,"
            + " IDX files or CIFAR binary files. Several folders and image files become one data set,"
            + " each folder a class.")
final class ImportCommand implements Callable<Integer> {
  private static final int STOPPED = 130;

  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "PATH", arity = "1..*")
  List<Path> paths;

  @Option(names = "--name", required = true, description = "What the data set shall be called.")
  String name;

  @Option(names = "--size", description = "Side of the packed images in pixels. Default: 32")
  int size = ImportRequest.DEFAULT_SIZE;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "CSV of file name and class, or an IDX file of labels.")
  Path labels;

  @Option(
      names = "--background",
      paramLabel = "COLOR",
      description =
          "What shows where images are transparent: white, black, gray or as #3366cc. Default: white")
  String background = "white";

  @Override
  public Integer call() {
    Terminal terminal = kindred.terminal();
    ImportRequest request =
        new ImportRequest(
            paths, name, size, Optional.ofNullable(labels), Background.of(background));
    Path datasets = kindred.open().datasets();
    CountDownLatch cleaned = new CountDownLatch(1);
    Interruption interruption = Interruption.untilReleased(cleaned);
    long start = System.nanoTime();
    try {
      ImportResult result =
          Importer.run(
              request, datasets, progress -> show(terminal, progress), interruption::happened);
      summarize(terminal, result, (System.nanoTime() - start) * 1e-9);
      return 0;
    } catch (CancellationException e) {
      terminal.note("import stopped; no data set is left");
      return STOPPED;
    } finally {
      cleaned.countDown();
    }
  }

  private static void show(Terminal terminal, ImportProgress progress) {
    terminal.progress(
        "importing",
        progress.done(),
        progress.total(),
        String.format(Locale.ROOT, "  %,.0f images/s", progress.imagesPerSecond()),
        progress.secondsLeft());
  }

  private void summarize(Terminal terminal, ImportResult result, double seconds) {
    terminal.line(
        String.format(
            Locale.ROOT,
            "%s: %,d images of %d×%d×%d, %d classes (%s)",
            result.info().name(),
            result.info().count(),
            result.info().channels(),
            result.info().height(),
            result.info().width(),
            result.info().classes().size(),
            Terminal.duration(seconds)));
    ObjectNode json = Json.object();
    json.put("data", result.info().name());
    json.put("images", result.info().count());
    json.put("seconds", Math.round(seconds * 1000) / 1000.0);
    ObjectNode skipped = json.putObject("skipped");
    result
        .skipped()
        .forEach(
            (reason, count) -> {
              terminal.line(String.format(Locale.ROOT, "  skipped %,d: %s", count, reason));
              skipped.put(reason, count);
            });
    if (!result.skipped().isEmpty()) {
      terminal.line("  each is listed with its reason in sources.jsonl of the data set");
    }
    terminal.result(json);
  }
}
