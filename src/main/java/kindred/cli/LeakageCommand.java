package kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import kindred.data.Datasets;
import kindred.data.Duplicates;
import kindred.data.ImageSet;
import kindred.data.Leakage;
import kindred.data.Leakage.Leak;
import kindred.data.Leakage.Side;
import kindred.data.SourceList;
import kindred.data.Split;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Looks for images that are on both sides of a test. */
@Command(
    name = "leakage",
    description =
        "Find test images that are, or look like, images that were trained on: those of one data set"
            + " in another, or the held-out ones of a data set in its own training images.")
final class LeakageCommand implements Callable<Integer> {
  private static final int STOPPED = 130;
  private static final int LISTED = 10;

  @ParentCommand KindredCommand kindred;

  @Parameters(index = "0", paramLabel = "DATA", description = "Data set of the test images.")
  String data;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TRAIN",
      description = "Data set of the training images. Default: what DATA does not hold out.")
  String train;

  @Option(
      names = "--holdout",
      description =
          "Share of DATA that is held out, without TRAIN and unless DATA keeps test images apart."
              + " Default: 0.1")
  double holdout = 0.1;

  @Option(names = "--split-seed", description = "Which images are held out. Default: 0")
  long splitSeed;

  @Option(
      names = "--bits",
      description = "How many of 64 bits of their hashes may differ, 0 to 10. Default: 4")
  int bits = 4;

  @Override
  public Integer call() {
    if (bits < 0 || bits > Duplicates.MOST_BITS) {
      throw new BadInput("--bits " + bits + " is not possible; give 0 to " + Duplicates.MOST_BITS);
    }
    Terminal terminal = kindred.terminal();
    Datasets datasets = new Datasets(kindred.open().datasets());
    ImageSet set = datasets.open(data);
    ImageSet other = train == null ? set : datasets.open(train);
    CountDownLatch done = new CountDownLatch(1);
    Interruption interruption = Interruption.untilReleased(done);
    try {
      Leakage.Found found =
          Leakage.find(
              test(set),
              training(other),
              bits,
              share -> terminal.progress("comparing", Math.round(share * 100), 100, "", null),
              interruption::happened);
      print(terminal, found, set, other);
      return 0;
    } catch (CancellationException e) {
      terminal.note("stopped");
      return STOPPED;
    } finally {
      done.countDown();
    }
  }

  private Side test(ImageSet set) {
    return train == null ? new Side(set, split(set).heldOut()) : Side.all(set);
  }

  private Side training(ImageSet other) {
    return train == null ? new Side(other, split(other).train()) : Side.all(other);
  }

  private Split split(ImageSet set) {
    if (!(holdout > 0 && holdout < 1)) {
      throw new BadInput("--holdout " + holdout + " is not possible; give a share below 1, as 0.1");
    }
    return Split.of(set, holdout, splitSeed, 0);
  }

  private void print(Terminal terminal, Leakage.Found found, ImageSet set, ImageSet other) {
    terminal.line(
        String.format(
            Locale.ROOT,
            "of %,d %s images of %s, %,d have the same pixels as a training image%s and %,d look"
                + " like one",
            found.images(),
            train == null ? "held-out" : "test",
            set.name(),
            found.exact(),
            train == null ? "" : " of " + other.name(),
            found.near()));
    ObjectNode json = Json.object();
    json.put("images", found.images()).put("same", found.exact()).put("alike", found.near());
    ArrayNode leaks = json.putArray("leaks");
    SourceList sources = SourceList.of(set);
    SourceList others = SourceList.of(other);
    for (Leak leak : found.leaks()) {
      String source = sources.source(leak.image()).orElse("");
      String twin = others.source(leak.twin()).orElse("");
      if (leaks.size() < LISTED) {
        terminal.line(
            String.format(
                Locale.ROOT,
                "  %,d %s  %s  %,d %s",
                leak.image(),
                source,
                leak.same() ? "is" : "looks like",
                leak.twin(),
                twin));
      }
      leaks
          .addObject()
          .put("image", leak.image())
          .put("source", source)
          .put("twin", leak.twin())
          .put("twin_source", twin)
          .put("same", leak.same())
          .put("bits", leak.bits())
          .put("correlation", leak.correlation());
    }
    if (leaks.size() > LISTED) {
      terminal.line(
          String.format(Locale.ROOT, "  and %,d more; --json lists all", leaks.size() - LISTED));
    }
    terminal.result(json);
  }
}
