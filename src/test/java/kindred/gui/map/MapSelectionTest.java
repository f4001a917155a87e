package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import kindred.experiment.MapPlan.Method;
import kindred.gui.WindowRobot;
import kindred.gui.results.PictureGrid;
import kindred.projection.ImageMap;
import kindred.run.Maps;
import org.junit.jupiter.api.Test;

/** What is pointed at, opened, drawn around, marked and saved on a map. */
class MapSelectionTest extends MapCase {
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
    var drawing = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    assertThat(drawing.getElementsByTagName("image").getLength()).as("thumbnails").isEqualTo(1);
    assertThat(drawing.getDocumentElement().getTextContent())
        .contains("class 0", "class 1", "PCA of 40 images");

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
}
