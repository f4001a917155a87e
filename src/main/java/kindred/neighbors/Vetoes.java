package kindred.neighbors;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.neighbors.verdict.PairKey;

/**
 * Pairs of images that must not be positives of each other, in either direction. The file has one
 * JSON object a line, {@code {"a":12,"b":40}}, with the images' numbers.
 */
public final class Vetoes {
  private final Set<Long> pairs;

  private Vetoes(Set<Long> pairs) {
    this.pairs = pairs;
  }

  /** One line. */
  private record Pair(Integer a, Integer b) {}

  /** Nothing is vetoed. */
  public static Vetoes none() {
    return new Vetoes(Set.of());
  }

  /**
   * Reads a file; blank lines are passed over.
   *
   * @param images N of the data set
   * @throws BadInput naming the file and the line if one is no pair of two of these images
   */
  public static Vetoes read(Path file, int images) {
    Set<Long> pairs = new HashSet<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          pairs.add(pair(file + " line " + number, line, images));
        }
      }
    } catch (NoSuchFileException e) {
      throw new BadInput("there is no file of vetoed pairs " + file, e);
    } catch (CharacterCodingException e) {
      throw new BadInput(file + " is no UTF-8 text, so it holds no vetoed pairs", e);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + e.getMessage(), e);
    }
    return new Vetoes(pairs);
  }

  private static long pair(String where, String line, int images) {
    Pair pair = Json.readLine(line, Pair.class, where);
    if (pair == null || pair.a() == null || pair.b() == null) {
      throw new BadInput(where + ": expected a pair such as {\"a\":12,\"b\":40}, found " + line);
    }
    requireImage(where, pair.a(), images);
    requireImage(where, pair.b(), images);
    if (pair.a().equals(pair.b())) {
      throw new BadInput(where + ": image " + pair.a() + " is paired with itself; remove the line");
    }
    return PairKey.of(pair.a(), pair.b());
  }

  private static void requireImage(String where, int image, int images) {
    if (image < 0 || image >= images) {
      throw new BadInput(
          where
              + ": there is no image "
              + image
              + "; the data set has images 0 to "
              + (images - 1)
              + ". Are these the vetoes of another data set?");
    }
  }

  /**
   * These and others.
   *
   * @param keys of the others, as {@link PairKey} makes them
   */
  public Vetoes and(long[] keys) {
    Set<Long> more = new HashSet<>(pairs);
    for (long key : keys) {
      more.add(key);
    }
    return new Vetoes(more);
  }

  /** Whether the pair is vetoed, in whatever order. */
  public boolean forbid(int a, int b) {
    return pairs.contains(PairKey.of(a, b));
  }

  /** How many different pairs are vetoed. */
  public int count() {
    return pairs.size();
  }
}
