package kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import kindred.data.ImportResult;
import kindred.data.published.GetProgress;
import kindred.data.published.Getting;
import kindred.data.published.Published;
import kindred.data.published.PublishedSet;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.metrics.NumberWords;
import kindred.run.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Fetches a published set of images and makes a data set of it; without a name lists them. */
@Command(
    name = "get",
    description =
        "Download a published set of images and make a data set of it; its test images are kept"
            + " apart. Without NAME: list what there is, with size, terms and address. Nothing is"
            + " downloaded before you agree. A download that was stopped goes on where it was.")
final class GetCommand implements Callable<Integer> {
  private static final int STOPPED = 130;

  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Such as cifar-10.")
  String set;

  @Option(names = "--name", description = "What the data set shall be called. Default: NAME")
  String name;

  @Option(
      names = "--size",
      description = "Side of the packed images in pixels. Default: the set's own, or 32 for 28")
  Integer size;

  @Option(names = "--yes", description = "Agree to the download and the terms beforehand.")
  boolean yes;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "Another address that has the same files, such as a mirror.")
  String from;

  @Override
  public Integer call() {
    return set == null ? list() : get(Published.named(set));
  }

  private Integer list() {
    Terminal terminal = kindred.terminal();
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("sets");
    for (PublishedSet each : Published.sets()) {
      describe(terminal, each, each.from());
      ObjectNode entry = all.addObject();
      entry.put("name", each.name());
      entry.put("bytes", each.bytes());
      entry.put("terms", each.terms());
      entry.put("from", each.from().toString());
    }
    terminal.line("kindred get NAME downloads one of them");
    terminal.result(json);
    return 0;
  }

  private static void describe(Terminal terminal, PublishedSet each, URI address) {
    terminal.line(each.name() + "  " + each.about());
    terminal.line("  size   " + megabytes(each.bytes()) + " to download");
    terminal.line("  terms  " + each.terms());
    terminal.line("  page   " + each.home());
    terminal.line("  from   " + address);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6);
  }

  private Integer get(PublishedSet wanted) {
    Terminal terminal = kindred.terminal();
    URI address = from == null ? wanted.from() : Getting.address(from);
    describe(terminal, wanted, address);
    if (!yes && !agreed(terminal)) {
      terminal.note("nothing was downloaded");
      return STOPPED;
    }
    Workspace workspace = kindred.open();
    CountDownLatch cleaned = new CountDownLatch(1);
    Interruption interruption = Interruption.untilReleased(cleaned);
    long start = System.nanoTime();
    try {
      ImportResult result =
          new Getting(
                  wanted,
                  address,
                  Getting.downloads(workspace.path()),
                  progress -> show(terminal, progress),
                  interruption::happened)
              .run(
                  name == null ? wanted.name() : name,
                  size == null ? wanted.size() : size,
                  workspace.datasets());
      ImportReport.print(terminal, result, (System.nanoTime() - start) * 1e-9);
      return 0;
    } catch (CancellationException e) {
      terminal.note("stopped; the same command goes on from there");
      return STOPPED;
    } finally {
      cleaned.countDown();
    }
  }

  private static boolean agreed(Terminal terminal) {
    String answer =
        terminal
            .ask("Download this? [y/N] ")
            .orElseThrow(
                () -> new BadInput("nobody is here to agree to the download; say --yes if you do"));
    return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }

  private static void show(Terminal terminal, GetProgress progress) {
    boolean images = progress.step().countsImages();
    String rate =
        progress.perSecond() <= 0
            ? ""
            : images
                ? "  " + NumberWords.pace(progress.perSecond())
                : String.format(Locale.ROOT, "  %.1f MB/s", progress.perSecond() / 1e6);
    terminal.progress(
        progress.step().name().toLowerCase(Locale.ROOT),
        progress.done(),
        progress.total(),
        rate,
        progress.secondsLeft());
  }
}
