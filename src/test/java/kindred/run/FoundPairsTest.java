package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.experiment.Metric;
import kindred.experiment.NeighborStage;
import kindred.experiment.Prepare;
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
    String source = workspace.create(TinyWorkspace.autoEncoder(1)).id();
    RunFolder run =
        workspace.create(new NeighborStage(source, null, Metric.COSINE, Prepare.NONE, 1));
    NeighborGraph.of(
            new NeighborSearch.Result(3, 1, new int[] {1, 2, 0}, new float[] {9, 1, 2}),
            new int[] {0, 1, 2},
            3,
            new NeighborGraph.Meta(null, null, "twins", images.info().fingerprint(), null))
        .write(run.artifact(Artifacts.NEIGHBORS));

    var table = FoundPairs.read(workspace, run).table();
    BitSet duplicates = new BitSet();
    for (int row = 0; row < table.size(); row++) {
      duplicates.set(row, table.isDuplicate(row));
    }
    assertThat(duplicates.stream()).as("images 0 and 1, the farthest pair").containsExactly(0);
  }
}
