package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kindred.experiment.BadInput;

/** An export in a process of its own, for those that need the engine. */
public final class ExportProcess {
  private static final long LOOK_MILLIS = 100;

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
    ProcessBuilder builder =
        EngineProcess.of(
            List.of(
                "export",
                run,
                "--format",
                "embeddings",
                "--out",
                out.toString(),
                "--workspace",
                workspace.path().toString()));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Path said = Files.createTempFile("kindred-export", ".txt");
      try {
        follow(builder.redirectError(said.toFile()).start(), said, cancelled);
      } finally {
        Files.delete(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  private static void follow(Process process, Path said, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("the export was cancelled");
        }
      }
    } finally {
      process.destroy();
    }
    if (process.exitValue() != 0) {
      String words = Files.readString(said, StandardCharsets.UTF_8).strip();
      throw new BadInput("the export failed: " + (words.isEmpty() ? "no reason given" : words));
    }
  }
}
