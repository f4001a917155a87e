package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kindred.data.Datasets;

/**
 * What processes leave that are killed in the middle of writing. Nobody reads it, but a checkpoint
 * cut short may be as large as a whole one. Of processes that live nothing is touched.
 */
public final class Leftovers {
  /** The names that files have while they are written; see {@link kindred.array.AtomicFile}. */
  private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.(\\d{1,18})\\.tmp");

  /** A run's folder is filled in far less. */
  private static final Duration MAKING = Duration.ofMinutes(1);

  private Leftovers() {}

  /** Removes them from a workspace: half imports, half files, half made runs. */
  public static void remove(Workspace workspace) {
    new Datasets(workspace.datasets()).removeLeftovers();
    removeFiles(workspace.path());
    removeFiles(workspace.runs());
    for (Path run : inside(workspace.runs())) {
      if (isHalfMade(run)) {
        Workspace.delete(run);
      } else {
        List.of(run, run.resolve("checkpoint"), run.resolve("artifacts"))
            .forEach(Leftovers::removeFiles);
      }
    }
    inside(workspace.studies()).forEach(Leftovers::removeFiles);
  }

  private static boolean isHalfMade(Path run) {
    try {
      return Files.isDirectory(run)
          && !Files.exists(run.resolve(RunFolder.EXPERIMENT))
          && Files.getLastModifiedTime(run).toInstant().isBefore(Instant.now().minus(MAKING));
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeFiles(Path folder) {
    for (Path file : inside(folder)) {
      Matcher name = TEMPORARY.matcher(file.getFileName().toString());
      if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(found::add);
    } catch (NoSuchFileException gone) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
