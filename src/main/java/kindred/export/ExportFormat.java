package kindred.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kindred.experiment.BadInput;

/** The files that other programs can read what was learned from. */
public enum ExportFormat {
  /** A network's weights by PyTorch's names, of a ResNet torchvision's. */
  SAFETENSORS("safetensors"),
  /** A network with its weights and the normalization of its images, for torch.jit.load. */
  TORCHSCRIPT("pt torchscript"),
  /** The same for ONNX Runtime and what else reads the Open Neural Network Exchange format. */
  ONNX("onnx"),
  /** A vector for every image. */
  EMBEDDINGS("npz npy csv pkl pickle"),
  /** Everything that is known of a run, for people to read. */
  REPORT("html"),
  /** A folder in which TensorBoard finds metrics, pictures and vectors; named by no suffix. */
  TENSORBOARD(""),
  /** A folder with vectors, names and thumbnails for TensorBoard's projector; likewise. */
  PROJECTOR("");

  private final String suffixes;

  ExportFormat(String suffixes) {
    this.suffixes = suffixes;
  }

  /** Endings of file names, the usual one first. */
  public List<String> suffixes() {
    return suffixes.isEmpty() ? List.of() : List.of(suffixes.split(" "));
  }

  /**
   * The format that a file's name promises.
   *
   * @throws BadInput if it is none of these
   */
  public static ExportFormat of(Path file) {
    return Arrays.stream(values())
        .filter(format -> format.fits(file))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    file
                        + ": name a file that ends in "
                        + Arrays.stream(values())
                            .flatMap(format -> format.suffixes().stream())
                            .map(suffix -> "." + suffix)
                            .collect(Collectors.joining(", "))
                        + ", or say --format"));
  }

  /** Whether it is networks that are written, not vectors or figures. */
  public boolean holdsNetworks() {
    return this == SAFETENSORS || this == TORCHSCRIPT || this == ONNX;
  }

  /** Whether a file's name ends as this format's files do. */
  public boolean fits(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return suffixes().stream().anyMatch(suffix -> name.endsWith("." + suffix));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
