package kindred.neighbors.verdict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kindred.data.ImageSet;
import kindred.data.PixelDigests;
import kindred.experiment.BadInput;

/**
 * The verdicts that a data set keeps in its folder, one {@link Act} a line, appended and never
 * changed. A data set's images never change either, so their numbers name them; digests of their
 * pixels stand beside for those who have the same images under other numbers. For background
 * threads.
 */
public final class VerdictFile {
  /** Its name in a data set's folder. */
  public static final String NAME = "verdicts.jsonl";

  private final ImageSet images;
  private final Path path;

  private VerdictFile(ImageSet images) {
    this.images = images;
    this.path = images.folder().resolve(NAME);
  }

  /** That of a data set; it need not exist yet. */
  public static VerdictFile of(ImageSet images) {
    return new VerdictFile(images);
  }

  public Path path() {
    return path;
  }

  /** Whether anybody ever gave a verdict. */
  public boolean exists() {
    return Files.isRegularFile(path);
  }

  /**
   * Reads it; nothing is said if there is no file.
   *
   * @throws BadInput naming file and line if one is no act on the data set's images
   */
  public Verdicts read() {
    return exists() ? read(path, images.count()) : Verdicts.none();
  }

  /**
   * Reads a file wherever it lies.
   *
   * @param images N of the data set
   * @throws BadInput if there is none, or naming the line that is no act on these images
   */
  public static Verdicts read(Path file, int images) {
    List<Act> acts = ActLines.read(file);
    acts.forEach(act -> act.requireImages(file + ", act " + act.id(), images));
    return Verdicts.of(acts);
  }

  /**
   * Adds what somebody did, with digests of the images; forced to disk when it returns.
   *
   * @throws BadInput if the file cannot be written; then nothing was
   */
  public void append(Act... acts) {
    PixelDigests digests = new PixelDigests(images);
    ActLines.append(path, Stream.of(acts).map(act -> signed(act, digests)).toList());
  }

  private static Act signed(Act act, PixelDigests digests) {
    if (act.pairs() == null) {
      return act;
    }
    Map<String, String> images = new TreeMap<>();
    for (int[] pair : act.pairs()) {
      for (int image : pair) {
        images.computeIfAbsent(
            Integer.toString(image), key -> ImageIdentity.text(digests.of(image)));
      }
    }
    return act.withImages(images);
  }

  /**
   * Adds the acts of another file that are not known yet, each on the images with the same pixels.
   * Doing it again adds nothing.
   *
   * @throws BadInput if the other file is none, or is about other images altogether
   */
  public Merged merge(Path other) {
    List<Act> own = exists() ? ActLines.read(path) : List.of();
    Merge merge = new Merge(new ImageIdentity(images), own);
    List<Act> added = merge.from(ActLines.read(other), other);
    if (!added.isEmpty()) {
      ActLines.append(path, added);
    }
    return merge.merged();
  }

  /**
   * What came of it.
   *
   * @param added acts
   * @param known acts that were there already
   * @param leftOut pairs of which an image is not among the data set's
   */
  public record Merged(int added, int known, int leftOut) {}
}
