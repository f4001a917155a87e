package kindred.neighbors;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kindred.data.Draws;

/**
 * Stand-ins for neighbors, to tell what a gain is due to: random ones have what any second image
 * gives, oracle ones what the best neighbors could give. They are drawn once, by the seed, and stay
 * the same for the whole training, as neighbors do.
 */
public final class ControlPairs {
  /** Apart from the streams of a training's own images and views. */
  private static final long STREAM = -2;

  private ControlPairs() {}

  /** How many positives each image has. */
  public static int[] counts(PositivePairs pairs) {
    return Arrays.stream(pairs.of()).mapToInt(others -> others.length).toArray();
  }

  /** The same number for each training image, and none for the others. */
  public static int[] counts(int images, int[] train, int each) {
    int[] counts = new int[images];
    for (int image : train) {
      counts[image] = each;
    }
    return counts;
  }

  /**
   * Any other training images.
   *
   * @param counts how many for each of the N images; as many as there are if there are fewer
   * @param train the images that are trained on, ascending
   */
  public static PositivePairs random(int[] counts, int[] train, long seed) {
    return sameClass(counts, train, new int[counts.length], seed);
  }

  /**
   * Other training images of the same class; none for an image of unknown class.
   *
   * @param counts how many for each of the N images; as many as there are if there are fewer
   * @param train the images that are trained on, ascending
   * @param labels a class for each of the N images, negative if unknown
   */
  public static PositivePairs oracle(int[] counts, int[] train, int[] labels, long seed) {
    return sameClass(counts, train, labels, seed);
  }

  private static PositivePairs sameClass(int[] counts, int[] train, int[] labels, long seed) {
    Map<Integer, List<Integer>> classes =
        Arrays.stream(train)
            .filter(image -> labels[image] >= 0)
            .boxed()
            .collect(Collectors.groupingBy(image -> labels[image]));
    Map<Integer, int[]> pools = new HashMap<>();
    classes.forEach(
        (label, images) -> pools.put(label, images.stream().mapToInt(image -> image).toArray()));
    int[][] of = new int[counts.length][0];
    Draws draws = new Draws();
    for (int image : train) {
      if (labels[image] >= 0) {
        draws.startStream(seed, 0, image, STREAM);
        of[image] = others(pools.get(labels[image]), image, counts[image], draws);
      }
    }
    return new PositivePairs(of, train);
  }

  /** Distinct members of an ascending pool, without the image itself (Floyd's sampling). */
  private static int[] others(int[] pool, int image, int wanted, Draws draws) {
    int own = Arrays.binarySearch(pool, image);
    int available = pool.length - 1;
    Set<Integer> places = new LinkedHashSet<>();
    for (int last = available - Math.min(wanted, available); last < available; last++) {
      int place = draws.nextInt(last + 1);
      places.add(places.contains(place) ? last : place);
    }
    return places.stream().mapToInt(place -> pool[place < own ? place : place + 1]).toArray();
  }
}
