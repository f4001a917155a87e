package kindred.gui.results;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import kindred.gui.core.EmptyState;

/** The place of something that may not be there yet; then a sentence stands in for it. */
public final class Sight extends StackPane {
  private final Supplier<Node> content;
  private final String icon;
  private Node built;
  private String said;

  /**
   * @param content is there already
   * @param icon of the empty state, its name in the Feather pack
   * @param sentence what will be here and how to come by it, until something else is said
   */
  public Sight(Node content, String icon, String sentence) {
    this(() -> content, icon, sentence);
  }

  /**
   * @param content builds it, once, when it is to be seen first
   * @param icon of the empty state
   * @param sentence what will be here and how to come by it, until something else is said
   */
  Sight(Supplier<Node> content, String icon, String sentence) {
    this.content = content;
    this.icon = icon;
    getStyleClass().add("results");
    say(sentence);
  }

  /** Shows the content. */
  public void reveal() {
    if (said != null) {
      said = null;
      built = built == null ? content.get() : built;
      getChildren().setAll(built);
    }
  }

  /** Shows a sentence in its place. */
  public void say(String sentence) {
    if (!sentence.equals(said)) {
      said = sentence;
      getChildren().setAll(new EmptyState(icon, sentence, null, () -> {}));
    }
  }
}
