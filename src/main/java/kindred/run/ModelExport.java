package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kindred.array.AtomicFile;
import kindred.array.Safetensors;
import kindred.data.DatasetInfo;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.export.ExportFormat;
import kindred.export.ModelNotes;
import kindred.export.NetworkExport;
import kindred.torch.Chain;
import kindred.torch.Torch;
import kindred.train.Embedding;

/** Writes what a run learned into a file for other programs, whole or not at all. */
public final class ModelExport {
  private static final String CARD = ".md";

  private ModelExport() {}

  /**
   * What was written.
   *
   * @param content in words
   * @param difference of ONNX from the networks it was made from; null where nothing was compared
   */
  public record Written(Path file, long bytes, String content, Double difference) {}

  /**
   * Writes a file and beside it, its name ending in {@code .md}, a card that says what it is; or a
   * folder with both and examples.
   *
   * @param name of a run
   * @param watcher told how many images are embedded, where that is needed
   * @throws BadInput if the run has no such part, the file cannot be as it is named, or an ONNX
   *     model does not compute what the run's networks do
   */
  public static Written write(
      Workspace workspace, String name, ExportOrder order, Embedding.Watcher watcher) {
    Path folder = order.out().toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          "there is no folder " + folder + " to write " + order.out().getFileName() + " to");
    }
    RunFolder run = workspace.run(name);
    if (order.format() == ExportFormat.REPORT) {
      throw new IllegalArgumentException("a report is no model");
    }
    if (order.format() == ExportFormat.TENSORBOARD || order.format() == ExportFormat.PROJECTOR) {
      boolean metrics = order.format() == ExportFormat.TENSORBOARD;
      return TensorBoardExport.write(workspace, run, metrics, order.out());
    }
    if (order.folder()) {
      return ModelFolder.write(workspace, run, order);
    }
    if (order.format() == ExportFormat.EMBEDDINGS) {
      VectorExport.Written vectors =
          VectorExport.write(workspace, name, null, order.out(), watcher);
      Written written =
          written(
              order.out(),
              vectors.images() + " vectors of " + vectors.dimension() + " numbers",
              null);
      card(order.out(), ModelCard.ofVectors(workspace, run, order, written.content()));
      return written;
    }
    Chain chain = TrainedParts.read(run, order.part());
    ModelNotes notes = notes(workspace, run, order, chain);
    Written written = network(workspace, run, order, chain, notes);
    card(
        order.out(), ModelCard.of(workspace, run, order.format(), chain, notes, written.content()));
    return written;
  }

  /** Writes the file of networks alone. */
  static Written network(
      Workspace workspace, RunFolder run, ExportOrder order, Chain chain, ModelNotes notes) {
    String title = order.part().title();
    return switch (order.format()) {
      case SAFETENSORS -> {
        if (chain.links().size() == 1) {
          Safetensors.Content own = Safetensors.read(TrainedParts.file(run, order.part()));
          NetworkExport.safetensors(order.out(), own.arrays(), own.metadata(), notes);
        } else {
          NetworkExport.safetensors(order.out(), chain.weights(), Map.of(), notes);
        }
        yield written(order.out(), "the weights of " + title, null);
      }
      case TORCHSCRIPT -> {
        NetworkExport.torchScript(order.out(), chain, notes);
        yield written(order.out(), title + " as TorchScript", null);
      }
      case ONNX -> {
        try (Torch torch = Torch.open("cpu", Runtime.getRuntime().availableProcessors())) {
          var samples = ModelSamples.of(workspace, run, chain);
          var check = NetworkExport.onnx(order.out(), torch, chain, notes, samples);
          yield written(order.out(), title + " as ONNX; " + check.sentence(), check.difference());
        }
      }
      case EMBEDDINGS, REPORT, TENSORBOARD, PROJECTOR ->
          throw new IllegalArgumentException(order.format() + " holds no network");
    };
  }

  /**
   * Whether an export loads native libraries to compute something, so that it takes a while and
   * belongs into an {@link ExportProcess}: vectors that the run does not have, or the comparison
   * with ONNX Runtime.
   *
   * @throws BadInput if the run has no vectors at all
   */
  public static boolean needsEngine(Workspace workspace, String name, ExportFormat format) {
    return format == ExportFormat.ONNX
        || (format == ExportFormat.EMBEDDINGS
            && !Embeddings.read(workspace, workspace.run(name)).complete());
  }

  /** What goes along with a model of a run. */
  static ModelNotes notes(Workspace workspace, RunFolder run, ExportOrder order, Chain chain) {
    JsonNode provenance =
        run.provenance()
            .map(
                text -> (JsonNode) Json.read(text, ObjectNode.class, run.id() + "/provenance.json"))
            .orElseGet(Json::object);
    return new ModelNotes(
        Version.TEXT,
        run.id(),
        order.part(),
        order.format() != ExportFormat.ONNX || order.pixels(),
        chain.format(),
        dataset(workspace, run),
        Json.tree(run.stage()),
        provenance,
        order.license());
  }

  /** The run's data set without the path it was imported from; null if it is gone. */
  private static DatasetInfo dataset(Workspace workspace, RunFolder run) {
    try {
      DatasetInfo info = workspace.images(Embeddings.dataOf(run)).info();
      return new DatasetInfo(
          info.format(),
          info.name(),
          info.count(),
          info.channels(),
          info.height(),
          info.width(),
          info.classes(),
          info.mean(),
          info.std(),
          info.fingerprint(),
          "",
          info.created(),
          null);
    } catch (BadInput removed) {
      return null; // the model can be used without it
    }
  }

  private static void card(Path file, List<String> lines) {
    AtomicFile.writeString(
        file.resolveSibling(file.getFileName() + CARD), String.join("\n", lines) + "\n");
  }

  private static Written written(Path out, String content, Double difference) {
    try {
      return new Written(out, Files.size(out), content, difference);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
