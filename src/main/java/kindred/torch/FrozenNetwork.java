package kindred.torch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.experiment.Precision;
import kindred.model.Network;

/**
 * A trained network in evaluation mode, inside a program that uses it. Its methods take the
 * network's tensors first, then their own arguments, then {@code scale} and {@code shift} of the
 * image format.
 */
final class FrozenNetwork implements AutoCloseable {
  private final ImageFormat format;
  private final LearnerTensors tensors;
  private final Program program;
  private final NDList constants;

  /** Writes methods of a program, once it is known which tensors the network has. */
  @FunctionalInterface
  interface Methods {
    /**
     * The source.
     *
     * @param networkArguments names of the lists of tensors that each method takes first
     */
    String source(List<String> networkArguments);
  }

  /**
   * Loads a network.
   *
   * @param weights by the network's own parameter names
   * @throws kindred.experiment.BadInput if a tensor is missing or has another shape
   */
  FrozenNetwork(
      Torch torch,
      Network network,
      ImageFormat format,
      Map<String, NamedArray> weights,
      Precision precision,
      Methods methods) {
    this.format = format;
    NetworkSource source = new NetworkSource(List.of(network), precision);
    tensors = LearnerTensors.frozen(torch, source, network.name(), weights);
    program =
        new Program(
            torch,
            source.text()
                + ImageFormat.source(precision)
                + methods.source(tensors.networkArguments()));
    constants = format.constants(torch);
  }

  /** Calls a method with its own arguments. */
  NDList call(String method, NDList arguments) {
    NDList all = tensors.ofNetworks();
    all.addAll(arguments);
    all.addAll(constants);
    return program.call(method, all);
  }

  /** The argument {@code pixels}, N×C×S×S. */
  NDList pixels(NDManager scope, ByteBuffer direct, int images) {
    var array = Torch.bytes(scope, direct, images, format.channels(), format.size(), format.size());
    array.setName("pixels");
    return new NDList(array);
  }

  @Override
  public void close() {
    program.close();
    constants.close();
    tensors.close();
  }
}
