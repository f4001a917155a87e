package kindred.gui.core;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Long work on the application thread, done a piece at a time: between two pieces the window is
 * laid out and drawn, and whoever else waits for the thread has his turn. For that thread only.
 */
public final class Turns {
  private static final Object KEY = Turns.class;

  private final Scene scene;
  private final Queue<Runnable> pieces = new ArrayDeque<>();
  private Node styled; // and not in its place yet

  private Turns(Scene scene) {
    this.scene = scene;
  }

  /** Those of a scene. */
  public static Turns of(Scene scene) {
    return (Turns) scene.getProperties().computeIfAbsent(KEY, key -> new Turns(scene));
  }

  /** Does something in a turn of its own, after what was asked for before. */
  public void add(Runnable piece) {
    pieces.add(piece);
    if (pieces.size() == 1) {
      afterPulse();
    }
  }

  /** A pulse may take as long as a piece, so that one who asks has his turn between them too. */
  private void afterPulse() {
    if (scene.getWindow() != null && scene.getWindow().isShowing()) {
      Pulses.next(scene, () -> Platform.runLater(this::step));
    } else {
      Platform.runLater(this::step);
    }
  }

  private void step() {
    try {
      if (styled != null) {
        styled.setManaged(true);
        styled = null;
      }
      pieces.element().run();
    } finally {
      pieces.remove();
      if (pieces.isEmpty() && styled != null) {
        pieces.add(() -> {});
      }
      if (!pieces.isEmpty()) {
        afterPulse();
      }
    }
  }

  /**
   * Brings something into this scene: it gets its styles in one turn, unmanaged, and its place with
   * the layout after the beginning of the next.
   *
   * @param put makes it a child of something in this scene
   */
  public void bring(Node node, Runnable put) {
    add(
        () -> {
          node.setManaged(false);
          put.run();
          node.applyCss();
          styled = node;
        });
  }

  /**
   * Keeps a part of something out of it until that has come into a scene, and then {@link #bring
   * brings it in}.
   *
   * @param put makes the part a child of the whole
   */
  public static void later(Node whole, Node part, Runnable put) {
    whole
        .sceneProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Scene> property, Scene before, Scene now) {
                if (now != null) {
                  property.removeListener(this);
                  of(now).bring(part, put);
                }
              }
            });
  }
}
