package kindred.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Precision;

/**
 * How this workspace computes: {@code compute.json}. Workers of the window and of the terminal go
 * by it.
 *
 * @param pytorch a folder with PyTorch's native library to use in place of the one that comes with
 *     the program, or null
 * @param threads CPU threads that forms propose; 0 for one per core
 * @param precision that forms propose
 * @param tensorBoard whether every run writes files for TensorBoard too
 */
public record ComputeSettings(
    String pytorch, int threads, Precision precision, boolean tensorBoard) {
  /** What the program comes with. */
  public static final ComputeSettings DEFAULTS =
      new ComputeSettings(null, 0, Precision.AUTO, false);

  private static final String VERSION = "2.7.1";
  private static final List<String> LIBRARIES = List.of("libtorch", "torch");

  /** Checks the number of threads; an empty folder is none. */
  public ComputeSettings {
    pytorch = pytorch == null || pytorch.isBlank() ? null : pytorch.strip();
    precision = precision == null ? Precision.AUTO : precision;
    if (threads < 0 || threads > 1024) {
      throw new BadInput("threads: " + threads + " is not from 0 (one per core) to 1024");
    }
  }

  /**
   * What was chosen in a workspace.
   *
   * @throws BadInput if its file is damaged
   */
  public static ComputeSettings of(Workspace workspace) {
    Path file = file(workspace);
    try {
      return Files.exists(file)
          ? Json.read(Files.readString(file), ComputeSettings.class, file.toString())
          : DEFAULTS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Workspace workspace) {
    return workspace.path().resolve("compute.json");
  }

  /**
   * Keeps them.
   *
   * @throws BadInput if the folder has no PyTorch in it
   */
  public void save(Workspace workspace) {
    libraries();
    AtomicFile.writeString(file(workspace), Json.pretty(this));
  }

  /**
   * The folder in which the native library lies: the one given, or {@code lib} or {@code torch/lib}
   * in it.
   *
   * @throws BadInput if it is in none of them
   */
  @JsonIgnore
  public Optional<Path> libraries() {
    if (pytorch == null) {
      return Optional.empty();
    }
    Path given = Path.of(pytorch);
    for (Path folder : List.of(given, given.resolve("lib"), given.resolve("torch/lib"))) {
      if (LIBRARIES.stream().anyMatch(name -> has(folder, name))) {
        return Optional.of(folder.toAbsolutePath());
      }
    }
    throw new BadInput(
        pytorch
            + " has no PyTorch library in it; choose the folder of an unpacked libtorch "
            + VERSION
            + ", or site-packages/torch of a Python environment that has torch "
            + VERSION);
  }

  private static boolean has(Path folder, String library) {
    return List.of(".so", ".dylib", ".dll").stream()
        .anyMatch(suffix -> Files.isRegularFile(folder.resolve(library + suffix)));
  }

  /** Environment variables that lead the engine to that library; none for the program's own. */
  @JsonIgnore
  Map<String, String> environment() {
    return libraries()
        .map(
            folder ->
                Map.of(
                    "PYTORCH_LIBRARY_PATH",
                    folder.toString(),
                    "PYTORCH_VERSION",
                    VERSION,
                    "PYTORCH_FLAVOR",
                    has(folder, "libtorch_cuda") || has(folder, "torch_cuda") ? "cu128" : "cpu"))
        .orElse(Map.of());
  }
}
