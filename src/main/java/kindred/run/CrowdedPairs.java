package kindred.run;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.IntStream;
import kindred.data.DatasetInfo;
import kindred.data.Draws;
import kindred.data.ImageSet;
import kindred.experiment.Json;
import kindred.experiment.MapPlan;
import kindred.experiment.Metric;
import kindred.experiment.NeighborStage;
import kindred.experiment.Prepare;
import kindred.experiment.Stage;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;
import kindred.projection.ImageMap;
import kindred.run.RunState.Status;

/**
 * A workspace with a data set of very many small images and their neighbors, to measure the window
 * with. The images are noise of their class's color, and the neighbors are drawn, most of them from
 * the own class: nothing was learned or searched.
 */
public final class CrowdedPairs {
  private static final int FEW = 200;
  private static final int CLASSES = 10;
  private static final int CHANNELS = 3;
  private static final int SIDE = 32;
  private static final double OF_OWN_CLASS = 0.6;

  private CrowdedPairs() {}

  /**
   * Makes it, with a second data set of few images and their neighbors, found later.
   *
   * @param images N
   * @param k neighbors of each
   * @return the id of the neighbors run of the many images
   */
  public static String create(Path folder, int images, int k) throws IOException {
    Workspace workspace = Workspace.open(folder);
    String run = create(workspace, "crowded", images, k, 1);
    create(workspace, "small", FEW, k, 2);
    return run;
  }

  private static String create(Workspace workspace, String name, int images, int k, int number)
      throws IOException {
    Path data = Files.createDirectories(workspace.datasets().resolve(name));
    writePixels(data.resolve(ImageSet.PIXELS), images);
    writeLabels(data.resolve(ImageSet.LABELS), images);
    DatasetInfo info = info(name, images);
    Files.writeString(data.resolve(ImageSet.INFO), Json.pretty(info));

    Stage stage = new NeighborStage("ae-1", null, Metric.COSINE, Prepare.NONE, k);
    Path path = Files.createDirectory(workspace.runs().resolve(stage.title() + "-" + number));
    RunFolder run = new RunFolder(path);
    run.write(stage);
    String now = Instant.now().toString();
    run.write(new RunState(Status.DONE, now, now, null, null, 0, 0, 1, null, false, Json.object()));
    NeighborGraph.of(
            neighbors(images, k),
            IntStream.range(0, images).toArray(),
            images,
            new NeighborGraph.Meta(Metric.COSINE, Prepare.NONE, name, info.fingerprint(), "ae-1"))
        .write(run.artifact(NeighborWork.NEIGHBORS));
    map(name, images, info.fingerprint()).write(Maps.file(run, MapPlan.Method.PCA));
    return run.id();
  }

  /** Each class a round heap. */
  private static ImageMap map(String name, int images, String fingerprint) {
    Draws draws = new Draws();
    float[] places = new float[2 * images];
    for (int image = 0; image < images; image++) {
      draws.startStream(3, 0, image, 0);
      double angle = image % CLASSES * 2 * Math.PI / CLASSES;
      double around = 2 * Math.PI * draws.nextDouble();
      double away = 2 * draws.nextDouble() * draws.nextDouble();
      places[2 * image] = (float) (5 * Math.cos(angle) + away * Math.cos(around));
      places[2 * image + 1] = (float) (5 * Math.sin(angle) + away * Math.sin(around));
    }
    return new ImageMap(
        IntStream.range(0, images).toArray(),
        places,
        new ImageMap.Origin(
            MapPlan.of(MapPlan.Method.PCA),
            "ae-1",
            name,
            fingerprint,
            null,
            Version.TEXT,
            null,
            null,
            null,
            null));
  }

  private static DatasetInfo info(String name, int images) {
    return new DatasetInfo(
        1,
        name,
        images,
        CHANNELS,
        SIDE,
        SIDE,
        IntStream.range(0, CLASSES).mapToObj(i -> "class " + i).toList(),
        Collections.nCopies(CHANNELS, 0.5),
        Collections.nCopies(CHANNELS, 0.25),
        "0".repeat(64),
        "noise",
        Instant.now().toString(),
        null);
  }

  private static void writePixels(Path file, int images) throws IOException {
    Draws draws = new Draws();
    byte[] image = new byte[CHANNELS * SIDE * SIDE];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int number = 0; number < images; number++) {
        draws.startStream(1, 0, number, 0);
        for (int i = 0; i < image.length; i += 8) {
          long noise = draws.nextLong();
          int tone = (number % CLASSES * 37 + i / (SIDE * SIDE) * 60) & 0x7F;
          for (int j = 0; j < 8; j++) {
            image[i + j] = (byte) (tone + ((noise >>> (8 * j)) & 0x7F));
          }
        }
        out.write(image);
      }
    }
  }

  private static void writeLabels(Path file, int images) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int number = 0; number < images; number++) {
        out.writeInt(Integer.reverseBytes(number % CLASSES)); // little-endian
      }
    }
  }

  private static NeighborSearch.Result neighbors(int images, int k) {
    int[] indices = new int[images * k];
    float[] distances = new float[images * k];
    Draws draws = new Draws();
    for (int image = 0; image < images; image++) {
      draws.startStream(2, 0, image, 0);
      double distance = 0.02 + 0.2 * draws.nextDouble();
      for (int rank = 0; rank < k; rank++) {
        int place = image * k + rank;
        indices[place] = neighbor(image, images, draws, indices, image * k, place);
        distance += 0.02 * draws.nextDouble();
        distances[place] = (float) distance;
      }
    }
    return new NeighborSearch.Result(images, k, indices, distances);
  }

  /** One that the image does not have yet. */
  private static int neighbor(int image, int images, Draws draws, int[] indices, int from, int to) {
    while (true) {
      int drawn = draws.nextInt(images);
      int other = draws.bernoulli(OF_OWN_CLASS) ? drawn - drawn % CLASSES + image % CLASSES : drawn;
      boolean there = IntStream.range(from, to).anyMatch(i -> indices[i] == other);
      if (other < images && other != image && !there) {
        return other;
      }
    }
  }
}
