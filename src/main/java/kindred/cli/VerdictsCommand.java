package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.metrics.NumberWords;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.pairs.Precision;
import kindred.neighbors.pairs.Sampling;
import kindred.neighbors.pairs.Selection;
import kindred.neighbors.verdict.Act;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.VerdictFile;
import kindred.neighbors.verdict.Verdicts;
import kindred.run.FoundPairs;
import kindred.run.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What people said of a data set's pairs. */
@Command(
    name = "verdicts",
    description = "What people said of pairs of images: counts, estimates, other people's files.",
    subcommands = {
      VerdictsCommand.Count.class,
      VerdictsCommand.Estimate.class,
      VerdictsCommand.Merge.class,
      VerdictsCommand.Veto.class,
      VerdictsCommand.Undo.class
    })
final class VerdictsCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Override
  public Integer call() {
    throw new BadInput("say what to do: count, estimate, merge, veto or undo");
  }

  private VerdictFile file(String data) {
    return VerdictFile.of(kindred.open().images(data));
  }

  private FoundPairs pairs(String run) {
    Workspace workspace = kindred.open();
    return FoundPairs.read(workspace, workspace.run(run));
  }

  /** How many of each. */
  @Command(name = "count", description = "Count a data set's pairs by what was said of them.")
  static final class Count implements Callable<Integer> {
    @ParentCommand VerdictsCommand parent;

    @Parameters(paramLabel = "DATA", description = "A data set.")
    String data;

    @Override
    public Integer call() {
      Terminal terminal = parent.kindred.terminal();
      Map<Verdict, Integer> counts = parent.file(data).read().counts();
      ObjectNode result = Json.object();
      counts.forEach(
          (verdict, count) -> {
            terminal.line(
                String.format(
                    Locale.ROOT, "%-10s %,9d %s", verdict, count, count == 1 ? "pair" : "pairs"));
            result.put(verdict.toString(), count);
          });
      terminal.result(result);
      return 0;
    }
  }

  /** Precision without labels. */
  @Command(
      name = "estimate",
      description = "Estimate from drawn and judged pairs how many pairs are of the same kind.")
  static final class Estimate implements Callable<Integer> {
    @ParentCommand VerdictsCommand parent;

    @Parameters(paramLabel = "RUN", description = "A run of `kindred neighbors`.")
    String run;

    @Mixin PairFilterOptions filter;

    @Override
    public Integer call() {
      Terminal terminal = parent.kindred.terminal();
      FoundPairs found = parent.pairs(run);
      Verdicts verdicts = VerdictFile.of(found.images()).read();
      Precision precision =
          new Sampling(found.table(), Sampling.SEED).estimate(filter.filter(), verdicts);
      terminal.line(
          precision.decided() == 0
              ? "none of these pairs was drawn and judged yet; judge some in the window"
              : String.format(
                  Locale.ROOT,
                  "%d of %s judged; precision %s, between %s and %s",
                  precision.decided(),
                  NumberWords.count(precision.pairs(), "pair", "pairs"),
                  Terminal.percent(precision.share()),
                  Terminal.percent(precision.low()),
                  Terminal.percent(precision.high())));
      ObjectNode result = Json.tree(precision);
      if (precision.decided() == 0) {
        result.remove("share"); // which is no number then
      }
      terminal.result(result);
      return 0;
    }
  }

  /** Puts two people's files together. */
  @Command(
      name = "merge",
      description = "Add another file's verdicts on the same images to a data set's own.")
  static final class Merge implements Callable<Integer> {
    @ParentCommand VerdictsCommand parent;

    @Parameters(paramLabel = "FILE", description = "A verdicts.jsonl.")
    Path other;

    @Option(names = "--data", required = true, description = "The data set.")
    String data;

    @Override
    public Integer call() {
      Terminal terminal = parent.kindred.terminal();
      VerdictFile.Merged merged = parent.file(data).merge(other);
      terminal.line(
          merged.added()
              + " verdicts and withdrawals added, "
              + merged.known()
              + " were there already"
              + (merged.leftOut() == 0
                  ? ""
                  : "; "
                      + merged.leftOut()
                      + (merged.leftOut() == 1 ? " pair is" : " pairs are")
                      + " of images that "
                      + data
                      + " has not"));
      terminal.result(Json.tree(merged));
      return 0;
    }
  }

  /** Many at once. */
  @Command(name = "veto", description = "Say of many pairs at once that they are different.")
  static final class Veto implements Callable<Integer> {
    @ParentCommand VerdictsCommand parent;

    @Parameters(paramLabel = "RUN", description = "A run of `kindred neighbors`.")
    String run;

    @ArgGroup(multiplicity = "1")
    Which which;

    @Option(names = "--by", description = "Who says so. Default: the user's name")
    String by = System.getProperty("user.name");

    /** Which pairs. */
    static final class Which {
      @Option(names = "--hub", paramLabel = "IMAGE", description = "All pairs of an image.")
      Integer hub;

      @Option(names = "--beyond", paramLabel = "D", description = "All farther apart than this.")
      Double beyond;
    }

    @Override
    public Integer call() {
      Terminal terminal = parent.kindred.terminal();
      FoundPairs found = parent.pairs(run);
      BitSet rows = Selection.of(found.table(), filter());
      if (rows.isEmpty()) {
        throw new BadInput("there are no such pairs in run " + found.run());
      }
      ImageSet images = found.images();
      VerdictFile file = VerdictFile.of(images);
      Act act =
          file.read()
              .sayOfAll(by, found.run(), Verdict.DIFFERENT, found.table().keys(rows), reason());
      file.append(act);
      terminal.line(
          NumberWords.count(act.pairs().length, "pair", "pairs") + " vetoed: " + act.why());
      terminal.result(Json.object().put("pairs", act.pairs().length));
      return 0;
    }

    private PairFilter filter() {
      return which.hub != null
          ? PairFilter.ALL.withImage(which.hub)
          : PairFilter.ALL.withDistances(Math.nextUp(which.beyond.doubleValue()), null);
    }

    private String reason() {
      return which.hub != null ? "all pairs of image " + which.hub : "beyond " + which.beyond;
    }
  }

  /** Takes back. */
  @Command(name = "undo", description = "Take back somebody's latest verdict that still holds.")
  static final class Undo implements Callable<Integer> {
    @ParentCommand VerdictsCommand parent;

    @Parameters(paramLabel = "DATA", description = "A data set.")
    String data;

    @Option(names = "--by", description = "Whose. Default: the user's name")
    String by = System.getProperty("user.name");

    @Override
    public Integer call() {
      Terminal terminal = parent.kindred.terminal();
      VerdictFile file = parent.file(data);
      Verdicts verdicts = file.read();
      Act latest =
          verdicts.latest(by).orElseThrow(() -> new BadInput(by + " said nothing that holds"));
      verdicts.undo(by).ifPresent(file::append);
      terminal.line(
          "taken back: "
              + latest.verdict()
              + " of "
              + NumberWords.count(latest.pairs().length, "pair", "pairs"));
      terminal.result(Json.object().put("pairs", latest.pairs().length));
      return 0;
    }
  }
}
