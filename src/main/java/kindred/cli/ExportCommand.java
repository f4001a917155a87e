package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.export.ExportFormat;
import kindred.export.Part;
import kindred.run.ExportOrder;
import kindred.run.ModelExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes what a run learned for other programs. */
@Command(
    name = "export",
    description =
        "Write what a run learned for other programs: into a file, with a model card (FILE.md)"
            + " beside it, or into a new folder with model, card and examples.")
final class ExportCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN", description = "A latent or byol run.")
  String source;

  @Option(
      names = "--format",
      description =
          "${COMPLETION-CANDIDATES}. safetensors: weights by PyTorch's names; torchscript: a module"
              + " for torch.jit.load that takes pixels of 0 to 255; onnx: a model that was compared"
              + " with the run's own output on real images; embeddings: a vector for every image;"
              + " report: a page for people; tensorboard: a folder with metrics, pictures and"
              + " vectors; projector: one with vectors, names and thumbnails. Default: as FILE"
              + " ends; of a folder onnx.")
  ExportFormat format;

  @Option(
      names = "--part",
      description =
          "${COMPLETION-CANDIDATES}. autoencoder: encoder and decoder; projection: a byol run's"
              + " encoder and projector. Default: ${DEFAULT-VALUE}",
      defaultValue = "encoder")
  Part part;

  @Option(
      names = "--normalize",
      description =
          "onnx: the model takes uint8 pixels of 0 to 255 and normalizes them itself. Default: it"
              + " takes float32 that are normalized already, as the card says how.")
  boolean normalize;

  @Option(
      names = "--license",
      paramLabel = "NAME",
      description = "For the model card, such as cc-by-4.0.",
      defaultValue = "")
  String license;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE|DIR/",
      description =
          "A file that ends in .safetensors; .pt; .onnx; .npz, .npy, .csv or .pkl; .html. Or a new"
              + " folder, its name ending in a slash.")
  String out;

  @Override
  public Integer call() {
    Path place = Path.of(out);
    boolean folder = out.endsWith("/") || out.endsWith("\\") || Files.isDirectory(place);
    ExportFormat chosen = format(place, folder);
    if (normalize && chosen != ExportFormat.ONNX) {
      throw new BadInput("--normalize is for onnx; torchscript always normalizes, others never");
    }
    if (part != Part.ENCODER && !chosen.holdsNetworks()) {
      throw new BadInput("--part chooses networks, and " + chosen + " holds none; leave it out");
    }
    if (chosen == ExportFormat.REPORT) {
      return ReportCommand.write(kindred, source, place);
    }
    WrittenFile file = new WrittenFile(kindred.terminal(), place);
    ExportOrder order = new ExportOrder(chosen, part, normalize, license, place, folder);
    ModelExport.Written written = ModelExport.write(kindred.open(), source, order, file::embedded);
    ObjectNode facts = Json.object();
    facts.put("format", chosen.toString());
    facts.put("bytes", written.bytes());
    if (written.difference() != null) {
      facts.put("difference", written.difference());
    }
    file.tell(written.content(), facts);
    return 0;
  }

  private ExportFormat format(Path place, boolean folder) {
    if (format != null) {
      return format;
    }
    return folder ? ExportFormat.ONNX : ExportFormat.of(place);
  }
}
