package kindred.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.experiment.BadInput;
import kindred.model.Network;
import kindred.model.ParameterSpec;

/**
 * Tensors of a file in which a network may find its first values, by name and shape. PyTorch's
 * counters of batches ({@code num_batches_tracked}) are passed over, as no batch norm here needs
 * them.
 *
 * @param taken those that fit, by the network's own parameter names
 * @param missing names of the network's that the file lacks
 * @param unexpected names of the file's that the network lacks
 * @param otherShape what has one name and two shapes, with both
 */
public record StartingWeights(
    Map<String, NamedArray> taken,
    List<String> missing,
    List<String> unexpected,
    List<String> otherShape) {
  /**
   * Reads a safetensors file, of torchvision's or of this program's.
   *
   * @throws BadInput if it cannot be read, or nothing in it fits the network
   */
  public static StartingWeights read(Path file, Network network) {
    StartingWeights found = match(network, Safetensors.read(file).arrays());
    if (found.taken().isEmpty()) {
      throw new BadInput(
          "no tensor of "
              + file
              + " fits the "
              + network.name()
              + ", which begins with "
              + described(network.parameters().get(0))
              + "; choose the --encoder that the file was made with, or another file");
    }
    return found;
  }

  private static String described(ParameterSpec spec) {
    return spec.name() + " " + Arrays.toString(spec.shape());
  }

  /** Compares names and shapes. */
  static StartingWeights match(Network network, Map<String, NamedArray> file) {
    Map<String, NamedArray> taken = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    List<String> otherShape = new ArrayList<>();
    List<String> unexpected = new ArrayList<>(file.keySet());
    unexpected.removeIf(name -> name.endsWith(NetworkFile.COUNTER));
    for (ParameterSpec spec : network.parameters()) {
      NamedArray array = file.get(spec.name());
      unexpected.remove(spec.name());
      if (array == null) {
        missing.add(spec.name());
      } else if (Arrays.equals(array.shape(), spec.shape())) {
        taken.put(spec.name(), array);
      } else {
        otherShape.add(described(spec) + " but " + Arrays.toString(array.shape()) + " in the file");
      }
    }
    return new StartingWeights(taken, missing, unexpected, otherShape);
  }

  /** Says what was taken and what was not, a sentence for each kind. */
  public void describe(TrainingObserver observer) {
    int all = taken.size() + missing.size() + otherShape.size();
    observer.note(taken.size() + " of the encoder's " + all + " tensors start from the file");
    describe(observer, "not in the file: ", missing);
    describe(observer, "not in the encoder: ", unexpected);
    describe(observer, "of another shape: ", otherShape);
  }

  private static void describe(TrainingObserver observer, String what, List<String> names) {
    if (!names.isEmpty()) {
      observer.note(what + String.join(", ", names));
    }
  }
}
