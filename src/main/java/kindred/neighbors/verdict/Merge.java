package kindred.neighbors.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kindred.experiment.BadInput;

/** One putting together of two files: the union of their acts. */
final class Merge {
  private final ImageIdentity identity;
  private final Set<String> ids = new HashSet<>();
  private int added;
  private int known;
  private int leftOut;

  Merge(ImageIdentity identity, List<Act> own) {
    this.identity = identity;
    own.forEach(act -> ids.add(act.id()));
  }

  /**
   * What is to be appended.
   *
   * @param file for the message
   */
  List<Act> from(List<Act> others, Path file) {
    List<Act> fresh = new ArrayList<>();
    for (Act act : others) {
      if (!ids.add(act.id())) {
        known++;
        continue;
      }
      Act here = act.withdraws() == null ? here(act) : act;
      if (here != null) {
        fresh.add(here);
      }
    }
    if (leftOut > 0 && known == 0 && fresh.stream().allMatch(act -> act.withdraws() != null)) {
      throw new BadInput(
          file + " holds verdicts on other images: none of its pairs is in this data set");
    }
    added = fresh.size();
    return fresh;
  }

  /** The act on this data set's images; null if none of its pairs is there. */
  private Act here(Act act) {
    List<int[]> pairs = new ArrayList<>();
    Map<String, String> images = new TreeMap<>();
    boolean moved = false;
    for (int[] pair : act.pairs()) {
      int a = here(act, pair[0]);
      int b = here(act, pair[1]);
      if (a == ImageIdentity.NOWHERE || b == ImageIdentity.NOWHERE || a == b) {
        leftOut++;
        continue;
      }
      moved |= a != pair[0] || b != pair[1];
      pairs.add(new int[] {a, b});
      note(images, a, digest(act, pair[0]));
      note(images, b, digest(act, pair[1]));
    }
    boolean whole = pairs.size() == act.pairs().length && !moved;
    return whole
        ? act
        : pairs.isEmpty() ? null : act.withPairs(pairs.toArray(int[][]::new), images);
  }

  private int here(Act act, int number) {
    return identity.here(number, digest(act, number));
  }

  private static String digest(Act act, int number) {
    return act.images() == null ? null : act.images().get(Integer.toString(number));
  }

  private static void note(Map<String, String> images, int image, String digest) {
    if (digest != null) {
      images.put(Integer.toString(image), digest);
    }
  }

  VerdictFile.Merged merged() {
    return new VerdictFile.Merged(added, known, leftOut);
  }
}
