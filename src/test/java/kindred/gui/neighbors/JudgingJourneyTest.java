package kindred.gui.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import kindred.gui.WindowRobot;
import org.junit.jupiter.api.Test;

/** Pairs are judged one after another, by keyboard, and their share is estimated. */
class JudgingJourneyTest extends PairsCase {
  /** The two images that are to be judged. */
  private static int[] images(WindowRobot robot) {
    Matcher numbers =
        Pattern.compile("(?:Image|neighbor,) (\\d+)").matcher(text(robot, "#judge-facts"));
    return numbers.results().mapToInt(found -> Integer.parseInt(found.group(1))).toArray();
  }

  /** Answers by the labels, which take turns; returns how many were of one class. */
  private static int judge(WindowRobot robot, int count) throws Exception {
    int same = 0;
    for (int i = 0; i < count; i++) {
      int[] pair = onWindowThread(() -> images(robot));
      boolean agree = (pair[0] - pair[1]) % 2 == 0;
      same += agree ? 1 : 0;
      robot.type(agree ? KeyCode.S : KeyCode.D);
    }
    return same;
  }

  @Test
  void thirtyPairsAreJudgedByKeyboardAndGiveAnEstimate(WindowRobot robot) throws Exception {
    awaitText(robot, "#pairs-count", text -> text.equals(TRAINED * K + " pairs"));
    openTab(robot, "Judge");
    awaitText(robot, "#judge-facts", text -> text.startsWith("Image "));
    assertThat(text(robot, "#judge-facts")).as("no class is told").doesNotContain("class");

    int same = judge(robot, 30);
    awaitText(robot, "#judge-progress", text -> text.startsWith("30 judged, estimated precision "));
    String estimate = text(robot, "#judge-progress");
    // Mutual pairs count twice, so that it is not quite the share of the verdicts.
    assertThat(percent(estimate)).isBetween(100 * same / 30 - 12, 100 * same / 30 + 12);

    int[] last = onWindowThread(() -> images(robot));
    robot.type(KeyCode.Z).type(KeyCode.Z).type(KeyCode.Z);
    awaitText(robot, "#judge-progress", text -> text.startsWith("27 judged"));
    assertThat(onWindowThread(() -> images(robot)))
        .as("back at an earlier pair")
        .isNotEqualTo(last);
    judge(robot, 3);
    awaitText(robot, "#judge-progress", text -> text.equals(estimate));
    assertThat(onWindowThread(() -> images(robot))).as("and on again").isEqualTo(last);
    await("30 + 3 + 3 lines in the file", 10, () -> verdictLines().size() == 36);

    robot.type(KeyCode.SPACE);
    awaitText(robot, "#judge-progress", text -> text.startsWith("30 judged"));
    assertThat(onWindowThread(() -> images(robot))).as("skipped").isNotEqualTo(last);
    openTab(robot, "Numbers");
    await(
        "the estimate among the numbers",
        10,
        () -> isSaid(robot, percent(estimate) + " %") && isSaid(robot, "same kind by verdicts, "));
  }

  private static boolean isSaid(WindowRobot robot, String words) {
    return robot.lookup((Node node) -> says(node, words)).tryQuery().isPresent();
  }

  private static int percent(String estimate) {
    Matcher number = Pattern.compile("precision (\\d+) % \\(\\d+–\\d+ %\\)").matcher(estimate);
    assertThat(number.find()).as(estimate).isTrue();
    return Integer.parseInt(number.group(1));
  }

  private static boolean says(Node node, String words) {
    return node instanceof Label label
        && label.getText() != null
        && label.getText().startsWith(words);
  }
}
