package kindred.run;

import java.nio.file.Path;
import java.util.List;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.export.ExportFormat;
import kindred.export.JavaExample;
import kindred.export.ModelNotes;
import kindred.export.PythonExample;
import kindred.torch.Chain;

/** A folder with a model, its card and examples of its use, which appears whole or not at all. */
final class ModelFolder {
  private static final String CARD = "README.md";

  private ModelFolder() {}

  /**
   * Writes it.
   *
   * @throws BadInput if something is there already, or the format is no model that runs
   */
  static ModelExport.Written write(Workspace workspace, RunFolder run, ExportOrder order) {
    ExportFormat format = order.format();
    if (format != ExportFormat.ONNX && format != ExportFormat.TORCHSCRIPT) {
      throw new BadInput(
          "a folder holds a model that runs: choose --format onnx or torchscript, or name a file"
              + " for "
              + format);
    }
    ModelExport.Written model =
        NewFolder.write(order.out(), folder -> fill(workspace, run, order, folder));
    return new ModelExport.Written(
        order.out(), model.bytes(), model.content() + ", with examples", model.difference());
  }

  private static ModelExport.Written fill(
      Workspace workspace, RunFolder run, ExportOrder order, Path folder) {
    Chain chain = TrainedParts.read(run, order.part());
    ModelNotes notes = ModelExport.notes(workspace, run, order, chain);
    Path file = folder.resolve("model." + order.format().suffixes().get(0));
    ModelExport.Written model = ModelExport.network(workspace, run, order.at(file), chain, notes);
    List<String> card = ModelCard.of(workspace, run, order.format(), chain, notes, model.content());
    AtomicFile.writeString(folder.resolve(CARD), String.join("\n", card) + "\n");
    AtomicFile.writeString(
        folder.resolve(PythonExample.FILE), PythonExample.of(order.format(), chain, notes));
    AtomicFile.writeString(
        folder.resolve(JavaExample.FILE), JavaExample.of(order.format(), chain, notes));
    return model;
  }
}
