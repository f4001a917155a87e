package kindred.gui.results;

import javafx.scene.Node;
import kindred.gui.core.ResultView;

/**
 * A view with a {@link Sight}: something to see, or a sentence in its place. For the application
 * thread.
 */
public abstract class SightView implements ResultView {
  /** What is seen; says its sentence until it is revealed. */
  protected final Sight sight;

  private final String title;
  private Runnable bringToFront = () -> {};

  /**
   * @param title a word or two for its tab
   * @param icon of the empty state, its name in the Feather pack
   * @param sentence what will be here and how to come by it
   */
  protected SightView(String title, String icon, String sentence) {
    this.title = title;
    this.sight = new Sight(this::content, icon, sentence);
  }

  /** What is seen; asked for once, when there is something to show. */
  protected abstract Node content();

  /** Shows this view to the user, whichever is in front; nothing happens outside of a panel. */
  protected final void bringToFront() {
    bringToFront.run();
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final Node view() {
    return sight;
  }

  @Override
  public final void onWanted(Runnable front) {
    bringToFront = front;
  }
}
