package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.metrics.NumberWords;
import kindred.neighbors.pairs.PairExport;
import kindred.neighbors.pairs.PairNumbers;
import kindred.neighbors.pairs.PairTable;
import kindred.neighbors.pairs.RowOrder;
import kindred.neighbors.pairs.Selection;
import kindred.neighbors.verdict.VerdictFile;
import kindred.run.FoundPairs;
import kindred.run.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells of a run's pairs and writes them. */
@Command(
    name = "pairs",
    description = "Count the pairs of a neighbor run, and write them for other programs.")
final class PairsCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN", description = "A run of `kindred neighbors`.")
  String run;

  @Mixin PairFilterOptions filter;

  @Option(
      names = "--order",
      description = "${COMPLETION-CANDIDATES}: in which they are written. Default: image")
  RowOrder order = RowOrder.IMAGE;

  @Option(names = "--seed", description = "Of a random order. Default: 1")
  long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Ends in .csv or .npz, which decides the format.")
  Path out;

  @Override
  public Integer call() {
    Terminal terminal = kindred.terminal();
    requireFolder();
    Workspace workspace = kindred.open();
    FoundPairs found = FoundPairs.read(workspace, workspace.run(run));
    PairTable table = found.table().withVerdicts(VerdictFile.of(found.images()).read());
    var rows = Selection.of(table, filter.filter());
    PairNumbers numbers = PairNumbers.of(table, rows);
    terminal.line(sentence(found, numbers));
    ObjectNode result = Json.tree(numbers);
    result.put("coverage", numbers.coverage());
    if (numbers.known() > 0) {
      result.put("purity", numbers.purity());
    }
    if (out != null) {
      PairExport.write(table, order.of(table, rows, seed), found.images().info().classes(), out);
      terminal.line(out + ": written");
      result.put("file", out.toString());
    }
    terminal.result(result);
    return 0;
  }

  private void requireFolder() {
    if (out != null && !Files.isDirectory(out.toAbsolutePath().getParent())) {
      throw new BadInput(
          "there is no folder "
              + out.toAbsolutePath().getParent()
              + " to write "
              + out.getFileName()
              + " to");
    }
  }

  private static String sentence(FoundPairs found, PairNumbers numbers) {
    return String.format(
        Locale.ROOT,
        "%,d of %s of %s; %s of its images have one%s",
        numbers.pairs(),
        NumberWords.count(found.table().size(), "pair", "pairs"),
        found.images().name(),
        Terminal.percent(numbers.coverage()),
        numbers.known() == 0
            ? ""
            : "; " + Terminal.percent(numbers.purity()) + " are of the same class");
  }
}
