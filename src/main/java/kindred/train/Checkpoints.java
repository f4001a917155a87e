package kindred.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kindred.array.Safetensors;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.torch.Learner;

/**
 * A training's checkpoints: {@code step-N.safetensors} with every tensor and the counters. The last
 * two are kept, so that a damaged one costs an epoch and not the run. A damaged one is set aside as
 * {@code step-N.safetensors.damaged}, so that it never counts as one of the two.
 */
public final class Checkpoints {
  private static final int KEPT = 2;
  private static final String PROGRESS = "progress";

  private final Path folder;

  /** The folder may not exist yet. */
  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  /** Writes a checkpoint, whole or not at all, then forgets the ones before the last two. */
  public void save(Learner learner, Progress progress) {
    try {
      Files.createDirectories(folder);
      Safetensors.write(
          folder.resolve("step-%09d.safetensors".formatted(progress.step())),
          learner.save(),
          Map.of(PROGRESS, Json.line(progress)));
      List<Path> files = newestFirst();
      for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
        Files.delete(old);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts the newest good checkpoint into the learner. Says which ones were set aside and why.
   *
   * @return how far that was; the start if there is none
   */
  public Progress restore(Learner learner, TrainingObserver observer) {
    for (Path file : newestFirst()) {
      try {
        Safetensors.Content content = Safetensors.read(file);
        Progress progress =
            Json.read(
                content.metadata().getOrDefault(PROGRESS, ""), Progress.class, file.toString());
        learner.restore(content.arrays());
        observer.note("goes on after epoch " + progress.epoch() + ", step " + progress.step());
        return progress;
      } catch (BadInput e) {
        setAside(file);
        observer.note(
            "checkpoint "
                + file.getFileName()
                + " is not usable and was set aside ("
                + e.getMessage()
                + "); the one before it is used, or the training begins anew if there is none");
      }
    }
    return Progress.START;
  }

  private static void setAside(Path file) {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> newestFirst() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("step-\\d+\\.safetensors"))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
