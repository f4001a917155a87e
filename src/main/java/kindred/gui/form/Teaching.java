package kindred.gui.form;

import javafx.scene.Node;
import kindred.experiment.Stage;
import kindred.gui.core.EmptyState;

/** What a panel says while there is no run to show. */
@FunctionalInterface
public interface Teaching {
  /**
   * One picture, one sentence, one button.
   *
   * @param icon its name in the Feather pack
   */
  record Lesson(String icon, String sentence, String verb, Runnable action) {
    Node view() {
      return new EmptyState(icon, sentence, verb, action);
    }
  }

  /**
   * The lesson for the moment.
   *
   * @param ready what the form would launch, or null
   * @param launch launches it
   */
  Lesson lesson(Stage ready, Runnable launch);
}
