package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.Draws;
import kindred.data.Split;
import kindred.experiment.BadInput;

/**
 * The vectors that some images had after an epoch: {@code epochs/embeddings-EPOCH.npz}. They are
 * always the same training images.
 *
 * @param epoch counted from 1
 * @param images M, ascending
 * @param vectors M×dimension
 */
record EpochVectors(int epoch, int[] images, float[] vectors, int dimension) {
  private static final String FOLDER = "epochs";
  private static final Pattern NAME = Pattern.compile("embeddings-(\\d{1,9})\\.npz");

  /** Enough to see the shape of a space, and 2.5 MB an epoch at 128 numbers. */
  private static final int IMAGES = 5000;

  private static final long STREAM = 0x45504F434853L;

  /** The training images that are kept track of. */
  static int[] sample(Split split, long seed) {
    int[] train = split.train();
    int[] order = Draws.permutation(train.length, seed, STREAM);
    return Arrays.stream(order).limit(IMAGES).map(i -> train[i]).sorted().toArray();
  }

  /** Whether vectors are to be kept after an epoch. */
  static boolean due(int epoch, int epochs, int every) {
    return every > 0 && (epoch % every == 0 || epoch == epochs);
  }

  /** Keeps them as a run's artifact. */
  void write(RunFolder run) {
    Path folder = run.artifact(FOLDER);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Npz.write(
        folder.resolve("embeddings-" + epoch + ".npz"),
        Map.of(
            "vectors", NamedArray.floats(vectors, images.length, dimension),
            "images", NamedArray.ints(images, images.length)));
  }

  /** The epochs whose vectors a run has, ascending; empty if it was not asked to keep any. */
  static List<Integer> epochs(RunFolder run) {
    Path folder = Artifacts.of(run, FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> Integer.valueOf(name.group(1)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads an epoch's.
   *
   * @throws BadInput if the file is missing or damaged
   */
  static EpochVectors read(RunFolder run, int epoch) {
    Path file = Artifacts.of(run, FOLDER).resolve("embeddings-" + epoch + ".npz");
    Map<String, NamedArray> arrays = Npz.read(file);
    NamedArray vectors = arrays.get("vectors");
    NamedArray images = arrays.get("images");
    if (vectors == null
        || images == null
        || vectors.shape().length != 2
        || vectors.shape()[0] != images.size()) {
      throw new BadInput(file + " does not hold vectors of images");
    }
    return new EpochVectors(epoch, images.toInts(), vectors.toFloats(), (int) vectors.shape()[1]);
  }
}
