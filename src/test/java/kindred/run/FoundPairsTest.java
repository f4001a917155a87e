package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundPairsTest {
  @TempDir Path folder;

  @Test
  void equalPixelsAreDuplicatesHoweverFarApart() {
    Workspace workspace = TinyWorkspace.open(folder);
    ImageSet images =
        PackedImages.write(
            workspace.datasets().resolve("twins"), 3, 1, 8, 8, 0, (n, c, y, x) -> n / 2 * 9 + x);
    RunFolder run =
        workspace.create(
            Json.read("{\"stage\": \"neighbors\", \"source\": \"1\"}", Stage.class, "test"));
    NeighborGraph.of(
            new NeighborSearch.Result(3, 1, new int[] {1, 2, 0}, new float[] {9, 1, 2}),
            new int[] {0, 1, 2},
            3,
            new NeighborGraph.Meta(null, null, "twins", images.info().fingerprint(), null))
        .write(Artifacts.of(run, Artifacts.NEIGHBORS));

    var table = FoundPairs.read(workspace, run).table();
    BitSet duplicates = new BitSet();
    for (int row = 0; row < table.size(); row++) {
      duplicates.set(row, table.isDuplicate(row));
    }
    assertThat(duplicates.stream()).as("images 0 and 1, the farthest pair").containsExactly(0);
  }
}
