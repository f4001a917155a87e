package kindred.gui.map;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.PackedImages;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;
import kindred.run.Artifacts;
import kindred.run.RunFolder;
import kindred.run.Workspace;
import kindred.run.WrittenRuns;
import org.junit.jupiter.api.BeforeEach;

/** A map in a window, of forty images whose vectors lie on a lattice of eight by five. */
abstract class MapCase extends WindowCase {
  static final int COUNT = 40;

  final List<Integer> asPairs = new ArrayList<>();
  Session session;
  private Workspace workspace;
  RunFolder space;
  RunFolder near;
  MapView view;
  MapPane pane;

  @BeforeEach
  void write() throws Exception {
    session = workbench.session();
    workspace = session.workspace();
    PackedImages.write(
        workspace.datasets().resolve("tiny"), COUNT, 1, 8, 8, 2, (n, c, y, x) -> n * 5 + y + x);
    space =
        WrittenRuns.done(
            workspace, WrittenRuns.stage("{\"stage\":\"latent\",\"data\":\"tiny\"}"), "{}");
    float[] vectors = new float[3 * COUNT];
    for (int i = 0; i < COUNT; i++) {
      vectors[3 * i] = 2 * (i % 8);
      int row = i / 8;
      vectors[3 * i + 1] = 1.5f * row;
    }
    int[] all = IntStream.range(0, COUNT).toArray();
    Path embeddings = Artifacts.of(space, Artifacts.EMBEDDINGS);
    Files.createDirectories(embeddings.getParent());
    Npz.write(
        embeddings,
        Map.of(
            "vectors", NamedArray.floats(vectors, COUNT, 3),
            "images", NamedArray.ints(all, COUNT),
            "held_out", NamedArray.bytes(new byte[COUNT], COUNT)));
    near =
        WrittenRuns.done(
            workspace,
            WrittenRuns.stage("{\"stage\":\"neighbors\",\"source\":\"" + space.id() + "\"}"),
            "{}");
    writeNeighbors(all);
  }

  /** The neighbors of each image are the two next ones in number. */
  private void writeNeighbors(int[] all) throws Exception {
    int[] indices = new int[2 * COUNT];
    float[] distances = new float[2 * COUNT];
    for (int i = 0; i < COUNT; i++) {
      for (int rank = 0; rank < 2; rank++) {
        indices[2 * i + rank] = (i + 1 + rank) % COUNT;
        distances[2 * i + rank] = 0.01f * i + rank;
      }
    }
    Path file = Artifacts.of(near, Artifacts.NEIGHBORS);
    Files.createDirectories(file.getParent());
    String fingerprint = workspace.images("tiny").info().fingerprint();
    NeighborGraph.of(
            new NeighborSearch.Result(COUNT, 2, indices, distances),
            all,
            COUNT,
            new NeighborGraph.Meta(Metric.EUCLIDEAN, Prepare.NONE, "tiny", fingerprint, space.id()))
        .write(file);
  }

  void open(RunFolder run) throws Exception {
    session.board().refresh();
    await("the run on the board", 10, () -> session.board().run(run.id()).isPresent());
    RunRow row = onWindowThread(() -> session.board().run(run.id()).orElseThrow());
    onWindowThread(
        () -> {
          view = new MapView(session, asPairs::add);
          stage().getScene().setRoot(new StackPane(view.view()));
          view.show(row);
          return null;
        });
    await(
        "a map",
        20,
        () -> {
          pane = (MapPane) view.view().lookup("#map");
          return pane != null && pane.isDrawn();
        });
    awaitDrawn();
  }

  /** Waits until nothing is left to be drawn. */
  void awaitDrawn() throws Exception {
    await("all drawn", 10, () -> session.background().idle());
  }

  /** Where an image is on the screen. */
  Point2D screen(int image) throws Exception {
    return onWindowThread(
        () -> {
          MapMarks.Spot spot = pane.placeOf(image);
          return pane.localToScreen(spot.x(), spot.y());
        });
  }

  <N> N look(WindowRobot robot, String id, Class<N> type) {
    return type.cast(robot.lookup(id).query());
  }

  int[] selection() throws Exception {
    return onWindowThread(() -> view.model().selectionProperty().get());
  }

  /** Draws around two images and all between, with Shift. */
  void lasso(WindowRobot robot, int one, int other) throws Exception {
    Point2D a = screen(one);
    Point2D b = screen(other);
    double left = Math.min(a.getX(), b.getX()) - 12;
    double right = Math.max(a.getX(), b.getX()) + 12;
    double top = Math.min(a.getY(), b.getY()) - 12;
    double bottom = Math.max(a.getY(), b.getY()) + 12;
    robot.moveTo(left, top).press(KeyCode.SHIFT).press(MouseButton.PRIMARY);
    robot.moveTo(right, top).moveTo(right, bottom).moveTo(left, bottom).moveTo(left, top + 5);
    robot.release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
  }
}
