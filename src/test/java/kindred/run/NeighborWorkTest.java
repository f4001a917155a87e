package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.Metric;
import kindred.experiment.NeighborStage;
import kindred.experiment.Prepare;
import kindred.neighbors.NeighborGraph;
import kindred.run.RunState.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighborWorkTest {
  /**
   * Around the mean (100, 0) the first two lie in one direction; seen from 0 the first and third.
   */
  private static final float[] VECTORS = {101, 1, 103, 3, 99, 1, 97, -5};

  @TempDir Path folder;

  private NeighborGraph found(Metric metric, Prepare prepare) throws IOException {
    Files.createDirectories(folder.resolve("workspace/datasets"));
    Workspace workspace = Workspace.open(folder.resolve("workspace"));
    Path file = folder.resolve("vectors.npz");
    Npz.write(file, Map.of("vectors", NamedArray.floats(VECTORS, 4, 2)));
    RunFolder run = workspace.create(new NeighborStage(file.toString(), null, metric, prepare, 1));
    assertThat(Worker.work(workspace, run, event -> {}, () -> false).status())
        .isEqualTo(Status.DONE);
    return NeighborGraph.read(run.artifact("neighbors.npz"));
  }

  @Test
  void cosineNeighborsAreThoseAroundTheMeanOnlyAfterCentering() throws IOException {
    assertThat(found(Metric.COSINE, Prepare.NONE).neighbor(0, 0)).isEqualTo(2);
    NeighborGraph centered = found(Metric.COSINE, Prepare.CENTER);
    assertThat(centered.neighbor(0, 0)).isEqualTo(1);
    assertThat(centered.distance(0, 0)).isCloseTo(0, within(1e-6f));
    assertThat(centered.meta().prepare()).isEqualTo(Prepare.CENTER);
  }

  @Test
  void whiteningMeasuresInDeviationsOfTheData() throws IOException {
    assertThat(found(Metric.EUCLIDEAN, Prepare.NONE).neighbor(0, 0)).isEqualTo(2);
    NeighborGraph white = found(Metric.EUCLIDEAN, Prepare.WHITEN);
    // C is (5 6; 6 9) with the inverse (9 −6; −6 5)/9, and the first two are (2, 2) apart
    assertThat(white.neighbor(0, 0)).isEqualTo(1);
    assertThat(white.distance(0, 0)).isCloseTo((float) Math.sqrt(8.0 / 9), within(1e-3f));
  }
}
