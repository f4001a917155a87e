package kindred.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import kindred.data.ArrayLayout;
import kindred.data.Background;
import kindred.data.ImportProgress;
import kindred.data.ImportRequest;
import kindred.data.ImportResult;
import kindred.data.Importer;
import kindred.metrics.NumberWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Packs images into a data set. */
@Command(
    name = "import",
    description =
        "Pack images into a data set: a folder of class folders, a flat folder, a ZIP of either, a CSV"
            + " file of paths and classes, IDX files, CIFAR or STL-10 binary files, or a numpy array"
            + " (.npy, .npz) of uint8. Several folders and image files become one data set, each"
            + " folder a class. Of a folder with train and test folders the test images are kept"
            + " apart: every run holds them out.")
final class ImportCommand implements Callable<Integer> {
  private static final int STOPPED = 130;

  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "PATH", arity = "1..*")
  List<Path> paths;

  @Option(names = "--name", required = true, description = "What the data set shall be called.")
  String name;

  @Option(
      names = "--size",
      description =
          "Side of the packed images in pixels. Of larger pictures the middle square is kept, scaled"
              + " down. Default: 32")
  int size = ImportRequest.DEFAULT_SIZE;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "CSV of file name and class; for IDX images an IDX file, for a numpy array another.")
  Path labels;

  @Option(
      names = "--no-labels",
      description =
          "Leave out every label: folders, such as those of dates or places, are no classes.")
  boolean unlabeled;

  @Option(
      names = "--test",
      paramLabel = "PATH",
      description = "Images of the same classes to keep apart: every run holds them out.")
  Path test;

  @Option(
      names = "--layout",
      description = "Of a numpy array whose dimensions leave it open: ${COMPLETION-CANDIDATES}.")
  ArrayLayout layout;

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
            paths,
            name,
            size,
            Optional.ofNullable(labels),
            unlabeled,
            Optional.ofNullable(layout),
            Optional.ofNullable(test),
            Background.of(background));
    Path datasets = kindred.open().datasets();
    CountDownLatch cleaned = new CountDownLatch(1);
    Interruption interruption = Interruption.untilReleased(cleaned);
    long start = System.nanoTime();
    try {
      ImportResult result =
          Importer.run(
              request, datasets, progress -> show(terminal, progress), interruption::happened);
      ImportReport.print(terminal, result, (System.nanoTime() - start) * 1e-9);
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
        "  " + NumberWords.pace(progress.imagesPerSecond()),
        progress.secondsLeft());
  }
}
