package kindred.gui.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import org.junit.jupiter.api.Test;

/** What the window says under a resting pointer, on a button of a real window. */
class TipsTest extends WindowCase {
  private static final String BUTTON = "#rail-runs";

  private static List<String> shown() throws Exception {
    return onWindowThread(
        () ->
            Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .toList());
  }

  private static void say(Node node, String words) throws Exception {
    onWindowThread(
        () -> {
          Tips.set(node, words);
          return null;
        });
  }

  @Test
  void wordsAreSaidUnderAPointerThatRestsAndAreReplacedWhileTheyAreSeen(WindowRobot robot)
      throws Exception {
    Node button = robot.lookup(BUTTON).query();
    say(button, "first");
    say(button, "second");
    assertThat(shown()).isEmpty();

    robot.moveTo(BUTTON);
    await("the words", 5, () -> shown().equals(List.of("second")));
    say(button, "third");
    assertThat(shown()).containsExactly("third");
    assertThat(onWindowThread(button::getAccessibleHelp)).isEqualTo("third");
  }

  @Test
  void nothingIsSaidOnceThereAreNoWords(WindowRobot robot) throws Exception {
    Node button = robot.lookup(BUTTON).query();
    say(button, "something");
    robot.moveTo(BUTTON);
    await("the words", 5, () -> shown().equals(List.of("something")));
    robot.moveTo("#rail-data");
    say(button, null);
    assertThat(Tips.of(button)).isEmpty();
    assertThat(onWindowThread(button::getAccessibleHelp)).isNull();

    robot.moveTo(BUTTON);
    Thread.sleep(1000); // longer than a pointer has to rest
    assertThat(shown()).doesNotContain("something");
  }
}
