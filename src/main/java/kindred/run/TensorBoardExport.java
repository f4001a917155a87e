package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import kindred.experiment.BadInput;

/** Writes a run into a folder of its own for TensorBoard, whole or not at all. */
final class TensorBoardExport {
  private TensorBoardExport() {}

  /**
   * Writes the folder.
   *
   * @param metrics whether metrics and pictures are wanted beside the vectors
   * @param out a new folder
   * @throws BadInput if something is there already, or the run has nothing of the kind
   */
  static ModelExport.Written write(Workspace workspace, RunFolder run, boolean metrics, Path out) {
    requireSomething(run, metrics);
    return NewFolder.write(
        out,
        folder -> {
          try (TensorBoardLog log = TensorBoardLog.copy(workspace, run, folder)) {
            if (metrics) {
              log.catchUp();
            }
            log.vectors();
          }
          return new ModelExport.Written(
              out, Workspace.bytes(folder), "a folder for tensorboard --logdir " + out, null);
        });
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
}
