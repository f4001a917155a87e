package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import kindred.gui.core.Place;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class WorkbenchTest extends WindowCase {
  private Place place() throws Exception {
    return onWindowThread(() -> workbench.shell().place());
  }

  @Test
  void everyPlaceOfTheRailOpens(FxRobot robot) throws Exception {
    for (Place place : Place.values()) {
      robot.clickOn("#rail-" + place.name().toLowerCase(Locale.ROOT));
      assertThat(place()).isEqualTo(place);
    }
  }

  @Test
  void keysGoToPlacesByTheirNumber(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    assertThat(place()).isEqualTo(Place.NEIGHBORS);
  }

  @Test
  void paletteFindsByAnyWordsOfAName(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    robot.write("studies go").type(KeyCode.ENTER);
    assertThat(place()).isEqualTo(Place.STUDIES);
  }

  @Test
  void themeIsChosenByKeysAndRemembered(FxRobot robot) throws Exception {
    boolean before = onWindowThread(() -> workbench.session().theme().darkProperty().get());
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.L);
    robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
    boolean after = onWindowThread(() -> workbench.session().theme().darkProperty().get());
    assertThat(after).isNotEqualTo(before);

    closeWorkbench();
    openWorkbench();
    assertThat(onWindowThread(() -> workbench.session().theme().darkProperty().get()))
        .isEqualTo(after);
  }

  @Test
  void firstStartOffersTheSampleExperimentAndTheTour(FxRobot robot) throws Exception {
    await("the sample images", 10, () -> workbench.session().board().datasets().size() == 1);
    await(
        "the greeting",
        5,
        () -> robot.lookup("#welcome").tryQuery().filter(Node::isVisible).isPresent());

    robot.clickOn("#take-tour");
    for (int stop = 1; stop <= 8; stop++) {
      String step = stop + " of 8";
      await(
          "stop " + step,
          5,
          () ->
              robot
                  .lookup("#tour-step")
                  .tryQueryAs(Label.class)
                  .filter(label -> label.getText().equals(step))
                  .isPresent());
      robot.clickOn("#tour-next");
    }
    await("the end of the tour", 5, () -> robot.lookup("#tour-next").tryQuery().isEmpty());

    robot.clickOn("#run-sample");
    await("nine runs", 10, () -> workbench.session().board().runs().size() == 9);
    assertThat(place()).isEqualTo(Place.RUNS);
    await(
        "no greeting any more",
        5,
        () -> !robot.lookup("#welcome").tryQuery().filter(Node::isVisible).isPresent());
  }

  @Test
  void anotherWorkspaceIsOneChoiceAway(FxRobot robot) throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    choosers.choose(other);
    robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    robot.write("another workspace").type(KeyCode.ENTER);
    assertThat(switchedTo).containsExactly(other);
  }
}
