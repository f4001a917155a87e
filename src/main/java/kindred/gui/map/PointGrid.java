package kindred.gui.map;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The points of a map, in squares: those near a place are found without looking at all, and those
 * that are drawn together lie together in memory. A point is named by its place in this order.
 * Immutable; for any thread.
 */
final class PointGrid {
  /** Stands for no point, and for the place of an image that has none. */
  static final int NONE = -1;

  private static final int PER_CELL = 4;
  private static final int MOST_ACROSS = 2048;

  private final Extent extent;
  private final Extent most;
  private final double cell;
  private final int columns;
  private final int rows;
  private final int[] starts;
  private final float[] xs;
  private final float[] ys;
  private final int[] images;
  private final int[] places;
  private final double usual;
  private final double crowded;

  private PointGrid(float[] xy, int[] numbers) {
    extent = Extent.of(xy);
    int count = anywhere(xy);
    double area = Math.max(extent.width(), 1e-30) * Math.max(extent.height(), 1e-30);
    double longer = Math.max(extent.width(), extent.height());
    double wanted = Math.sqrt(area * PER_CELL / Math.max(1, count));
    cell = longer > 0 ? Math.max(wanted, longer / MOST_ACROSS) : 1;
    columns = (int) (extent.width() / cell) + 1;
    rows = (int) (extent.height() / cell) + 1;
    int[] cells = new int[xy.length / 2];
    starts = new int[columns * rows + 1];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Extent.isAnywhere(xy, i) ? cellOf(xy[2 * i], xy[2 * i + 1]) : NONE;
      if (cells[i] != NONE) {
        starts[cells[i] + 1]++;
      }
    }
    int[] sizes = Arrays.copyOfRange(starts, 1, starts.length);
    Arrays.parallelPrefix(starts, Integer::sum);
    xs = new float[count];
    ys = new float[count];
    images = new int[count];
    place(xy, numbers, cells);
    most = Extent.ofMost(xs, ys);
    places = new int[Arrays.stream(numbers).max().orElse(NONE) + 1];
    Arrays.fill(places, NONE);
    for (int i = 0; i < count; i++) {
      places[images[i]] = i;
    }
    Arrays.sort(sizes);
    usual = quantile(sizes, 0.5);
    crowded = quantile(sizes, 0.98);
  }

  /**
   * Sorts points into squares.
   *
   * @param xy x and y of each point; one that is not a number is nowhere
   * @param images the image of each, no two the same
   */
  static PointGrid of(float[] xy, int[] images) {
    return new PointGrid(xy, images);
  }

  private static int anywhere(float[] xy) {
    int count = 0;
    for (int i = 0; i < xy.length / 2; i++) {
      count += Extent.isAnywhere(xy, i) ? 1 : 0;
    }
    return count;
  }

  private int cellOf(double x, double y) {
    return row(y) * columns + column(x);
  }

  private void place(float[] xy, int[] numbers, int[] cells) {
    int[] next = starts.clone();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != NONE) {
        int to = next[cells[i]]++;
        xs[to] = xy[2 * i];
        ys[to] = xy[2 * i + 1];
        images[to] = numbers[i];
      }
    }
  }

  /** Points in a square such that a share of all points lies in emptier ones. */
  private double quantile(int[] sizes, double share) {
    long seen = 0;
    for (int size : sizes) {
      seen += size;
      if (seen >= share * count() && seen > 0) {
        return size;
      }
    }
    return 1;
  }

  int count() {
    return xs.length;
  }

  Extent extent() {
    return extent;
  }

  /** Where the points are, but for a few that lie far outside. */
  Extent most() {
    return most;
  }

  float x(int point) {
    return xs[point];
  }

  float y(int point) {
    return ys[point];
  }

  int image(int point) {
    return images[point];
  }

  /** The point of an image, or {@link #NONE}. */
  int pointOf(int image) {
    return image >= 0 && image < places.length ? places[image] : NONE;
  }

  /** How many points lie on a unit of area where most points lie. */
  double usualDensity() {
    return usual / (cell * cell);
  }

  /** The same where it is crowded. */
  double crowdedDensity() {
    return crowded / (cell * cell);
  }

  int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floor((y - extent.bottom()) / cell)));
  }

  int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor((x - extent.left()) / cell)));
  }

  /** The first point of a row of squares from some column on. */
  int first(int row, int column) {
    return starts[row * columns + column];
  }

  /** The one after the last point of a row of squares up to some column. */
  int end(int row, int column) {
    return starts[row * columns + column + 1];
  }

  /** How many points lie in the squares that a rectangle touches. */
  int countIn(double left, double bottom, double right, double top) {
    if (right < extent.left() || left > extent.right()) {
      return 0;
    }
    if (top < extent.bottom() || bottom > extent.top()) {
      return 0;
    }
    int sum = 0;
    for (int row = row(bottom); row <= row(top); row++) {
      sum += end(row, column(right)) - first(row, column(left));
    }
    return sum;
  }

  /** The point nearest to a place, not farther than a radius; or {@link #NONE}. */
  int nearest(double x, double y, double radius, IntPredicate accepted) {
    int found = NONE;
    double least = radius * radius;
    for (int row = row(y - radius); row <= row(y + radius); row++) {
      int end = end(row, column(x + radius));
      for (int i = first(row, column(x - radius)); i < end; i++) {
        double square = (xs[i] - x) * (xs[i] - x) + (ys[i] - y) * (ys[i] - y);
        if (square <= least && accepted.test(i)) {
          least = square;
          found = i;
        }
      }
    }
    return found;
  }

  /** The points inside of a closed line, in order. */
  int[] inside(Outline outline, IntPredicate accepted) {
    Extent around = outline.extent();
    int[] found = new int[64];
    int size = 0;
    for (int row = row(around.bottom()); row <= row(around.top()); row++) {
      int end = end(row, column(around.right()));
      for (int i = first(row, column(around.left())); i < end; i++) {
        if (outline.contains(xs[i], ys[i]) && accepted.test(i)) {
          if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
          }
          found[size++] = i;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }
}
