package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import kindred.gui.WindowRobot;
import org.junit.jupiter.api.Test;

/** What is seen of a map: classes, colors, the part of it that is in sight, neighbors. */
class MapViewTest extends MapCase {
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
