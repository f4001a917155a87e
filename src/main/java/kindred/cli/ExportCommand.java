package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kindred.experiment.Json;
import kindred.export.ExportFormat;
import kindred.export.Part;
import kindred.run.ModelExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes what a run learned for other programs. */
@Command(name = "export", description = "Write what a run learned into a file for other programs.")
final class ExportCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN", description = "A latent or byol run.")
  String source;

  @Option(
      names = "--format",
      description =
          "${COMPLETION-CANDIDATES}. safetensors: weights by PyTorch's names; torchscript: a module"
              + " for torch.jit.load that takes pixels of 0 to 255; embeddings: a vector for every"
              + " image; report: a page for people; tensorboard: a folder with metrics, pictures and"
              + " vectors; projector: one with vectors, names and thumbnails. Default: as FILE"
              + " ends.")
  ExportFormat format;

  @Option(
      names = "--part",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}",
      defaultValue = "encoder")
  Part part;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Ends in .safetensors; .pt; .npz, .npy, .csv or .pkl; .html; or is a folder.")
  Path out;

  @Override
  public Integer call() {
    WrittenFile file = new WrittenFile(kindred.terminal(), out);
    ExportFormat chosen = format == null ? ExportFormat.of(out) : format;
    if (chosen == ExportFormat.REPORT) {
      return ReportCommand.write(kindred, source, out);
    }
    ModelExport.Written written =
        ModelExport.write(kindred.open(), source, chosen, part, out, file::embedded);
    ObjectNode facts = Json.object();
    facts.put("format", chosen.toString());
    facts.put("bytes", written.bytes());
    file.tell(written.content(), facts);
    return 0;
  }
}
