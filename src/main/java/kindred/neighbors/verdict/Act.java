package kindred.neighbors.verdict;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kindred.experiment.BadInput;

/**
 * One thing that somebody did, a line of {@code verdicts.jsonl}: gave a verdict on one pair, or the
 * same on many at once, or withdrew an earlier act.
 *
 * @param id no other act's, anywhere
 * @param at UTC time, ISO 8601
 * @param by who
 * @param run the neighbors that were looked at; null if unknown
 * @param verdict null if the act withdraws another
 * @param pairs images by their numbers in the data set, two each in any order
 * @param images the {@link kindred.data.PixelDigests} of the images in hexadecimal, by their
 *     numbers; null in a line that was written by hand
 * @param drawn how the pair came to be looked at, if it was drawn; null if it was chosen
 * @param why what the pairs of many have in common, in words; null for a single one
 * @param withdraws the id of an act that is to hold no more; null in one that gives a verdict
 */
public record Act(
    String id,
    String at,
    String by,
    String run,
    Verdict verdict,
    int[][] pairs,
    Map<String, String> images,
    Drawn drawn,
    String why,
    String withdraws) {
  /** A verdict on some pairs. */
  static Act verdict(
      Instant at, String by, String run, Verdict verdict, int[][] pairs, Drawn drawn, String why) {
    return new Act(newId(), at.toString(), by, run, verdict, pairs, null, drawn, why, null);
  }

  /** Takes back what another act said. */
  static Act withdrawal(Instant at, String by, Act other) {
    return new Act(newId(), at.toString(), by, null, null, null, null, null, null, other.id());
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  /** The same with digests of its images. */
  Act withImages(Map<String, String> digests) {
    return new Act(id, at, by, run, verdict, pairs, digests, drawn, why, withdraws);
  }

  /** The same of images with other numbers, so that nobody can tell any more what was drawn. */
  Act withPairs(int[][] other, Map<String, String> digests) {
    return new Act(id, at, by, run, verdict, other, digests, null, why, withdraws);
  }

  Instant time() {
    return Instant.parse(at);
  }

  /**
   * Refuses what is no act.
   *
   * @param where file and line, for the message
   * @throws BadInput saying what is wrong
   */
  void require(String where) {
    if (id == null || by == null || at == null) {
      throw new BadInput(where + ": id, at and by must be there");
    }
    try {
      time();
    } catch (DateTimeException e) {
      throw new BadInput(where + ": '" + at + "' is no time such as 2024-05-01T12:00:00Z", e);
    }
    if ((verdict == null) == (withdraws == null)) {
      throw new BadInput(
          where + ": expected either a verdict (same, different, unsure, skip) or withdraws");
    }
    if (verdict != null) {
      requirePairs(where);
    }
  }

  private void requirePairs(String where) {
    if (pairs == null || pairs.length == 0) {
      throw new BadInput(where + ": a verdict needs pairs such as [[12,40]]");
    }
    for (int[] pair : pairs) {
      if (pair == null || pair.length != 2 || pair[0] < 0 || pair[1] < 0 || pair[0] == pair[1]) {
        throw new BadInput(where + ": a pair is the numbers of two different images: [12,40]");
      }
    }
  }

  /**
   * Refuses images that a data set does not have.
   *
   * @param count N of the data set
   */
  void requireImages(String where, int count) {
    if (pairs == null) {
      return;
    }
    for (int[] pair : pairs) {
      int highest = Math.max(pair[0], pair[1]);
      if (highest >= count) {
        throw new BadInput(
            where
                + ": there is no image "
                + highest
                + "; the data set has images 0 to "
                + (count - 1)
                + ". Are these the verdicts of another data set? `kindred verdicts merge` finds"
                + " images by their pixels");
      }
    }
  }
}
