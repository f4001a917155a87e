package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import kindred.data.DatasetInfo;
import kindred.experiment.BadInput;
import kindred.export.ExportFormat;
import kindred.export.ModelNotes;
import kindred.export.OnnxModel;
import kindred.torch.Embedder;
import kindred.torch.ImageFormat;
import kindred.torch.ScriptModule;
import kindred.torch.Torch;
import kindred.train.SavedEmbedder;

/**
 * Something that turns images into vectors, from a run or from a file that was exported.
 *
 * @param run it comes from
 * @param format of the images that it takes
 * @param dataset whose images it learned from, which new ones are fitted like
 * @param embedder to be closed with it
 * @param engine that the embedder uses, or null
 */
record UsableModel(
    String run, ImageFormat format, DatasetInfo dataset, Embedder embedder, Torch engine)
    implements AutoCloseable {
  private static final String NAME = "model.";

  /**
   * Loads it.
   *
   * @param model an ONNX or TorchScript file, a folder with one, or else the name of a run
   * @throws BadInput if it is none of these, or does not turn images into vectors
   */
  static UsableModel open(Workspace workspace, String model, int threads) {
    Path file = Path.of(model);
    if (!Files.exists(file)) {
      if (ExportFormat.ONNX.fits(file) || ExportFormat.TORCHSCRIPT.fits(file)) {
        throw new BadInput("there is no file " + file);
      }
      return ofRun(workspace, workspace.run(model), threads);
    }
    Path inside = Files.isDirectory(file) ? inside(file) : file;
    if (ExportFormat.ONNX.fits(inside)) {
      return ofOnnx(inside, threads);
    }
    if (ExportFormat.TORCHSCRIPT.fits(inside)) {
      return ofScript(inside, threads);
    }
    throw new BadInput(
        file + " cannot be used to predict; name an .onnx or .pt file, a folder of one, or a run");
  }

  private static Path inside(Path folder) {
    return List.of(ExportFormat.ONNX, ExportFormat.TORCHSCRIPT).stream()
        .map(format -> folder.resolve(NAME + format.suffixes().get(0)))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new BadInput(folder + " has neither model.onnx nor model.pt in it"));
  }

  private static UsableModel ofRun(Workspace workspace, RunFolder run, int threads) {
    SavedEmbedder saved = Embedders.of(run, "cpu");
    DatasetInfo info = workspace.images(Embeddings.dataOf(run)).info();
    Torch torch = Torch.open("cpu", threads);
    return new UsableModel(run.id(), saved.format(), info, saved.load(torch), torch);
  }

  private static UsableModel ofOnnx(Path file, int threads) {
    OnnxModel model = OnnxModel.open(file, threads);
    try {
      ModelNotes notes = model.notes();
      return of(file, notes, model.embedder(notes), null);
    } catch (BadInput e) {
      model.close();
      throw e;
    }
  }

  private static UsableModel ofScript(Path file, int threads) {
    ModelNotes notes = ModelNotes.read(ScriptModule.notes(file), file);
    requireEmbeds(file, notes);
    Torch torch = Torch.open("cpu", threads);
    try {
      return of(file, notes, new ScriptModule(torch, file, notes.images()), torch);
    } catch (BadInput e) {
      torch.close();
      throw e;
    }
  }

  private static UsableModel of(Path file, ModelNotes notes, Embedder embedder, Torch engine) {
    requireEmbeds(file, notes);
    DatasetInfo data = notes.dataset() == null ? square(notes.images()) : notes.dataset();
    return new UsableModel(notes.run(), notes.images(), data, embedder, engine);
  }

  private static void requireEmbeds(Path file, ModelNotes notes) {
    if (!notes.part().embeds()) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%s is %s and gives no vectors of images; export the encoder of %s",
              file,
              notes.part().title(),
              notes.run()));
    }
  }

  /** Images that fill what the networks take. */
  private static DatasetInfo square(ImageFormat format) {
    int size = format.size();
    return new DatasetInfo(
        1,
        "",
        0,
        format.channels(),
        size,
        size,
        List.of(),
        format.mean(),
        format.std(),
        "",
        "",
        "",
        null);
  }

  @Override
  public void close() {
    embedder.close();
    if (engine != null) {
      engine.close();
    }
  }
}
