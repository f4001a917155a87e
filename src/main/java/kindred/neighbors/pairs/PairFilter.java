package kindred.neighbors.pairs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import kindred.experiment.BadInput;
import kindred.experiment.Positives;

/**
 * Which rows of a table are wanted. The first four are BYOL's own and mean the same there: of the
 * pairs that are mutual the first k of each image, of those no farther than the distance, of those
 * the closest share. The others then only take away. A component left out (null) takes all.
 *
 * @param k nearest of each image; {@link #MOST} for all
 * @param mutual each must be among the other's nearest so many; 0 for any pair
 * @param closest share of the pairs, the closest ones
 * @param maxDistance largest distance
 * @param minDistance smallest distance
 * @param ofClass class of the image
 * @param label whether the classes are the same
 * @param image one of the two
 * @param duplicate whether they are near duplicates
 * @param verdict what was said of them
 */
public record PairFilter(
    Integer k,
    Integer mutual,
    Double closest,
    Double maxDistance,
    Double minDistance,
    Integer ofClass,
    Label label,
    Integer image,
    Boolean duplicate,
    Judged verdict) {
  /** More neighbors an image never has. */
  public static final int MOST = 1000;

  /** All pairs. */
  public static final PairFilter ALL =
      new PairFilter(null, null, null, null, null, null, null, null, null, null);

  public PairFilter {
    k = k == null ? MOST : k;
    mutual = mutual == null ? 0 : mutual;
    closest = closest == null ? 1 : closest;
    if (k < 1 || mutual < 0 || !(closest >= 0 && closest <= 1)) {
      throw new BadInput(
          "no pairs can be chosen with k %d, mutual %d and closest %s; k is at least 1, mutual at"
                  .formatted(k, mutual, closest)
              + " least 0 and closest from 0 to 1");
    }
  }

  /** How the classes of a pair are to compare. */
  public enum Label {
    SAME,
    DIFFERENT,
    UNKNOWN;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is to have been said of a pair. */
  public enum Judged {
    SAME,
    DIFFERENT,
    UNSURE,
    SKIP,
    /** Anything. */
    ANY,
    /** Nothing. */
    NONE;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What BYOL would choose with these settings if it trained on all images. */
  public static PairFilter of(Positives positives) {
    return new PairFilter(
        positives.k(),
        positives.mutual(),
        positives.closest(),
        positives.maxDistance(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Only what is BYOL's own. */
  @JsonIgnore
  public PairFilter asPositives() {
    return new PairFilter(k, mutual, closest, maxDistance, null, null, null, null, null, null);
  }

  /** The same whatever was said, as what pairs are drawn from must not change by judging them. */
  @JsonIgnore
  public PairFilter withoutVerdict() {
    return withVerdict(null);
  }

  public PairFilter withK(Integer other) {
    return new PairFilter(
        other,
        mutual,
        closest,
        maxDistance,
        minDistance,
        ofClass,
        label,
        image,
        duplicate,
        verdict);
  }

  public PairFilter withMutual(Integer other) {
    return new PairFilter(
        k, other, closest, maxDistance, minDistance, ofClass, label, image, duplicate, verdict);
  }

  public PairFilter withClosest(Double other) {
    return new PairFilter(
        k, mutual, other, maxDistance, minDistance, ofClass, label, image, duplicate, verdict);
  }

  public PairFilter withDistances(Double atLeast, Double atMost) {
    return new PairFilter(
        k, mutual, closest, atMost, atLeast, ofClass, label, image, duplicate, verdict);
  }

  public PairFilter withClass(Integer other) {
    return new PairFilter(
        k, mutual, closest, maxDistance, minDistance, other, label, image, duplicate, verdict);
  }

  public PairFilter withLabel(Label other) {
    return new PairFilter(
        k, mutual, closest, maxDistance, minDistance, ofClass, other, image, duplicate, verdict);
  }

  public PairFilter withImage(Integer other) {
    return new PairFilter(
        k, mutual, closest, maxDistance, minDistance, ofClass, label, other, duplicate, verdict);
  }

  public PairFilter withDuplicate(Boolean other) {
    return new PairFilter(
        k, mutual, closest, maxDistance, minDistance, ofClass, label, image, other, verdict);
  }

  public PairFilter withVerdict(Judged other) {
    return new PairFilter(
        k, mutual, closest, maxDistance, minDistance, ofClass, label, image, duplicate, other);
  }
}
