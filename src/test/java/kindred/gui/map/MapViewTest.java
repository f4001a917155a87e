package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.PackedImages;
import kindred.experiment.MapPlan.Method;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.results.PictureGrid;
import kindred.neighbors.NeighborGraph;
import kindred.neighbors.NeighborSearch;
import kindred.projection.ImageMap;
import kindred.run.Artifacts;
import kindred.run.Maps;
import kindred.run.RunFolder;
import kindred.run.Workspace;
import kindred.run.WrittenRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A map in a window, of forty images whose vectors lie on a lattice of eight by five. */
class MapViewTest extends WindowCase {
  private static final int COUNT = 40;

  private final List<Integer> asPairs = new ArrayList<>();
  private Session session;
  private Workspace workspace;
  private RunFolder space;
  private RunFolder near;
  private MapView view;
  private MapPane pane;

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

  private void open(RunFolder run) throws Exception {
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
  private void awaitDrawn() throws Exception {
    await("all drawn", 10, () -> session.background().idle());
  }

  /** Where an image is on the screen. */
  private Point2D screen(int image) throws Exception {
    return onWindowThread(
        () -> {
          MapMarks.Spot spot = pane.placeOf(image);
          return pane.localToScreen(spot.x(), spot.y());
        });
  }

  private <N> N look(WindowRobot robot, String id, Class<N> type) {
    return type.cast(robot.lookup(id).query());
  }

  private int[] selection() throws Exception {
    return onWindowThread(() -> view.model().selectionProperty().get());
  }

  @Test
  void theMouseFindsOpensAndDrawsAround(WindowRobot robot) throws Exception {
    open(near);
    robot.moveTo(screen(11));
    await("a ring at image 11", 2, () -> view.model().hoveredProperty().get() == 11);
    assertThat(onWindowThread(() -> robot.lookup("#map-ring").query().isVisible())).isTrue();
    await("its card", 5, () -> robot.lookup("#map-card").query().isVisible());
    assertThat(onWindowThread(() -> texts(robot, "#map-card")))
        .contains("image 11")
        .anyMatch(text -> text.startsWith("class 1 · nearest at 0.110"));

    robot.clickOn(screen(11));
    await("its neighbors", 5, () -> view.model().openedProperty().get() == 11);
    ListView<?> list = look(robot, "#map-near", ListView.class);
    assertThat(onWindowThread(() -> List.copyOf(list.getItems())))
        .isEqualTo(List.of(new Near(11, 0), new Near(12, 0.11f), new Near(13, 1.11f)));
    robot.doubleClickOn(screen(20));
    await("image 20 as pairs", 5, () -> asPairs.equals(List.of(20)));
    robot.type(KeyCode.ESCAPE);
    await("nothing opened", 5, () -> view.model().openedProperty().get() == MapModel.NONE);

    lasso(robot, 0, 17); // the lattice's corner of two by three
    int[] corner = {0, 1, 8, 9, 16, 17};
    await("a selection", 5, () -> Arrays.equals(view.model().selectionProperty().get(), corner));
    PictureGrid grid = look(robot, "#map-selection", PictureGrid.class);
    assertThat(onWindowThread(grid::images)).containsExactly(0, 1, 8, 9, 16, 17);
    assertThat(onWindowThread(() -> look(robot, "#map-side-title", Label.class).getText()))
        .isEqualTo("6 images selected");
    robot.clickOn("#map-pairs");
    await("the first of them as pairs", 5, () -> asPairs.equals(List.of(20, 0)));
    mark(robot, grid);
    files(robot);

    robot.clickOn(pane).type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    await("nothing selected", 5, () -> view.model().selectionProperty().get().length == 0);
    assertThat(onWindowThread(() -> session.notices().unseenProperty().get())).isZero();
  }

  private static List<String> texts(WindowRobot robot, String id) {
    return robot
        .from(robot.lookup(id).<javafx.scene.Node>query())
        .lookup(".label")
        .queryAll()
        .stream()
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .toList();
  }

  /** Draws around two images and all between, with Shift. */
  private void lasso(WindowRobot robot, int one, int other) throws Exception {
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

  /** A click on a picture of the selection marks it on the map. */
  private void mark(WindowRobot robot, PictureGrid grid) throws Exception {
    javafx.scene.Node picture =
        onWindowThread(() -> grid.lookupAll(".image-back").stream().findFirst().orElseThrow());
    robot.clickOn(picture);
    await("a mark", 5, () -> view.model().markedProperty().get() != MapModel.NONE);
    int marked = onWindowThread(() -> view.model().markedProperty().get());
    assertThat(selection()).contains(marked);
    assertThat(onWindowThread(() -> robot.lookup(".map-marked").query().isVisible())).isTrue();
  }

  private void save(WindowRobot robot, String what, Path file) throws Exception {
    choosers.choose(file);
    onWindowThread(
        () -> {
          look(robot, "#map-export", MenuButton.class).getItems().stream()
              .filter(item -> ("map-export-" + what).equals(item.getId()))
              .findFirst()
              .ifPresent(MenuItem::fire);
          return null;
        });
  }

  /** Everything that can be saved says what is on the map. */
  private void files(WindowRobot robot) throws Exception {
    ImageMap map = Maps.read(near, Method.PCA).orElseThrow();
    Path csv = folder.resolve("map.csv");
    save(robot, "csv", csv);
    await("the CSV", 10, () -> Files.exists(csv));
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(COUNT + 1);
    for (int i = 0; i < COUNT; i++) {
      String[] cells = lines.get(i + 1).split(",");
      assertThat(Integer.parseInt(cells[0])).isEqualTo(map.images()[i]);
      assertThat(Float.parseFloat(cells[1])).isEqualTo(map.x(i));
      assertThat(Float.parseFloat(cells[2])).isEqualTo(map.y(i));
      assertThat(cells[3]).isEqualTo("class " + i % 2);
    }
    save(robot, "npz", folder.resolve("map")); // the suffix comes by itself
    Path npz = folder.resolve("map.npz");
    await("the npz", 10, () -> Files.exists(npz));
    assertThat(ImageMap.read(npz).coordinates()).isEqualTo(map.coordinates());

    Path png = folder.resolve("map.png");
    save(robot, "png", png);
    await("the PNG", 10, () -> Files.exists(png));
    BufferedImage picture = ImageIO.read(png.toFile());
    int width = onWindowThread(() -> (int) pane.getWidth());
    assertThat(picture.getWidth()).isEqualTo(2 * (width + 220));
    Path svg = folder.resolve("map.svg");
    save(robot, "svg", svg);
    await("the SVG", 10, () -> Files.exists(svg));
    assertThat(Files.readString(svg)).contains("class 0", "class 1", "PCA of 40 images");

    Path sheet = folder.resolve("sheet.png");
    save(robot, "sheet", sheet);
    await("the sheet", 10, () -> Files.exists(sheet));
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).as("three in a row").isGreaterThan(3 * 32);
    Path parent = Files.createDirectory(folder.resolve("chosen"));
    save(robot, "folder", parent);
    await("six images", 10, () -> count(parent) == 6);
  }

  private static long count(Path parent) throws Exception {
    try (var files = Files.walk(parent)) {
      return files.filter(file -> file.toString().endsWith(".png")).count();
    }
  }

  @Test
  void aClassSwitchedOffIsGone(WindowRobot robot) throws Exception {
    open(space);
    int before = colored(0);
    robot.clickOn(robot.lookup("#map-legend .list-cell").nth(0).<javafx.scene.Node>query());
    await("class 0 off", 5, () -> view.model().hidden().contains(0));
    robot.moveTo(screen(10));
    awaitDrawn();
    assertThat(onWindowThread(() -> view.model().hoveredProperty().get()))
        .as("an even number, of class 0")
        .isEqualTo(MapModel.NONE);
    assertThat(before).isGreaterThan(100);
    assertThat(colored(0)).as("its pixels").isZero();
    assertThat(colored(1)).isGreaterThan(100);

    robot.clickOn(pane).type(KeyCode.L);
    lasso(robot, 0, 39);
    await("odd ones only", 5, () -> view.model().selectionProperty().get().length == COUNT / 2);
    assertThat(Arrays.stream(selection())).allMatch(image -> image % 2 == 1);
    onWindowThread(
        () -> {
          ComboBox<?> colors = look(robot, "#map-colors", ComboBox.class);
          colors.getSelectionModel().selectLast();
          return null;
        });
    await("one color", 5, () -> view.model().coloringProperty().get().title().equals("Nothing"));
    assertThat(onWindowThread(() -> view.model().hidden())).isEmpty();
  }

  /** How many pixels of the map have about the color of a class. */
  private int colored(int label) throws Exception {
    awaitDrawn();
    return onWindowThread(
        () -> {
          var image = pane.snapshot(null, null);
          var color = kindred.gui.picture.ClassColors.of(label);
          int found = 0;
          for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
              var pixel = image.getPixelReader().getColor(x, y);
              boolean close = Math.abs(pixel.getHue() - color.getHue()) < 8;
              found += close && pixel.getSaturation() > 0.4 ? 1 : 0;
            }
          }
          return found;
        });
  }

  @Test
  void keysAndWheelMoveTheMapAndSmallImagesStandInForDots(WindowRobot robot) throws Exception {
    open(space);
    Camera whole = onWindowThread(() -> pane.cameraProperty().get());
    Point2D there = screen(19);
    robot.moveTo(there);
    onWindowThread(
        () -> {
          turnWheel(pane.screenToLocal(there), 4);
          return null;
        });
    await("closer", 5, () -> pane.cameraProperty().get().scale() > 1.5 * whole.scale());
    assertThat(screen(19).distance(there)).as("under the mouse").isLessThan(1.5);
    awaitDrawn();
    assertThat(onWindowThread(() -> pane.placeOf(19).side())).as("an image").isGreaterThan(20);
    robot.clickOn(pane).type(KeyCode.RIGHT);
    await(
        "to the left", 5, () -> pane.localToScreen(pane.placeOf(19).x(), 0).getX() < there.getX());
    robot.drag(there, MouseButton.PRIMARY).moveBy(-40, 30).drop();
    robot.type(KeyCode.F);
    await("all of it", 5, () -> pane.cameraProperty().get().equals(whole));
  }

  /** A headless robot has no wheel. */
  private void turnWheel(Point2D at, int notches) {
    Point2D inScene = pane.localToScene(at);
    pane.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            inScene.getX(),
            inScene.getY(),
            0,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            40 * notches,
            0,
            40 * notches,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  @Test
  void neighborsOfALatentSpaceAreThoseOfItsVectors(WindowRobot robot) throws Exception {
    open(space);
    robot.clickOn(screen(9));
    await("neighbors", 10, () -> !view.model().nearProperty().get().isEmpty());
    List<Near> found = onWindowThread(() -> view.model().nearProperty().get());
    assertThat(found).hasSize(12);
    assertThat(found.subList(0, 2).stream().map(Near::image)).containsExactlyInAnyOrder(1, 17);
    assertThat(found.get(0).distance()).isEqualTo(1.5f);
    assertThat(found.subList(2, 4).stream().map(Near::image)).containsExactlyInAnyOrder(8, 10);
    assertThat(found.get(4).distance()).as("one step each way").isEqualTo(2.5f);
  }
}
