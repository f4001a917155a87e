package kindred.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A compiled TorchScript program. A call crosses into native code once.
 *
 * <p>Arguments go by the arrays' names: arrays named {@code x[]} together are the list argument
 * {@code x}, and arguments stand in the order of first appearance.
 */
final class Program implements AutoCloseable {
  private final Torch torch;
  private final PtSymbolBlock block;

  /**
   * Compiles methods.
   *
   * @param methods TorchScript source, each line indented by two spaces or more
   * @throws IllegalArgumentException if PyTorch does not accept the source; shows its message
   */
  Program(Torch torch, String methods) {
    this.torch = torch;
    String source =
        "class Program(Module):\n"
            + "  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
            + methods;
    try {
      block =
          JniUtils.loadModule(
              torch.pytorch(), new ByteArrayInputStream(Archive.of(source)), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (EngineException e) {
      throw new IllegalArgumentException("not a program: " + e.getMessage() + "\n" + source, e);
    }
  }

  /**
   * Runs a method that may differentiate.
   *
   * @param arguments named arrays in the order of the method's parameters
   * @return what it returned, in the first argument's manager; the caller closes it
   */
  NDList call(String method, NDList arguments) {
    // Loading a module and other engine calls reset this thread's mode.
    JniUtils.setGradMode(true);
    try (NDArray choice = torch.manager().create(0f)) {
      choice.setName("module_method:" + method);
      NDList all = new NDList(arguments);
      all.add(choice);
      return IValueUtils.forward(block, all, true);
    } finally {
      JniUtils.setGradMode(false);
    }
  }

  @Override
  public void close() {
    block.close();
  }
}
