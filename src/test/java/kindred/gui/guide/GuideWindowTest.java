package kindred.gui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.Place;
import org.junit.jupiter.api.Test;

class GuideWindowTest extends WindowCase {
  @Test
  void opensWhereOneIsAndFindsByTyping(WindowRobot robot) throws Exception {
    onWindowThread(
        () -> {
          workbench.shell().open(Place.NEIGHBORS);
          return null;
        });
    robot.type(KeyCode.F1);
    await("the section of the place", 10, () -> robot.text("#guide-title").equals("Neighbors"));

    robot.fill("#guide-query", "sprite wilson");
    await("nothing", 5, () -> robot.visible("#guide-contents .placeholder"));
    robot.fill("#guide-query", "wilson");
    await("the only section with it", 5, () -> robot.text("#guide-title").equals("Judging pairs"));
    Set<Text> marked = robot.lookup("#guide-page .guide-found").queryAll();
    assertThat(onWindowThread(() -> marked.stream().map(Text::getText).toList()))
        .containsExactly("Wilson");

    robot.type(KeyCode.ESCAPE);
    await("the guide is closed", 5, () -> !robot.visible("#guide-title"));
    assertThat(onWindowThread(() -> stage().isShowing())).isTrue();
  }
}
