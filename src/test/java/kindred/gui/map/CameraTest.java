package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CameraTest {
  private static final Extent MAP = new Extent(-2, 10, 6, 14);

  @Test
  void showsAllOfTheMapInTheMiddle() {
    Camera camera = Camera.fit(MAP, 848, 448);
    assertThat(camera.scale()).as("800 pixels for 8 units").isEqualTo(100);
    assertThat(camera.viewX(-2, 848)).isEqualTo(24);
    assertThat(camera.viewX(6, 848)).isEqualTo(824);
    assertThat(camera.viewY(14, 448)).as("the map's top is up").isEqualTo(24);
    assertThat(camera.viewY(10, 448)).isEqualTo(424);
  }

  @Test
  void aZoomLeavesThePlaceUnderTheMouse() {
    Camera camera = Camera.fit(MAP, 848, 448);
    double x = camera.mapX(200, 848);
    double y = camera.mapY(100, 448);
    Camera closer = camera.zoomed(3, 200, 100, 848, 448);
    assertThat(closer.scale()).isEqualTo(300);
    assertThat(closer.mapX(200, 848)).isCloseTo(x, within(1e-9));
    assertThat(closer.mapY(100, 448)).isCloseTo(y, within(1e-9));
    assertThat(closer.mapX(210, 848)).isCloseTo(x + 10 / 300.0, within(1e-9));
  }

  @Test
  void aMoveTakesTheMapAlong() {
    Camera camera = Camera.fit(MAP, 848, 448);
    Camera moved = camera.moved(30, -20);
    assertThat(moved.viewX(1, 848)).isCloseTo(camera.viewX(1, 848) + 30, within(1e-9));
    assertThat(moved.viewY(11, 448)).isCloseTo(camera.viewY(11, 448) - 20, within(1e-9));
  }

  @Test
  void theMapIsNeverLost() {
    Camera far = new Camera(1000, -1000, 1e-9).within(MAP, 848, 448);
    assertThat(far.x()).isEqualTo(6);
    assertThat(far.y()).isEqualTo(10);
    assertThat(far.scale()).isEqualTo(25);
    Camera point = Camera.fit(new Extent(3, 3, 3, 3), 848, 448);
    assertThat(point.viewX(3, 848)).isEqualTo(424);
    assertThat(point.scale()).isFinite();
  }
}
