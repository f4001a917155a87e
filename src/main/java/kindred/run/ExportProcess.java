package kindred.run;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import kindred.experiment.BadInput;

/** An export in a process of its own, for those that need the engine. */
public final class ExportProcess {
  private ExportProcess() {}

  /**
   * Embeds all images of a run's data set and writes the vectors, whole or not at all.
   *
   * @param cancelled asked often
   * @throws BadInput if it fails, with what the process said
   * @throws CancellationException if it was cancelled
   */
  public static void embeddings(
      Workspace workspace, String run, Path out, BooleanSupplier cancelled) {
    List<String> command =
        List.of(
            "export",
            run,
            "--format",
            "embeddings",
            "--out",
            out.toString(),
            "--workspace",
            workspace.path().toString());
    CancelableProcess.run(workspace, command, "the export", line -> {}, cancelled);
  }
}
