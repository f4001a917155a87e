package kindred.gui.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WayTest {
  private static final float[] EAST = {2, 0};
  private static final float[] NORTH = {0, 2};

  @Test
  void straightWayGoesThroughTheMiddle() {
    assertThat(Way.LINEAR.between(EAST, NORTH, 0.25)).containsExactly(1.5f, 0.5f);
  }

  @Test
  void sphericalWayKeepsTheLength() {
    float half = (float) Math.sqrt(2);
    assertThat(Way.SPHERICAL.between(EAST, NORTH, 0.5))
        .containsExactly(new float[] {half, half}, within(1e-6f));
    float[] third = Way.SPHERICAL.between(EAST, NORTH, 1 / 3.0);
    assertThat(third)
        .containsExactly(new float[] {(float) Math.sqrt(3), 1}, within(1e-6f)); // 30 degrees
  }

  @Test
  void bothEndsAreThemselvesAndVectorsOfOneDirectionHaveNoAngle() {
    for (Way way : Way.values()) {
      assertThat(way.between(EAST, NORTH, 0)).containsExactly(EAST, within(1e-6f));
      assertThat(way.between(EAST, NORTH, 1)).containsExactly(NORTH, within(1e-6f));
      assertThat(way.between(EAST, new float[] {4, 0}, 0.5)).containsExactly(3f, 0f);
    }
  }
}
