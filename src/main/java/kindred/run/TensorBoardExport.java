package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import kindred.experiment.BadInput;

/** Writes a run into a folder of its own for TensorBoard, whole or not at all. */
final class TensorBoardExport {
  private TensorBoardExport() {}

  /**
   * Writes the folder.
   *
   * @param metrics whether metrics and pictures are wanted beside the vectors
   * @param out that is not there yet
   * @throws BadInput if it is, or the run has nothing of the kind
   */
  static ModelExport.Written write(Workspace workspace, RunFolder run, boolean metrics, Path out) {
    if (Files.exists(out)) {
      throw new BadInput(out + " is there already; name a folder that is not");
    }
    requireSomething(run, metrics);
    Path folder = out.toAbsolutePath();
    Path beside = folder.resolveSibling("." + folder.getFileName() + ".tmp");
    try {
      delete(beside);
      Files.createDirectories(beside);
      try (TensorBoardLog log = TensorBoardLog.copy(workspace, run, beside)) {
        if (metrics) {
          log.catchUp();
        }
        log.vectors();
      }
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
      return new ModelExport.Written(
          out, size(folder), "a folder for tensorboard --logdir " + out, null);
    } catch (IOException e) {
      throw failed(beside, new UncheckedIOException(e));
    } catch (RuntimeException e) {
      throw failed(beside, e);
    }
  }

  private static void requireSomething(RunFolder run, boolean metrics) {
    boolean vectors = Files.exists(Artifacts.of(run, Artifacts.EMBEDDINGS));
    if (!vectors && !(metrics && Files.exists(run.metrics()))) {
      throw new BadInput(
          "run %s (%s) has %s; name a latent or byol run%s"
              .formatted(
                  run.id(),
                  run.state().actualStatus(),
                  metrics ? "neither metrics nor vectors" : "no vectors",
                  metrics ? "" : " that is done"));
    }
  }

  private static RuntimeException failed(Path beside, RuntimeException reason) {
    try {
      delete(beside);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
    return reason;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static long size(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
