package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the squares find must be what a look at all points finds. */
class PointGridTest {
  private static final int COUNT = 3000;

  /** Three heaps and some points far away. */
  private static float[] heaps() {
    Random random = new Random(1);
    float[] xy = new float[2 * COUNT];
    for (int i = 0; i < COUNT; i++) {
      double spread = i % 100 == 0 ? 40 : 1;
      xy[2 * i] = (float) (i % 3 * 5 + spread * random.nextGaussian());
      xy[2 * i + 1] = (float) (i % 3 * 2 + spread * random.nextGaussian());
    }
    return xy;
  }

  private static int[] numbers(int count) {
    return IntStream.range(0, count).map(i -> 7 * i).toArray();
  }

  @Test
  void findsTheNearestPointOfAll() {
    float[] xy = heaps();
    PointGrid grid = PointGrid.of(xy, numbers(COUNT));
    Random random = new Random(2);
    int found = 0;
    for (int query = 0; query < 500; query++) {
      double x = 12 * random.nextGaussian();
      double y = 12 * random.nextGaussian();
      double radius = 3 * random.nextDouble();
      int nearest = -1;
      double least = radius;
      for (int i = 0; i < COUNT; i++) {
        double distance = Math.hypot(xy[2 * i] - x, xy[2 * i + 1] - y);
        if (i % 2 == 0 && distance <= least) {
          least = distance;
          nearest = 7 * i;
        }
      }
      int point = grid.nearest(x, y, radius, candidate -> grid.image(candidate) / 7 % 2 == 0);
      assertThat(point == PointGrid.NONE ? -1 : grid.image(point)).isEqualTo(nearest);
      found += nearest < 0 ? 0 : 1;
    }
    assertThat(found).as("queries that find something").isBetween(50, 490);
  }

  @Test
  void findsAllPointsInsideOfALine() {
    float[] xy = heaps();
    PointGrid grid = PointGrid.of(xy, numbers(COUNT));
    Outline diamond = new Outline(); // |x − 4| + |y − 2| < 3
    diamond.add(7, 2);
    diamond.add(4, 5);
    diamond.add(1, 2);
    diamond.add(4, -1);
    int[] expected =
        IntStream.range(0, COUNT)
            .filter(i -> Math.abs(xy[2 * i] - 4) + Math.abs(xy[2 * i + 1] - 2) < 3)
            .map(i -> 7 * i)
            .toArray();
    int[] inside =
        Arrays.stream(grid.inside(diamond, point -> true)).map(grid::image).sorted().toArray();
    assertThat(inside).hasSizeGreaterThan(200).isEqualTo(expected);
  }

  @Test
  void aLineAroundAHoleLeavesTheHoleOut() {
    Outline frame = new Outline();
    double[][] corners = {
      {0, 0}, {6, 0}, {6, 6}, {0, 6}, {0, 0}, {2, 2}, {2, 4}, {4, 4}, {4, 2}, {2, 2}
    };
    for (double[] corner : corners) {
      frame.add(corner[0], corner[1]);
    }
    assertThat(frame.contains(1, 3)).isTrue();
    assertThat(frame.contains(3, 3)).as("in the hole").isFalse();
    assertThat(frame.contains(7, 3)).isFalse();
  }

  @Test
  void keepsWhoIsWhoAndLeavesOutWhatIsNowhere() {
    float[] xy = heaps();
    xy[2 * 10] = Float.NaN;
    xy[2 * 11 + 1] = Float.POSITIVE_INFINITY;
    PointGrid grid = PointGrid.of(xy, numbers(COUNT));
    assertThat(grid.count()).isEqualTo(COUNT - 2);
    assertThat(grid.pointOf(70)).isEqualTo(PointGrid.NONE);
    assertThat(grid.pointOf(71)).as("no image of the map").isEqualTo(PointGrid.NONE);
    for (int i = 20; i < COUNT; i++) {
      int point = grid.pointOf(7 * i);
      assertThat(grid.x(point)).isEqualTo(xy[2 * i]);
      assertThat(grid.y(point)).isEqualTo(xy[2 * i + 1]);
    }
  }

  @Test
  void oneThatFlewOffDoesNotMakeTheOthersSmall() {
    float[] xy = new float[2 * COUNT];
    for (int i = 0; i < COUNT; i++) {
      xy[2 * i] = i % 10;
      xy[2 * i + 1] = i % 7;
    }
    assertThat(PointGrid.of(xy, numbers(COUNT)).most()).isEqualTo(new Extent(0, 0, 9, 6));
    xy[0] = 12;
    assertThat(PointGrid.of(xy, numbers(COUNT)).most().right()).as("not far").isEqualTo(12);
    xy[0] = 1000;
    xy[1] = -500;
    PointGrid flown = PointGrid.of(xy, numbers(COUNT));
    assertThat(flown.most()).isEqualTo(new Extent(0, 0, 9, 6));
    assertThat(flown.extent().right()).isEqualTo(1000);
  }

  @Test
  void onePointOrManyInOnePlaceAreAMap() {
    PointGrid one = PointGrid.of(new float[] {3, 4}, new int[] {0});
    assertThat(one.nearest(3, 4, 1e-6, point -> true)).isZero();
    PointGrid none = PointGrid.of(new float[0], new int[0]);
    assertThat(none.nearest(0, 0, 10, point -> true)).isEqualTo(PointGrid.NONE);
    float[] same = new float[2000];
    Arrays.fill(same, 5);
    PointGrid heap = PointGrid.of(same, numbers(1000));
    assertThat(heap.countIn(4, 4, 6, 6)).isEqualTo(1000);
    float[] line = new float[2000];
    for (int i = 0; i < 1000; i++) {
      line[2 * i] = i;
    }
    PointGrid row = PointGrid.of(line, numbers(1000));
    assertThat(row.image(row.nearest(499.8, 0, 1, point -> true))).isEqualTo(7 * 500);
  }
}
