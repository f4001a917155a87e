package kindred.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.torch.Learner;

/**
 * A training's checkpoints: {@code step-N.safetensors} with every tensor and the counters, or
 * {@code step-N-suspect.safetensors} after an epoch that ended with a suspicion. The last two are
 * kept, so that a damaged one costs an epoch and not the run, and so is the last good one before
 * suspect ones. A damaged one is set aside as {@code ….damaged}, so that it never counts.
 */
public final class Checkpoints {
  private static final int KEPT = 2;
  private static final String PROGRESS = "progress";
  private static final String SUSPECT = "-suspect";

  private final Path folder;
  private final BetweenEpochs between;

  /** The folder may not exist yet. */
  public Checkpoints(Path folder) {
    this(folder, BetweenEpochs.NOTHING);
  }

  /** The same, with what changes between epochs in the checkpoints too. */
  public Checkpoints(Path folder, BetweenEpochs between) {
    this.folder = folder;
    this.between = between;
  }

  /** Tensors that are no longer finite; the message names the first. */
  static final class NotFinite extends Exception {
    private static final long serialVersionUID = 1L;

    NotFinite(String tensor) {
      super("tensor " + tensor + " holds NaN or infinity");
    }
  }

  /**
   * Writes a checkpoint, whole or not at all, then forgets old ones.
   *
   * @throws NotFinite if a tensor is not; then nothing is written or forgotten
   */
  void save(Learner learner, Progress progress) throws NotFinite {
    Map<String, NamedArray> tensors = new LinkedHashMap<>(learner.save());
    tensors.putAll(between.save());
    for (Map.Entry<String, NamedArray> tensor : tensors.entrySet()) {
      if (!tensor.getValue().isFinite()) {
        throw new NotFinite(tensor.getKey());
      }
    }
    String mark = progress.suspectEpochs() > 0 ? SUSPECT : "";
    try {
      Files.createDirectories(folder);
      Safetensors.write(
          folder.resolve("step-%09d%s.safetensors".formatted(progress.step(), mark)),
          tensors,
          Map.of(PROGRESS, Json.line(progress)));
      forgetOld();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forgetOld() throws IOException {
    List<Path> files = newestFirst();
    Optional<Path> good = files.stream().filter(Checkpoints::isGood).findFirst();
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      if (!good.equals(Optional.of(old))) {
        Files.delete(old);
      }
    }
  }

  /** The file name of the newest checkpoint without a suspicion. */
  Optional<String> lastGood() {
    return newestFirst().stream()
        .filter(Checkpoints::isGood)
        .map(file -> file.getFileName().toString())
        .findFirst();
  }

  /**
   * All tensors of the newest checkpoint, suspect or not.
   *
   * @throws BadInput if it is damaged
   */
  public Optional<Map<String, NamedArray>> newest() {
    return newestFirst().stream().findFirst().map(file -> Safetensors.read(file).arrays());
  }

  private static boolean isGood(Path file) {
    return !file.getFileName().toString().contains(SUSPECT);
  }

  /**
   * Puts the newest good checkpoint into the learner and what changes between epochs. Says which
   * ones were set aside and why.
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
        between.restore(content.arrays());
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
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("step-\\d+(" + SUSPECT + ")?\\.safetensors"))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
