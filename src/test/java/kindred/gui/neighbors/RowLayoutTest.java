package kindred.gui.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowLayoutTest {
  @ParameterizedTest
  @CsvSource({"700,64,10", "1340,64,10", "300,32,20", "900,256,20", "60,64,3"})
  void everyNeighborHasAPlaceWithinTheWidth(double width, double side, int most) {
    RowLayout layout = RowLayout.fitting(width, side, true, most, most);
    assertThat(layout.slots()).isBetween(most, most + layout.columns() - 1);
    assertThat(layout.otherSlots()).isEqualTo(layout.slots());
    if (layout.columns() > 1) {
      assertThat(layout.x(layout.columns() - 1) + layout.slotWidth()).isLessThanOrEqualTo(width);
    }
    int last = layout.otherSlots() - 1;
    assertThat(layout.otherY(0)).isGreaterThanOrEqualTo(layout.y(most - 1) + layout.slotHeight());
    assertThat(layout.otherY(last) + layout.slotHeight()).isLessThanOrEqualTo(layout.rowHeight());
  }

  @Test
  void namesAndAnotherRunTakeRoomOnlyIfTheyAreThere() {
    RowLayout plain = RowLayout.fitting(700, 64, false, 5, 0);
    assertThat(plain.otherSlots()).isZero();
    assertThat(RowLayout.fitting(700, 64, true, 5, 0).rowHeight())
        .isEqualTo(plain.rowHeight() + RowLayout.LINE);
    assertThat(RowLayout.fitting(700, 64, false, 5, 5).rowHeight())
        .isGreaterThan(2 * plain.slotHeight());
  }
}
