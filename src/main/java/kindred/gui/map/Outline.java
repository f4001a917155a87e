package kindred.gui.map;

import java.util.Arrays;

/** A line drawn around points, closed from its end to its beginning. */
final class Outline {
  private float[] corners = new float[64];
  private int size;

  /** Draws on to a place of the map. */
  void add(double x, double y) {
    if (size + 2 > corners.length) {
      corners = Arrays.copyOf(corners, 2 * corners.length);
    }
    corners[size++] = (float) x;
    corners[size++] = (float) y;
  }

  /** How many corners it has. */
  int corners() {
    return size / 2;
  }

  Extent extent() {
    return Extent.of(Arrays.copyOf(corners, size));
  }

  /** Whether a place is inside: a ray from it crosses the line an odd number of times. */
  boolean contains(double x, double y) {
    boolean inside = false;
    for (int i = 0, j = size - 2; i < size; j = i, i += 2) {
      if (corners[i + 1] > y != corners[j + 1] > y
          && x
              < corners[i]
                  + (y - corners[i + 1])
                      / (corners[j + 1] - corners[i + 1])
                      * (corners[j] - corners[i])) {
        inside = !inside;
      }
    }
    return inside;
  }
}
