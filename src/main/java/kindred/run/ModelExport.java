package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kindred.experiment.BadInput;
import kindred.export.ExportFormat;
import kindred.export.NetworkExport;
import kindred.export.Part;
import kindred.train.Embedding;

/** Writes what a run learned into a file for other programs, whole or not at all. */
public final class ModelExport {
  private ModelExport() {}

  /**
   * What was written.
   *
   * @param content in words
   */
  public record Written(Path file, long bytes, String content) {}

  /**
   * Writes a file.
   *
   * @param name of a run
   * @param part which of its networks; of no meaning for embeddings
   * @param out in an existing folder; embeddings are of the kind that its suffix says
   * @param watcher told how many images are embedded, where that is needed
   * @throws BadInput if the run has no such part, or the file cannot be as it is named
   */
  public static Written write(
      Workspace workspace,
      String name,
      ExportFormat format,
      Part part,
      Path out,
      Embedding.Watcher watcher) {
    Path folder = out.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInput("there is no folder " + folder + " to write " + out.getFileName() + " to");
    }
    if (format == ExportFormat.EMBEDDINGS) {
      VectorExport.Written vectors = VectorExport.write(workspace, name, null, out, watcher);
      return written(out, vectors.images() + " vectors of " + vectors.dimension() + " numbers");
    }
    RunFolder run = workspace.run(name);
    if (format == ExportFormat.TENSORBOARD || format == ExportFormat.PROJECTOR) {
      return TensorBoardExport.write(workspace, run, format == ExportFormat.TENSORBOARD, out);
    }
    if (format == ExportFormat.REPORT) {
      throw new IllegalArgumentException("a report is no model");
    }
    Path from = network(run, part);
    if (format == ExportFormat.SAFETENSORS) {
      NetworkExport.safetensors(from, out, Map.of("kindred", Version.TEXT, "run", run.id()));
      return written(out, "the weights of the " + part);
    }
    NetworkExport.torchScript(from, part, out);
    return written(out, "the " + part + " as TorchScript");
  }

  /**
   * Whether an export computes vectors that the run does not have, so that it takes a while and
   * belongs into an {@link ExportProcess}.
   *
   * @throws BadInput if the run has no vectors at all
   */
  public static boolean needsEngine(Workspace workspace, String name, ExportFormat format) {
    return format == ExportFormat.EMBEDDINGS
        && !Embeddings.read(workspace, workspace.run(name)).complete();
  }

  private static Path network(RunFolder run, Part part) {
    Path file =
        Artifacts.of(run, part == Part.ENCODER ? TrainingWork.ENCODER : TrainingWork.DECODER);
    if (!Files.exists(file)) {
      throw new BadInput(
          "run "
              + run.id()
              + " ("
              + run.state().actualStatus()
              + ") has no "
              + part
              + (part == Part.ENCODER
                  ? "; name a finished ae, vae or byol run, or export its decoder or embeddings"
                  : "; name a finished latent run"));
    }
    return file;
  }

  private static Written written(Path out, String content) {
    try {
      return new Written(out, Files.size(out), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
