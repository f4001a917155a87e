package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import kindred.gui.core.Place;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class WorkbenchTest extends WindowCase {
  @Test
  void everyPlaceOfTheRailOpens(FxRobot robot) throws Exception {
    for (Place place : Place.values()) {
      robot.clickOn("#rail-" + place.name().toLowerCase(java.util.Locale.ROOT));
      assertThat(onWindowThread(() -> workbench.shell().place())).isEqualTo(place);
    }
  }

  @Test
  void sampleImagesAreThereAtTheFirstStart() throws Exception {
    await("a data set", 10, () -> workbench.session().board().datasets().size() == 1);
  }
}
