package kindred.gui.neighbors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import kindred.gui.WindowRobot;
import org.junit.jupiter.api.Test;

/** What stands beside the pictures is about them, whatever was changed at the same time. */
class RowsTellTruthTest extends PairsCase {
  private static boolean inSight(Node node) {
    for (Node around = node; around != null; around = around.getParent()) {
      if (!around.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static String painted(Label label) {
    return label.lookup(".text") instanceof Text text ? text.getText() : "";
  }

  @Test
  void onlyWhatWasJudgedIsFramedAndClassesAreSaidInWords(WindowRobot robot) throws Exception {
    awaitText(robot, "#pairs-count", text -> text.equals(TRAINED * K + " pairs"));
    await("rows", 10, () -> robot.lookup(".pair-slot").tryQuery().isPresent());
    assertThat(onWindowThread(() -> captions(robot))).allMatch(text -> text.matches("[=≠] .*"));
    assertThat(onWindowThread(() -> framed(robot))).isEmpty();

    robot.clickOn(robot.lookup(".pair-slot").match(Node::isVisible).<Node>query());
    robot.clickOn("#pairs-judged-different");
    // a mutual pair is seen twice
    await("its frame", 5, () -> framed(robot).size() == 1 || framed(robot).size() == 2);
  }

  private static List<String> captions(WindowRobot robot) {
    return robot.lookup(".pair-slot").queryAll().stream()
        .filter(RowsTellTruthTest::inSight)
        .flatMap(slot -> slot.lookupAll(".pair-words").stream())
        .map(words -> ((Label) words).getText())
        .filter(text -> text.contains("0."))
        .toList();
  }

  private static List<Node> framed(WindowRobot robot) {
    return robot.lookup(".pair-edge").queryAll().stream()
        .filter(RowsTellTruthTest::inSight)
        .filter(edge -> edge.getPseudoClassStates().toString().contains("judged"))
        .toList();
  }

  @Test
  void wordsAreOfTheRowsThatAreShown(WindowRobot robot) throws Exception {
    awaitText(robot, "#pairs-count", text -> text.equals(TRAINED * K + " pairs"));
    await("rows", 10, () -> robot.lookup(".pair-slot").tryQuery().isPresent());
    for (PairOrder order : List.of(PairOrder.FARTHEST, PairOrder.HUBS, PairOrder.IMAGE)) {
      onWindowThread(
          () -> {
            robot.lookup("#pairs-names").queryAs(ToggleButton.class).fire();
            @SuppressWarnings("unchecked")
            ComboBox<PairOrder> orders = robot.lookup("#pairs-order").queryAs(ComboBox.class);
            orders.setValue(order);
            return null;
          });
      Thread.sleep(1500);
      List<String> stale =
          onWindowThread(
              () ->
                  robot.lookup("#pair-rows").query().lookupAll(".pair-words").stream()
                      .filter(RowsTellTruthTest::inSight)
                      .map(Label.class::cast)
                      .filter(label -> !label.getText().equals(painted(label)))
                      .map(label -> painted(label) + " instead of " + label.getText())
                      .collect(Collectors.toList()));
      assertThat(stale).as("painted words, " + order).isEmpty();
    }
  }
}
