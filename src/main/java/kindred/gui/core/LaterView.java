package kindred.gui.core;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A view that is made when it is first brought to the front, so that opening its panel does not
 * wait for what lies behind other views. For the application thread.
 */
public final class LaterView<V extends ResultView> implements ResultView {
  private final String title;
  private final Supplier<V> maker;
  private V made;
  private Runnable bringToFront;

  /**
   * @param title of the view that will be made
   * @param maker makes it
   */
  public LaterView(String title, Supplier<V> maker) {
    this.title = title;
    this.maker = maker;
  }

  /** The view, which is made now if it was not yet. */
  public V made() {
    if (made == null) {
      made = maker.get();
      if (!made.title().equals(title)) {
        throw new IllegalStateException(made.title() + " was announced as " + title);
      }
      if (bringToFront != null) {
        made.onWanted(bringToFront);
      }
    }
    return made;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Node view() {
    return made().view();
  }

  @Override
  public void show(RunRow run) {
    made().show(run);
  }

  @Override
  public void onWanted(Runnable toFront) {
    bringToFront = toFront;
    if (made != null) {
      made.onWanted(toFront);
    }
  }

  @Override
  public void inFront() {
    made().inFront();
  }
}
