package kindred.gui.neighbors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import kindred.data.ImageSet;
import kindred.gui.core.Words;
import kindred.neighbors.pairs.GraphComparison;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.pairs.PairTable;
import kindred.neighbors.pairs.Selection;
import kindred.run.Artifacts;
import kindred.run.FoundPairs;
import kindred.run.RunFolder;
import kindred.run.Workspace;

/**
 * A run's neighbors, whose images they are, and what one can ask of their pairs. Pairs are rows of
 * its table. Not changed once read, so for any thread.
 *
 * @param run its id
 * @param hubFrom from so many images on that it is a neighbor of, an image is called a hub
 */
record Browsed(String run, ImageSet images, PairTable table, int hubFrom) {
  /**
   * Reads; null if the run found no neighbors yet. For background threads.
   *
   * @throws kindred.experiment.BadInput if nobody knows the images, or they are gone or others
   */
  static Browsed read(Workspace workspace, RunFolder run) {
    Path file = Artifacts.of(run, Artifacts.NEIGHBORS);
    if (!Files.exists(file)) {
      return null;
    }
    FoundPairs found = FoundPairs.read(workspace, run);
    PairTable table = found.table();
    return new Browsed(found.run(), found.images(), table, table.hubness().hubFrom());
  }

  /** All pairs, as {@link PairQuery#ALL} orders them; for background threads. */
  Found all() {
    PairQuery all = PairQuery.ALL;
    return new Found(all.order().rows().of(table, table.all(), all.seed()), table);
  }

  /** The pairs that a query keeps, in its order; for background threads. */
  Found find(PairQuery query, Judgments judgments, Browsed other) {
    PairTable judged = query.filter().verdict() == null ? table : judgments.marked(table);
    BitSet kept = Selection.of(judged, query.filter());
    int[] order = query.order().rows().of(table, kept, query.seed());
    Found found = new Found(order, table);
    return query.order() == PairOrder.RUNS && other != null
        ? new Found(byDisagreement(found, other), table)
        : found;
  }

  /** The same pairs by their images, those first whose neighbors the other run shares the least. */
  private int[] byDisagreement(Found found, Browsed other) {
    return Arrays.stream(compared(other).byDisagreement())
        .flatMap(image -> Arrays.stream(found.pairs(image)))
        .toArray();
  }

  /** Compares with another run's neighbors of the same images. */
  GraphComparison compared(Browsed other) {
    return GraphComparison.of(table.graph(), other.table.graph(), Math.min(k(), other.k()));
  }

  /** The row of an image. */
  ShownRow row(int image, Found found, Judgments judgments, Browsed other) {
    List<ShownPair> own = new ArrayList<>();
    for (int pair : found.pairs(image)) {
      own.add(shown(pair, pair, judgments, other));
    }
    List<ShownPair> theirs = new ArrayList<>();
    if (other != null) {
      for (int row = other.table.start(image); row < other.table.start(image + 1); row++) {
        theirs.add(other.shown(row, -1, judgments, this));
      }
    }
    return new ShownRow(image, table.hubness().of(image), own, theirs);
  }

  private ShownPair shown(int row, int pair, Judgments judgments, Browsed other) {
    int image = table.image(row);
    int neighbor = table.neighbor(row);
    return new ShownPair(
        pair,
        neighbor,
        table.rank(row),
        table.distance(row),
        labels(row),
        table.isMutual(row),
        table.hubness().of(neighbor) >= hubFrom,
        table.isDuplicate(row),
        judgments.of(image, neighbor),
        other != null && other.table.row(image, neighbor) < 0);
  }

  private PairFilter.Label labels(int pair) {
    byte agreement = table.agreement(pair);
    return agreement == PairTable.SAME
        ? PairFilter.Label.SAME
        : agreement == PairTable.DIFFERENT ? PairFilter.Label.DIFFERENT : PairFilter.Label.UNKNOWN;
  }

  int k() {
    return table.k();
  }

  int image(int pair) {
    return table.image(pair);
  }

  int neighbor(int pair) {
    return table.neighbor(pair);
  }

  float distance(int pair) {
    return table.distance(pair);
  }

  /** Whether anything is known of distances; a file from elsewhere may tell none. */
  boolean hasDistances() {
    return table.size() > 0 && !Float.isNaN(table.distance(0));
  }

  boolean labeled() {
    return images.labeled();
  }

  /** How many classes there are. */
  int classes() {
    return images.info().classes().size();
  }

  String className(int label) {
    return images.info().classes().get(label);
  }

  /** All pairs with an image, be it the one or the other. */
  int[] pairsWith(int image) {
    return Selection.of(table, PairFilter.ALL.withImage(image)).stream().toArray();
  }

  /** All pairs farther apart than a distance. */
  int[] pairsBeyond(float distance) {
    return IntStream.range(0, table.size())
        .filter(pair -> table.distance(pair) > distance)
        .toArray();
  }

  /**
   * A pair in a line of words.
   *
   * @param withClasses whether they are told
   */
  String words(int pair, boolean withClasses) {
    StringBuilder words =
        new StringBuilder("Image ")
            .append(named(image(pair), withClasses))
            .append(" and its ")
            .append(table.rank(pair) + 1)
            .append(ordinal(table.rank(pair) + 1))
            .append(" neighbor, ")
            .append(named(neighbor(pair), withClasses));
    if (!Float.isNaN(distance(pair))) {
      words.append(" · distance ").append(Words.number(distance(pair)));
    }
    if (table.isMutual(pair)) {
      words.append(" · mutual");
    }
    return words.toString();
  }

  private String named(int image, boolean withClass) {
    int label = table.label(image);
    return Words.count(image) + (withClass && label >= 0 ? " (" + className(label) + ")" : "");
  }

  private static String ordinal(int number) {
    int tens = number / 10 % 10;
    return tens == 1
        ? "th"
        : switch (number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}
