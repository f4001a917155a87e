package kindred.gui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import kindred.data.ImageColumns;
import kindred.data.ImageSet;
import kindred.experiment.MapPlan;
import kindred.experiment.MapPlan.Method;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.VerdictFile;
import kindred.run.Maps;
import kindred.run.Workspace;

/** The ways in which a map's images can be colored. */
final class Colorings {
  static final String CLUSTER = "Cluster";
  private static final int CLUSTERS = 10;
  private static final List<String> JUDGED =
      List.of("same kind", "different kind", "some of both", "unsure", "not judged");
  private static final List<Color> JUDGED_COLORS =
      List.of(
          Color.web("#2E94CC"),
          Color.web("#D55E00"),
          Color.web("#CC79A7"),
          Color.web("#B58900"),
          Coloring.UNKNOWN);

  private final Workspace workspace;
  private final MapContent content;
  private final ImageSet images;
  private final NeighborGraph graph;

  Colorings(Workspace workspace, MapContent content) {
    this.workspace = workspace;
    this.content = content;
    this.images = content.images();
    this.graph = content.graph();
  }

  /**
   * One of them, not yet computed.
   *
   * @param title a word or two
   */
  record Choice(String title, Making making) {
    @Override
    public String toString() {
      return title;
    }
  }

  /** Computes a coloring; for background threads. */
  @FunctionalInterface
  interface Making {
    /**
     * @param shown the images of the map
     */
    Coloring of(int[] shown);
  }

  /** All that are possible, the most telling first. */
  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    if (images.labeled()) {
      choices.add(new Choice("Class", this::byClass));
    }
    choices.add(new Choice(CLUSTER, this::byCluster));
    if (graph != null) {
      choices.add(
          byNumber(
              "Nearest distance",
              "How far an image's nearest neighbor is.",
              () -> content::distance));
      choices.add(
          byNumber(
              "Popularity",
              "Of how many others an image is a neighbor; hubs are high.",
              () -> {
                float[] times = popularity();
                return image -> times[image];
              }));
    }
    if (graph != null && images.labeled()) {
      choices.add(
          byNumber(
              "Agreement",
              "The share of an image's neighbors that are of its class.",
              () -> this::agreement));
    }
    choices.add(new Choice("Verdict", this::byVerdict));
    choices.add(new Choice("Nothing", shown -> Coloring.none(images.count(), shown)));
    return choices;
  }

  /** Those by the columns of a file; one whose name is taken is called after the file as well. */
  static List<Choice> choices(ImageColumns columns, List<Choice> others) {
    List<String> taken = others.stream().map(Choice::title).toList();
    return columns.columns().stream()
        .map(
            column -> {
              String title =
                  taken.contains(column.name())
                      ? column.name() + " in " + columns.file()
                      : column.name();
              return new Choice(title, shown -> byColumn(title, columns, column, shown));
            })
        .toList();
  }

  private static Coloring byColumn(
      String title, ImageColumns columns, ImageColumns.Column column, int[] shown) {
    String meaning = "What " + columns.file() + " says in column " + column.name() + ".";
    return column.isNumeric()
        ? Coloring.byNumber(title, meaning, column.numbers(), shown)
        : Coloring.byName(title, meaning, column.words(), column.wordOf(), shown);
  }

  private Choice byNumber(String title, String meaning, Supplier<Numbers> making) {
    return new Choice(
        title,
        shown -> {
          Numbers numbers = making.get();
          float[] values = new float[images.count()];
          for (int i = 0; i < values.length; i++) {
            values[i] = numbers.of(i);
          }
          return Coloring.byNumber(title, meaning, values, shown);
        });
  }

  private Coloring byCluster(int[] shown) {
    int[] mapped = Maps.pca(workspace, content.run().id()).images();
    int classes = images.info().classes().size();
    int k = Math.min(mapped.length, classes > 1 ? classes : CLUSTERS);
    int[] found =
        Maps.clusters(workspace, content.run().id(), MapPlan.of(Method.PCA), k, 1, () -> false);
    int[] groups = new int[images.count()];
    Arrays.fill(groups, -1);
    for (int i = 0; i < mapped.length; i++) {
      groups[mapped[i]] = found[i];
    }
    List<String> names = IntStream.rangeClosed(1, k).mapToObj(i -> "cluster " + i).toList();
    return Coloring.byName(
        CLUSTER, "Groups of vectors that lie together, by k-means.", names, groups, shown);
  }

  /** What was said of the pairs that an image is in. */
  private Coloring byVerdict(int[] shown) {
    boolean[] same = new boolean[images.count()];
    boolean[] different = new boolean[images.count()];
    boolean[] unsure = new boolean[images.count()];
    VerdictFile.of(images)
        .read()
        .forEach(
            (a, b, verdict) -> {
              for (int image : new int[] {a, b}) {
                same[image] |= verdict == Verdict.SAME;
                different[image] |= verdict == Verdict.DIFFERENT;
                unsure[image] |= verdict == Verdict.UNSURE;
              }
            });
    int[] groups = new int[images.count()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = judged(same[i], different[i], unsure[i]);
    }
    return Coloring.of(
        "Verdict",
        "What people said of the pairs that an image is in.",
        JUDGED,
        JUDGED_COLORS,
        JUDGED_COLORS,
        groups,
        shown);
  }

  /** An index of {@link #JUDGED}. */
  private static int judged(boolean same, boolean different, boolean unsure) {
    if (same) {
      return different ? 2 : 0;
    }
    return different ? 1 : unsure ? 3 : JUDGED.size() - 1;
  }

  private Coloring byClass(int[] shown) {
    int[] labels = new int[images.count()];
    Arrays.setAll(labels, images::label);
    return Coloring.byName(
        "Class", "What the images show.", images.info().classes(), labels, shown);
  }

  /** A number for each image. */
  @FunctionalInterface
  private interface Numbers {
    float of(int image);
  }

  private float[] popularity() {
    float[] times = new float[graph.count()];
    for (int image = 0; image < graph.count(); image++) {
      for (int rank = 0; rank < graph.k(); rank++) {
        if (graph.neighbor(image, rank) != NeighborGraph.NONE) {
          times[graph.neighbor(image, rank)]++;
        }
      }
    }
    return times;
  }

  private float agreement(int image) {
    int known = 0;
    int same = 0;
    for (int rank = 0; rank < graph.k(); rank++) {
      int neighbor = graph.neighbor(image, rank);
      if (neighbor != NeighborGraph.NONE
          && images.label(neighbor) >= 0
          && images.label(image) >= 0) {
        known++;
        same += images.label(neighbor) == images.label(image) ? 1 : 0;
      }
    }
    return (float) same / known; // not a number where nothing is known
  }
}
