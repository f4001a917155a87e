package kindred.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kindred.experiment.BadInput;

/** A module in a TorchScript file whose {@code forward} turns pixels of 0 to 255 into vectors. */
public final class ScriptModule implements Embedder {
  private final Torch torch;
  private final PtSymbolBlock block;
  private final ImageFormat format;

  /**
   * Loads a module.
   *
   * @param format of the images that it takes
   * @throws BadInput if the file is missing, damaged, or no TorchScript
   */
  public ScriptModule(Torch torch, Path file, ImageFormat format) {
    this.torch = torch;
    this.format = format;
    try (InputStream in = Files.newInputStream(file)) {
      block = JniUtils.loadModule(torch.pytorch(), in, false, false);
    } catch (IOException | EngineException e) {
      throw new BadInput(file + " cannot be loaded as TorchScript: " + e.getMessage(), e);
    }
  }

  /**
   * The text about a module that {@link TorchScript} wrote into its file.
   *
   * @throws BadInput if the file is missing or no archive
   */
  public static Optional<String> notes(Path file) {
    try {
      return Optional.ofNullable(Archive.extra(file, TorchScript.NOTES));
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read as TorchScript: " + e.getMessage(), e);
    }
  }

  @Override
  public float[] embed(ByteBuffer pixels, int images) {
    try (NDManager scope = torch.scope()) {
      NDArray input =
          Torch.bytes(scope, pixels, images, format.channels(), format.size(), format.size());
      try (NDList result = IValueUtils.forward(block, new NDList(input), false)) {
        return result.singletonOrThrow().toFloatArray();
      }
    }
  }

  @Override
  public void close() {
    block.close();
  }
}
