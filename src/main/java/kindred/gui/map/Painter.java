package kindred.gui.map;

import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import kindred.gui.map.Shades.Tint;

/**
 * Draws the points of a map as dots, on all cores: the picture is cut into bands, and each band
 * sums up color and number of the dots on its pixels before it is written, in memory small enough
 * to stay close to the core. A picture does not depend on how many cores there are.
 */
final class Painter {
  private static final int BAND = 32;
  private static final int PARTS = 4; // red, green, blue, dots

  private final Deque<float[]> sums = new ConcurrentLinkedDeque<>();

  /** What all bands of a picture have in common. */
  private record Job(Shot shot, Stamp stamp, Tones tones, float[] tints, int[] argb) {}

  /**
   * Draws; for background threads.
   *
   * @param argb width × height pixels, all of which are written, with premultiplied alpha
   */
  void paint(Shot shot, int[] argb) {
    Stamp stamp = new Stamp(shot.radius());
    Tones tones = new Tones(shot.crowd(stamp.area()));
    Job job = new Job(shot, stamp, tones, parts(shot.shades().tints()), argb);
    int bands = (shot.height() + BAND - 1) / BAND;
    IntStream.range(0, bands).parallel().forEach(band -> paintBand(job, band * BAND));
  }

  private static float[] parts(Tint[] tints) {
    float[] parts = new float[PARTS * tints.length];
    for (int i = 0; i < tints.length; i++) {
      parts[PARTS * i] = tints[i].rgb() >> 16 & 0xFF;
      parts[PARTS * i + 1] = tints[i].rgb() >> 8 & 0xFF;
      parts[PARTS * i + 2] = tints[i].rgb() & 0xFF;
      parts[PARTS * i + 3] = tints[i].weight();
    }
    return parts;
  }

  private void paintBand(Job job, int top) {
    Shot shot = job.shot();
    int bottom = Math.min(shot.height(), top + BAND);
    int needed = PARTS * shot.width() * BAND;
    float[] sum = sums.pollFirst();
    if (sum == null || sum.length != needed) {
      sum = new float[needed];
    } else {
      Arrays.fill(sum, 0);
    }
    addPoints(job, top, bottom, sum);
    develop(job, top, bottom, sum);
    sums.addFirst(sum);
  }

  private static void addPoints(Job job, int top, int bottom, float[] sum) {
    Shot shot = job.shot();
    PointGrid grid = shot.grid();
    Camera camera = shot.camera();
    int reach = job.stamp().reach() + 1;
    Extent all = grid.extent();
    double high = camera.mapY(top - reach, shot.height());
    double low = camera.mapY(bottom + reach, shot.height());
    double left = camera.mapX(-reach, shot.width());
    double right = camera.mapX(shot.width() + reach, shot.width());
    if (grid.count() == 0
        || high < all.bottom()
        || low > all.top()
        || right < all.left()
        || left > all.right()) {
      return;
    }
    int from = grid.column(left);
    int to = grid.column(right);
    for (int row = grid.row(low); row <= grid.row(high); row++) {
      int end = grid.end(row, to);
      for (int point = grid.first(row, from); point < end; point++) {
        addPoint(job, point, top, bottom, sum);
      }
    }
  }

  private static void addPoint(Job job, int point, int top, int bottom, float[] sum) {
    Shot shot = job.shot();
    Shades shades = shot.shades();
    int group = shades.groups()[point];
    if (shades.selected() != null && !shades.selected().get(point)) {
      group += shades.tints().length / 2;
    }
    float weight = job.tints()[PARTS * group + 3];
    if (weight == 0) {
      return;
    }
    int x = (int) Math.floor(shot.viewX(point));
    int y = (int) Math.floor(shot.viewY(point));
    int reach = job.stamp().reach();
    int first = Math.max(-reach, -x);
    int last = Math.min(reach, shot.width() - 1 - x);
    for (int down = Math.max(-reach, top - y); down <= Math.min(reach, bottom - 1 - y); down++) {
      int line = (y + down - top) * shot.width() + x;
      for (int across = first; across <= last; across++) {
        add(job, group, weight * job.stamp().cover(across, down), sum, PARTS * (line + across));
      }
    }
  }

  private static void add(Job job, int group, float part, float[] sum, int at) {
    float[] tints = job.tints();
    sum[at] += part * tints[PARTS * group];
    sum[at + 1] += part * tints[PARTS * group + 1];
    sum[at + 2] += part * tints[PARTS * group + 2];
    sum[at + 3] += part;
  }

  /** From sums to pixels. */
  private static void develop(Job job, int top, int bottom, float[] sum) {
    int width = job.shot().width();
    int to = top * width;
    for (int at = 0; at < PARTS * width * (bottom - top); at += PARTS) {
      float dots = sum[at + 3];
      job.argb()[to++] =
          dots == 0
              ? 0
              : pixel(job.tones().opacity(dots), 1 / dots, sum[at], sum[at + 1], sum[at + 2]);
    }
  }

  private static int pixel(float opacity, float each, float red, float green, float blue) {
    float scale = opacity * each;
    return (int) (255 * opacity + 0.5f) << 24
        | (int) (red * scale + 0.5f) << 16
        | (int) (green * scale + 0.5f) << 8
        | (int) (blue * scale + 0.5f);
  }
}
