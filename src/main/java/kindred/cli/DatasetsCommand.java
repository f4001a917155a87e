package kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import kindred.data.DatasetInfo;
import kindred.data.Datasets;
import kindred.experiment.Json;
import kindred.metrics.NumberWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists data sets. */
@Command(name = "datasets", description = "List the data sets of the workspace.")
final class DatasetsCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Override
  public Integer call() {
    Terminal terminal = kindred.terminal();
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("datasets");
    for (Datasets.Entry entry : new Datasets(kindred.open().datasets()).list()) {
      String megabytes = String.format(Locale.ROOT, "%,.1f MB", entry.bytes() / 1e6);
      terminal.line(
          String.format(
              Locale.ROOT,
              "%-24s %12s  %s",
              entry.name(),
              megabytes,
              entry.info().map(DatasetsCommand::sentence).or(entry::problem).orElse("")));
      ObjectNode one = list.addObject().put("name", entry.name()).put("bytes", entry.bytes());
      entry.info().ifPresent(info -> one.put("images", info.count()));
    }
    terminal.result(json);
    return 0;
  }

  private static String sentence(DatasetInfo info) {
    return String.format(
        Locale.ROOT,
        "%s of %d×%d×%d, %s, from %s",
        NumberWords.count(info.count(), "image", "images"),
        info.channels(),
        info.height(),
        info.width(),
        info.classes().isEmpty()
            ? "unlabeled"
            : NumberWords.count(info.classes().size(), "class", "classes"),
        info.source());
  }
}
