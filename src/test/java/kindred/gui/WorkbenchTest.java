package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import kindred.gui.core.Place;
import org.junit.jupiter.api.Test;

class WorkbenchTest extends WindowCase {
  private Place place() throws Exception {
    return onWindowThread(() -> workbench.shell().place());
  }

  @Test
  void everyPlaceOfTheRailOpens(WindowRobot robot) throws Exception {
    for (Place place : Place.values()) {
      robot.clickOn("#rail-" + place.name().toLowerCase(Locale.ROOT));
      assertThat(place()).isEqualTo(place);
    }
  }

  @Test
  void keysGoToPlacesByTheirNumber(WindowRobot robot) throws Exception {
    robot.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    assertThat(place()).isEqualTo(Place.NEIGHBORS);
  }

  @Test
  void paletteFindsByAnyWordsOfAName(WindowRobot robot) throws Exception {
    robot.chord(KeyCode.CONTROL, KeyCode.K);
    robot.write("studies go").type(KeyCode.ENTER);
    assertThat(place()).isEqualTo(Place.STUDIES);
  }

  @Test
  void themeIsChosenByKeysAndRemembered(WindowRobot robot) throws Exception {
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
  void firstStartOffersTheSampleExperimentAndTheTour(WindowRobot robot) throws Exception {
    await("the sample images", 10, () -> workbench.session().board().datasets().size() == 1);
    await("the greeting", 5, () -> robot.visible("#welcome"));

    robot.clickOn("#take-tour");
    for (int stop = 1; stop <= 8; stop++) {
      String step = stop + " of 8";
      await("stop " + step, 5, () -> robot.text("#tour-step").equals(step));
      Node next = robot.lookup("#tour-next").query();
      await("the focus on the way on", 5, () -> next.getScene().getFocusOwner() == next);
      robot.clickOn("#tour-next");
    }
    await("the end of the tour", 5, () -> robot.lookup("#tour-next").tryQuery().isEmpty());

    robot.clickOn("#run-sample");
    await("nine runs", 10, () -> workbench.session().board().runs().size() == 9);
    assertThat(place()).isEqualTo(Place.RUNS);
    await("no greeting any more", 5, () -> !robot.visible("#welcome"));
  }

  @Test
  void windowOpensAsLargeAsItWas() throws Exception {
    for (double shorter : new double[] {10, 0}) {
      onWindowThread(
          () -> {
            stage().setMaximized(false);
            stage().setWidth(1100 - shorter);
            stage().setHeight(720 - shorter);
            return null;
          });
      closeWorkbench();
      openWorkbench();
      assertThat(onWindowThread(() -> List.of(stage().getWidth(), stage().getHeight())))
          .isEqualTo(List.of(1100 - shorter, 720 - shorter));
    }
  }

  @Test
  void theLowestWindowCutsNeitherHeaderNorBarNorTheImport(WindowRobot robot) throws Exception {
    await("the greeting", 10, () -> robot.visible("#welcome"));
    onWindowThread(
        () -> {
          stage().setWidth(stage().getMinWidth());
          stage().setHeight(stage().getMinHeight());
          return null;
        });
    await("a low window", 5, () -> stage().getScene().getHeight() <= 680);
    await("a form that fits", 5, () -> within("#import") && within(".title-text"));
    assertThat(onWindowThread(() -> within(".executor-bar"))).isTrue();
  }

  /** Whether all of a node is inside the window, and the bar does not lie on it. */
  private static boolean within(String query) {
    Parent root = stage().getScene().getRoot();
    Bounds bounds = root.lookup(query).localToScene(root.lookup(query).getLayoutBounds());
    double bottom =
        query.equals(".executor-bar")
            ? stage().getScene().getHeight()
            : root.lookup(".executor-bar").localToScene(0, 0).getY();
    return bounds.getMinY() >= 0 && bounds.getMaxY() <= bottom;
  }

  @Test
  void anotherWorkspaceIsOneChoiceAway(WindowRobot robot) throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    choosers.choose(other);
    robot.chord(KeyCode.CONTROL, KeyCode.K);
    robot.write("another workspace").type(KeyCode.ENTER);
    await("the switch", 5, () -> switchedTo.equals(List.of(other)));
  }
}
