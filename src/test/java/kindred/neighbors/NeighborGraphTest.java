package kindred.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighborGraphTest {
  private static final NeighborGraph.Meta META =
      new NeighborGraph.Meta(Metric.COSINE, Prepare.CENTER, "shoes", "abc", "run-1");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("neighbors.npz");
  }

  /** Images 4, 0 and 2 of five were searched. */
  private static NeighborGraph ofThreeImages() {
    NeighborSearch.Result found =
        new NeighborSearch.Result(
            3, 2, new int[] {1, 2, 2, 0, 0, 1}, new float[] {1, 2, 0.5f, 1, 2, 3});
    return NeighborGraph.of(found, new int[] {4, 0, 2}, 5, META);
  }

  private NeighborGraph read(NamedArray indices) {
    Npz.write(file, Map.of("indices", indices));
    return NeighborGraph.read(file);
  }

  private void refused(NamedArray indices, String messageAfterTheFile) {
    assertThatThrownBy(() -> read(indices))
        .isInstanceOf(BadInput.class)
        .hasMessage(file + messageAfterTheFile);
  }

  private static void isOfThreeImages(NeighborGraph graph) {
    assertThat(graph.count()).isEqualTo(5);
    assertThat(graph.k()).isEqualTo(2);
    int[][] neighbors = {{2, 4}, {-1, -1}, {4, 0}, {-1, -1}, {0, 2}};
    float[][] distances = {
      {0.5f, 1}, {Float.NaN, Float.NaN}, {2, 3}, {Float.NaN, Float.NaN}, {1, 2}
    };
    for (int image = 0; image < 5; image++) {
      for (int rank = 0; rank < 2; rank++) {
        assertThat(graph.neighbor(image, rank)).isEqualTo(neighbors[image][rank]);
        assertThat(Float.valueOf(graph.distance(image, rank)))
            .isEqualTo(Float.valueOf(distances[image][rank]));
      }
    }
  }

  @Test
  void searchedRowsBecomeImagesAndTheOthersHaveNoNeighbor() {
    isOfThreeImages(ofThreeImages());
  }

  @Test
  void fileKeepsNeighborsDistancesAndOrigin() {
    ofThreeImages().write(file);
    NeighborGraph back = NeighborGraph.read(file);
    isOfThreeImages(back);
    assertThat(back.meta()).isEqualTo(META);
  }

  @Test
  void unknownOriginIsKeptAsUnknown() {
    NeighborGraph.Meta unknown =
        new NeighborGraph.Meta(Metric.EUCLIDEAN, null, null, null, "v.csv");
    NeighborSearch.Result pair =
        new NeighborSearch.Result(2, 1, new int[] {1, 0}, new float[] {1, 1});
    NeighborGraph.of(pair, new int[] {0, 1}, 2, unknown).write(file);
    assertThat(NeighborGraph.read(file).meta()).isEqualTo(unknown);
  }

  @Test
  void matrixOfIndicesIsEnough() {
    NeighborGraph graph = read(NamedArray.ints(new int[] {1, 2, 2, -1, 0, 1}, 3, 2));
    assertThat(graph.count()).isEqualTo(3);
    assertThat(graph.k()).isEqualTo(2);
    assertThat(graph.neighbor(1, 0)).isEqualTo(2);
    assertThat(graph.neighbor(1, 1)).isEqualTo(NeighborGraph.NONE);
    assertThat(graph.distance(1, 0)).isNaN();
    assertThat(graph.meta()).isEqualTo(NeighborGraph.Meta.UNKNOWN);
    graph.requireFits("any", "shoes", 3);
  }

  /** What numpy's argmin gives: one dimension, int64. */
  @Test
  void lineOfInt64IndicesIsOneNeighborEach() {
    ByteBuffer data = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    data.putLong(2).putLong(0).putLong(1).flip();
    NeighborGraph graph = read(new NamedArray(NamedArray.Type.INT64, new long[] {3}, data));
    assertThat(graph.count()).isEqualTo(3);
    assertThat(graph.k()).isEqualTo(1);
    assertThat(graph.neighbor(0, 0)).isEqualTo(2);
    assertThat(graph.neighbor(2, 0)).isEqualTo(1);
  }

  @Test
  void distancesOfAnotherSizeAreLeftOut() {
    NamedArray indices = NamedArray.ints(new int[] {1, 0}, 2);
    Npz.write(file, Map.of("indices", indices, "distances", NamedArray.floats(new float[3], 3)));
    assertThat(NeighborGraph.read(file).distance(0, 0)).isNaN();
    Npz.write(
        file, Map.of("indices", indices, "distances", NamedArray.floats(new float[] {4, 5}, 2)));
    assertThat(NeighborGraph.read(file).distance(1, 0)).isEqualTo(5);
  }

  @Test
  void imageThatIsItsOwnNeighborIsRefused() {
    refused(
        NamedArray.ints(new int[] {1, 2, 0, 1, 0, 1}, 3, 2),
        ": image 1 is its own neighbor; leave the image itself out");
    refused(
        NamedArray.ints(new int[] {0, 0}, 2),
        ": image 0 is its own neighbor; leave the image itself out");
  }

  @Test
  void neighborsThatAreNoImagesAreRefused() {
    refused(
        NamedArray.ints(new int[] {1, 2, 0, 3, 0, 1}, 3, 2),
        ": image 1 has neighbor 3, but there are only images 0 to 2");
    refused(
        NamedArray.ints(new int[] {1, -2}, 2),
        ": image 1 has neighbor -2, but there are only images 0 to 1");
  }

  @Test
  void fractionsAreNoNeighbors() {
    refused(
        NamedArray.floats(new float[] {1, 0.5f}, 2),
        ": indices: element 1 is 0.5, which is no 32-bit whole number");
  }

  @Test
  void arraysOfOtherShapesAreRefused() {
    String message = " has no matrix named 'indices' with a row of neighbors for each image";
    refused(NamedArray.ints(new int[] {1}), message);
    refused(NamedArray.ints(new int[] {1, 0}, 2, 1, 1), message);
    refused(NamedArray.ints(new int[0], 4, 0), message);
    refused(NamedArray.ints(new int[0], 0, 3), message);
    Npz.write(file, Map.of("vectors", NamedArray.ints(new int[] {1, 0}, 2)));
    assertThatThrownBy(() -> NeighborGraph.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessage(file + message);
  }

  @Test
  void damagedOriginIsRefused() {
    byte[] json = "{\"metric\":\"manhattan\"}".getBytes(StandardCharsets.UTF_8);
    Npz.write(
        file,
        Map.of(
            "indices", NamedArray.ints(new int[] {1, 0}, 2),
            "meta", NamedArray.bytes(json, json.length)));
    assertThatThrownBy(() -> NeighborGraph.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("manhattan");
  }

  @Test
  void graphOfAnotherNumberOfImagesIsRefused() {
    ofThreeImages().requireFits("abc", "shoes", 5);
    assertThatThrownBy(() -> ofThreeImages().requireFits("abc", "shoes", 6))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "the neighbors are those of 5 images, but data set shoes has 6;"
                + " find neighbors in a latent space of shoes");
  }

  @Test
  void graphOfOtherImagesIsRefused() {
    assertThatThrownBy(() -> ofThreeImages().requireFits("xyz", "hats", 5))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "the neighbors belong to data set shoes and not to hats, whose images differ;"
                + " find neighbors in a latent space of hats");
  }
}
