package kindred.gui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which images stand on a picture of the map in the place of their dots: as many as there is room
 * for without any two touching. Which ones does not depend on where the picture ends, so that they
 * stay while the map is moved.
 *
 * @param side of each in pixels; 0 if there is no room for any
 * @param tiles in no order
 */
record Mosaic(int side, List<Tile> tiles) {
  private static final int LEAST = 24;
  private static final int MOST = 96;
  private static final int MOST_CANDIDATES = 30_000;
  private static final int GAP = 2;

  /** Below each image in the color of its class. */
  static final int EDGE = 3;

  static final Mosaic NONE = new Mosaic(0, List.of());

  /** An image whose middle is on a pixel. */
  record Tile(int point, int x, int y) {}

  /** Finds room for images. */
  static Mosaic of(Shot shot) {
    if (shot.thumbnails() == null) {
      return NONE;
    }
    int side = shot.thumbnails().side(room(shot));
    return side < LEAST ? NONE : new Mosaic(side, chosen(shot, side));
  }

  /** The usual distance of points in pixels; it changes with the zoom alone. */
  private static double room(Shot shot) {
    return Math.min(MOST, shot.camera().scale() / Math.sqrt(shot.grid().usualDensity()));
  }

  private static List<Tile> chosen(Shot shot, int side) {
    List<Tile> candidates = candidates(shot, side);
    candidates.sort(Comparator.comparingInt(tile -> rank(shot.grid().image(tile.point()))));
    int step = side + EDGE + GAP;
    Map<Long, Tile> taken = new HashMap<>();
    List<Tile> chosen = new ArrayList<>();
    for (Tile tile : candidates) {
      int column = Math.floorDiv(tile.x(), step);
      int row = Math.floorDiv(tile.y(), step);
      if (isFree(taken, tile, column, row, step)) {
        taken.put(key(column, row), tile);
        chosen.add(tile);
      }
    }
    return chosen;
  }

  private static List<Tile> candidates(Shot shot, int side) {
    PointGrid grid = shot.grid();
    Camera camera = shot.camera();
    int beyond = 3 * side;
    List<Tile> candidates = new ArrayList<>();
    if (isCrowded(shot, beyond)) {
      return candidates;
    }
    int from = grid.column(camera.mapX(-beyond, shot.width()));
    int to = grid.column(camera.mapX(shot.width() + beyond, shot.width()));
    int last = grid.row(camera.mapY(-beyond, shot.height()));
    for (int row = grid.row(camera.mapY(shot.height() + beyond, shot.height()));
        row <= last;
        row++) {
      for (int point = grid.first(row, from); point < grid.end(row, to); point++) {
        if (shot.shades().of(point).weight() > 0) {
          candidates.add(
              new Tile(
                  point, (int) Math.floor(shot.viewX(point)), (int) Math.floor(shot.viewY(point))));
        }
      }
    }
    return candidates;
  }

  /** Whether so many points lie there that nobody could tell images from each other. */
  private static boolean isCrowded(Shot shot, int beyond) {
    Camera camera = shot.camera();
    return shot.grid()
            .countIn(
                camera.mapX(-beyond, shot.width()),
                camera.mapY(shot.height() + beyond, shot.height()),
                camera.mapX(shot.width() + beyond, shot.width()),
                camera.mapY(-beyond, shot.height()))
        > MOST_CANDIDATES;
  }

  /** A number that has nothing to do with what the image shows or where it is. */
  private static int rank(int image) {
    int mixed = image * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) * 0x85EBCA6B;
  }

  private static boolean isFree(Map<Long, Tile> taken, Tile tile, int column, int row, int step) {
    for (int r = row - 1; r <= row + 1; r++) {
      for (int c = column - 1; c <= column + 1; c++) {
        Tile other = taken.get(key(c, r));
        if (other != null
            && Math.abs(other.x() - tile.x()) < step
            && Math.abs(other.y() - tile.y()) < step) {
          return false;
        }
      }
    }
    return true;
  }

  private static long key(int column, int row) {
    return ((long) column << 32) | (row & 0xFFFFFFFFL);
  }

  /** Whether a point has its image on the picture. */
  boolean has(int point) {
    return tiles.stream().anyMatch(tile -> tile.point() == point);
  }

  /** The point whose image covers a place of the picture, or {@link PointGrid#NONE}. */
  int at(double x, double y) {
    for (Tile tile : tiles) {
      if (Math.abs(x - tile.x()) <= side / 2.0 && Math.abs(y - tile.y()) <= side / 2.0) {
        return tile.point();
      }
    }
    return PointGrid.NONE;
  }

  /** Draws the images over what the picture shows. */
  void paint(Shot shot, int[] argb) {
    for (Tile tile : tiles) {
      int left = tile.x() - side / 2;
      int top = tile.y() - side / 2;
      if (left > -side && top > -side - EDGE && left < shot.width() && top < shot.height()) {
        paint(shot, tile, left, top, argb);
      }
    }
  }

  private void paint(Shot shot, Tile tile, int left, int top, int[] argb) {
    Shades.Tint tint = shot.shades().of(tile.point());
    int[] pixels = shot.thumbnails().of(shot.grid().image(tile.point()), side);
    for (int y = Math.max(0, -top); y < Math.min(side + EDGE, shot.height() - top); y++) {
      for (int x = Math.max(0, -left); x < Math.min(side, shot.width() - left); x++) {
        int at = (top + y) * shot.width() + left + x;
        int color = y < side ? pixels[y * side + x] : 0xFF000000 | tint.rgb();
        argb[at] = tint.weight() == 1 ? color : faded(color, tint.weight());
      }
    }
  }

  private static int faded(int color, float weight) {
    int opacity = (int) (255 * weight);
    int faded = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      int part = (color >>> shift & 0xFF) * opacity / 255;
      faded |= part << shift;
    }
    return faded;
  }
}
