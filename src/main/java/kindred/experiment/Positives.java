package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Which other images BYOL takes as an image's positives. A component left out (null) takes the
 * default named here; with all defaults it is the nearest neighbor.
 *
 * <p>Filters take away pairs in this order: vetoed pairs and pairs that are not mutual, what lies
 * beyond the first k that are left to an image, pairs beyond the distance, and last all but the
 * closest share of the remaining pairs. Pairs that people judged the same kind stay or are added,
 * whatever the filters say. An image that is left without any is paired with itself.
 *
 * @param from what stands in for a positive, the neighbors
 * @param k one of the nearest k is drawn each time, 1
 * @param mutual only pairs in which each is among the other's nearest m; 0 for any pair, which is
 *     the default
 * @param closest share of the pairs, the closest ones, that is kept; 1 for all
 * @param maxDistance largest distance of a pair; null for any
 * @param veto a JSON Lines file of pairs that must not be used; null for none
 * @param verdicts whether people's verdicts on the data set's pairs are heeded, not: pairs of
 *     different kinds are vetoed, pairs of the same kind are certain
 * @param verdictFile a file of verdicts in place of the data set's own; null for these
 * @param weakNeighbor whether a view made of another image is only cropped and flipped, false
 * @param refresh before every so many epochs, but the first, neighbors are searched anew among the
 *     representations of the encoder in training; 0 for never, which is the default. Without other
 *     neighbors to begin with, images are paired with themselves until then
 * @param metric of such a search; null for that of the neighbors to begin with
 * @param prepare for such a search; null for what was done for the neighbors to begin with
 * @param mix of the weighted way: whether projections are scaled to unit length before they are
 *     mixed, not
 * @param randomWeight of the weighted way: the range from which the share of the image's own view
 *     in the target is drawn for every step; null for a fixed one
 */
public record Positives(
    @Setting(
            label = "Taken from",
            help =
                "random and oracle (same class) are controls; with neighbors they cover the same images as these.",
            option = "--positives")
        From from,
    @Setting(
            label = "Drawn from",
            unit = "nearest",
            help = "One of the nearest so many is drawn each time.",
            option = "--k")
        Integer k,
    @Setting(
            label = "Mutual",
            help = "Only pairs in which each is among the other's nearest so many; 0 for any pair.",
            option = "--mutual")
        Integer mutual,
    @Setting(
            label = "Closest share",
            help = "Only this share of the pairs, the closest ones; 1 for all.",
            option = "--closest")
        Double closest,
    @Setting(
            label = "Max. distance",
            help = "Only pairs no farther apart than this.",
            option = "--max-distance",
            unset = "any")
        Double maxDistance,
    @Setting(
            label = "Vetoed pairs",
            help = "A file of pairs that must not be used.",
            option = "--veto",
            takes = Setting.Takes.FILE)
        String veto,
    @Setting(
            label = "Use verdicts",
            help =
                "Pairs judged different are not used; pairs judged the same are, whatever the filters say.",
            option = "--verdicts")
        Boolean verdicts,
    @Setting(
            label = "Verdicts of",
            help = "A verdicts.jsonl from elsewhere, such as an earlier run's copy.",
            option = "--verdict-file",
            when = "positives.verdicts=true",
            takes = Setting.Takes.FILE,
            unset = "the data set")
        String verdictFile,
    @Setting(
            label = "Weak neighbor views",
            help = "Only crop and flip a view that is made of another image.",
            option = "--weak-neighbor")
        Boolean weakNeighbor,
    @Setting(
            label = "Refresh every",
            unit = "epochs",
            help = "Search neighbors anew with the encoder in training; 0 for never.",
            option = "--refresh")
        Integer refresh,
    @Setting(
            label = "Refreshed metric",
            help = "Of that search.",
            option = "--metric",
            when = "positives.refresh!=0",
            unset = "as before")
        Metric metric,
    @Setting(
            label = "Refreshed prepare",
            help = "For that search.",
            option = "--prepare",
            when = "positives.refresh!=0",
            unset = "as before")
        Prepare prepare,
    @Setting(
            label = "Mix",
            help = "Before or after the projections are scaled to unit length.",
            option = "--mix",
            when = "way=weighted")
        Mix mix,
    @Setting(
            label = "Random share",
            help = "Draw the own share for every step from a range such as 0.3..0.7.",
            option = "--random-weight",
            when = "way=weighted",
            unset = "fixed")
        Range randomWeight) {
  private static final int MOST = 1000;

  public Positives {
    from = Require.or(from, From.NEIGHBORS);
    k = Require.between("k", Require.or(k, 1), 1, MOST);
    mutual = Require.between("mutual", Require.or(mutual, 0), 0, MOST);
    closest = Require.between("closest", Require.or(closest, 1.0), 1e-6, 1);
    if (maxDistance != null) {
      Require.between("max-distance", maxDistance, 0, Double.MAX_VALUE);
    }
    if (veto != null) {
      Require.present("veto", veto);
    }
    verdicts = Require.or(verdicts, false);
    if (verdictFile != null) {
      Require.present("verdict-file", verdictFile);
      if (!verdicts) {
        throw new BadInput(
            "a file of verdicts is named, but verdicts are not used; add --verdicts");
      }
    }
    weakNeighbor = Require.or(weakNeighbor, false);
    refresh = Require.between("refresh", Require.or(refresh, 0), 0, 100_000);
    if (refresh == 0 && (metric != null || prepare != null)) {
      throw new BadInput(
          "metric and prepare are those of a refreshed search; set refresh, or give them to"
              + " `kindred neighbors` instead");
    }
    mix = Require.or(mix, Mix.BEFORE);
    if (randomWeight != null) {
      randomWeight.within("random-weight", 0, 1);
    }
  }

  /** What stands in for a positive. */
  public enum From {
    /** Neighbors in a latent space. */
    NEIGHBORS,
    /** A control: any other training images, drawn once by the seed. */
    RANDOM,
    /** A control: other training images of the same class, drawn once by the seed. */
    ORACLE;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All defaults. */
  public static Positives defaults() {
    return new Positives(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** Whether pairs are taken away from those that a search found. */
  @JsonIgnore
  public boolean filtered() {
    return mutual > 0 || closest < 1 || maxDistance != null || veto != null || verdicts;
  }

  /** Whether the distances of pairs must be known. */
  @JsonIgnore
  public boolean comparesDistances() {
    return closest < 1 || maxDistance != null;
  }

  /** The same with other names of its files of vetoed pairs and of verdicts. */
  public Positives withFiles(String otherVeto, String otherVerdicts) {
    return new Positives(
        from,
        k,
        mutual,
        closest,
        maxDistance,
        otherVeto,
        verdicts,
        otherVerdicts,
        weakNeighbor,
        refresh,
        metric,
        prepare,
        mix,
        randomWeight);
  }
}
