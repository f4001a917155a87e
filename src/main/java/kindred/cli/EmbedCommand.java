package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kindred.experiment.Json;
import kindred.run.VectorExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes representations into a file. */
@Command(
    name = "embed",
    description = "Write a vector for every image of a data set, for other programs to read.")
final class EmbedCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN", description = "A latent or byol run.")
  String source;

  @Option(names = "--data", description = "The data set to embed. Default: the run's own")
  String data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Ends in .npz, .npy, .csv or .pkl, which decides the format.")
  Path out;

  @Override
  public Integer call() {
    WrittenFile file = new WrittenFile(kindred.terminal(), out);
    VectorExport.Written written =
        VectorExport.write(kindred.open(), source, data, out, file::embedded);
    ObjectNode facts = Json.object();
    facts.put("images", written.images());
    facts.put("dimension", written.dimension());
    file.tell(written.images() + " vectors of " + written.dimension() + " numbers", facts);
    return 0;
  }
}
