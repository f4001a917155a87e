package kindred.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kindred.data.SquarePipeline.Result;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/** Packs images into a data set of a workspace, once, so that training need not decode them. */
public final class Importer {
  private static final long MARK_NANOS = Long.getLong("kindred.import.mark", 5000) * 1_000_000;
  private static final long REPORT_NANOS = 100_000_000;

  private final ImageSource source;
  private final DatasetWriter writer;
  private final Consumer<ImportProgress> progress;
  private final long start = System.nanoTime();
  private long lastReport = start;
  private final int before; // images that an import had done that died
  private long lastMark = start;
  private int done;

  private Importer(ImageSource source, DatasetWriter writer, Consumer<ImportProgress> progress) {
    this.source = source;
    this.writer = writer;
    this.progress = progress;
    this.before = writer.done();
    this.done = before;
  }

  /**
   * Imports images. If this method does not return normally, no data set is left; if the process
   * dies, the next import of the same images goes on where the files were last vouched for.
   *
   * @param datasets the workspace's folder of data sets, made if needed
   * @param progress told about ten times a second and once at the end, on the calling thread
   * @param cancelled asked often, on the calling thread
   * @throws BadInput if something is missing, damaged as a whole, in the way or full
   * @throws CancellationException if cancelled, or the calling thread was interrupted
   */
  public static ImportResult run(
      ImportRequest request,
      Path datasets,
      Consumer<ImportProgress> progress,
      BooleanSupplier cancelled) {
    return run(request, request.origin(), datasets, progress, cancelled);
  }

  /**
   * Imports images as above.
   *
   * @param origin what the data set shall say of where it came from
   */
  public static ImportResult run(
      ImportRequest request,
      String origin,
      Path datasets,
      Consumer<ImportProgress> progress,
      BooleanSupplier cancelled) {
    loadAhead(); // finding out what there is takes a while
    try (ImageSource source = ImageSources.open(request)) {
      return run(source, origin, request, datasets, progress, cancelled);
    } catch (IOException e) {
      throw new BadInput(request.origin() + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /** Begins to load, on another thread, what is needed later and takes long to load. */
  private static void loadAhead() {
    Thread loading =
        new Thread(
            () -> {
              Libjpeg.create();
              Json.object();
            },
            "import loading");
    loading.setDaemon(true);
    loading.start();
  }

  /**
   * Imports the images of an open source.
   *
   * @param origin what the data set shall say of where it came from
   */
  static ImportResult run(
      ImageSource source,
      String origin,
      ImportRequest request,
      Path datasets,
      Consumer<ImportProgress> progress,
      BooleanSupplier cancelled)
      throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    try (DatasetWriter writer =
            new DatasetWriter(
                datasets,
                request.name(),
                request.size(),
                source.classes(),
                ImportKey.of(request, source));
        SquarePipeline squares =
            new SquarePipeline(
                source, writer.done(), request.size(), request.background(), threads, cancelled)) {
      return new Importer(source, writer, progress).run(squares, origin);
    }
  }

  private ImportResult run(SquarePipeline squares, String origin) throws IOException {
    while (done < source.count()) {
      squares.next().forEach(this::take);
      long now = System.nanoTime();
      if (now - lastReport > REPORT_NANOS || done == source.count()) {
        lastReport = now;
        progress.accept(progress(now));
      }
      if (now - lastMark > MARK_NANOS) {
        lastMark = now;
        writer.mark();
      }
    }
    if (writer.count() == 0) {
      throw new BadInput(
          "none of the %d images of %s can be used: %s"
              .formatted(done, origin, reasons(skippedByFrequency())));
    }
    if (writer.test() == writer.count()) {
      throw new BadInput(
          origin
              + " has test images alone that can be used; give the folder or file of the test"
              + " images by itself to make a data set of them");
    }
    DatasetInfo info = writer.finish(origin);
    return new ImportResult(info, info.count(), skippedByFrequency(), seconds(System.nanoTime()));
  }

  private void take(Result result) {
    int image = done++;
    if (result.square() != null) {
      writer.add(result.name(), result.label(), source.test(image), result.square());
    } else {
      writer.skip(result.name(), result.skipped());
    }
  }

  private double seconds(long now) {
    return (now - start) / 1e9;
  }

  private ImportProgress progress(long now) {
    double rate = (done - before) / Math.max(1e-9, seconds(now));
    return new ImportProgress(
        done, source.count(), done - writer.count(), rate, (source.count() - done) / rate);
  }

  private Map<String, Integer> skippedByFrequency() {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    writer.skipped().entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static String reasons(Map<String, Integer> skipped) {
    return skipped.entrySet().stream()
        .limit(5)
        .map(entry -> entry.getValue() + " × " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
