package kindred.gui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kindred.data.ImageSet;
import kindred.neighbors.NeighborGraph;

/** The ways in which a map's images can be colored. */
final class Colorings {
  private Colorings() {}

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
  static List<Choice> of(MapContent content) {
    List<Choice> choices = new ArrayList<>();
    ImageSet images = content.images();
    NeighborGraph graph = content.graph();
    if (images.labeled()) {
      choices.add(new Choice("Class", shown -> byClass(images, shown)));
    }
    if (graph != null) {
      choices.add(
          new Choice(
              "Nearest distance",
              shown ->
                  Coloring.byNumber(
                      "Nearest distance",
                      "How far an image's nearest neighbor is.",
                      floats(images.count(), content::distance),
                      shown)));
      choices.add(
          new Choice(
              "Popularity",
              shown ->
                  Coloring.byNumber(
                      "Popularity",
                      "Of how many others an image is a neighbor; hubs are high.",
                      popularity(graph),
                      shown)));
      if (images.labeled()) {
        choices.add(
            new Choice(
                "Agreement",
                shown ->
                    Coloring.byNumber(
                        "Agreement",
                        "The share of an image's neighbors that are of its class.",
                        floats(images.count(), image -> agreement(images, graph, image)),
                        shown)));
      }
    }
    choices.add(new Choice("Nothing", shown -> Coloring.none(images.count(), shown)));
    return choices;
  }

  private static Coloring byClass(ImageSet images, int[] shown) {
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

  private static float[] floats(int count, Numbers numbers) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = numbers.of(i);
    }
    return values;
  }

  private static float[] popularity(NeighborGraph graph) {
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

  private static float agreement(ImageSet images, NeighborGraph graph, int image) {
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
