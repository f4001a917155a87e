package kindred.gui.map;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import kindred.gui.core.Background;
import kindred.gui.core.Gestures;

/**
 * A map of very many points that a benchmark drags about and points at, as a mouse would. For the
 * application thread.
 */
public final class MapBenchmark {
  private static final int CLASSES = 10;
  private static final int STEP = 7;

  private final MapModel model = new MapModel();
  private final MapPane pane;
  private final Random random = new Random(1);
  private int dragged;

  /**
   * Makes it, of ten heaps of points in as many colors.
   *
   * @param points how many
   */
  public MapBenchmark(Background background, int points, boolean dark) {
    pane = new MapPane(model, background, image -> {}, image -> {});
    pane.setPrefSize(Region.USE_COMPUTED_SIZE, Region.USE_COMPUTED_SIZE);
    model.darkProperty().set(dark);
    float[] xy = new float[2 * points];
    for (int i = 0; i < points; i++) {
      double angle = i % CLASSES * 2 * Math.PI / CLASSES;
      xy[2 * i] = (float) (5 * Math.cos(angle) + random.nextGaussian());
      xy[2 * i + 1] = (float) (5 * Math.sin(angle) + random.nextGaussian());
    }
    int[] images = IntStream.range(0, points).toArray();
    List<String> names = IntStream.range(0, CLASSES).mapToObj(i -> "class " + i).toList();
    int[] labels = IntStream.range(0, points).map(i -> i % CLASSES).toArray();
    model.show(PointGrid.of(xy, images), Coloring.byName("Class", "", names, labels, images));
  }

  public Region view() {
    return pane;
  }

  /** Shows the whole map. */
  public void fit() {
    pane.fit();
  }

  /** How many pictures of all points were drawn so far. */
  public long pictures() {
    return pane.pictures();
  }

  /** Moves the mouse on with its button down; far out, it turns. */
  public void drag() {
    if (dragged == 0) {
      fire(MouseEvent.MOUSE_PRESSED, true, at(0), at(0));
    }
    dragged++;
    fire(MouseEvent.MOUSE_DRAGGED, true, at(dragged), at(dragged / 2));
  }

  /** From a place of the view to another and back. */
  private double at(int step) {
    int period = 80;
    int phase = step % period;
    return 200 + STEP * (phase < period / 2 ? phase : period - phase);
  }

  /** Lets the button go. */
  public void drop() {
    fire(MouseEvent.MOUSE_RELEASED, false, at(dragged), at(dragged / 2));
    dragged = 0;
  }

  /**
   * Moves the mouse to some point.
   *
   * @return whether there is a ring around it
   */
  public boolean point() {
    int image = random.nextInt(model.gridProperty().get().count());
    MapMarks.Spot spot = pane.placeOf(image);
    fire(MouseEvent.MOUSE_MOVED, false, spot.x(), spot.y());
    return pane.lookup("#map-ring").isVisible();
  }

  private void fire(EventType<MouseEvent> type, boolean down, double x, double y) {
    Gestures.mouse(pane, type, x, y, down);
  }
}
