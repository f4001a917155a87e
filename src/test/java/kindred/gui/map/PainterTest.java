package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import kindred.gui.map.Shades.Tint;
import org.junit.jupiter.api.Test;

class PainterTest {
  private static final Tint RED = new Tint(0xFF0000, 1);
  private static final Tint BLUE = new Tint(0x0000FF, 1);
  private static final Tint PALE = new Tint(0x808080, 0.1f);

  private static int[] paint(float[] xy, short[] groups, BitSet selected, Tint[] tints) {
    int[] images = new int[groups.length];
    Arrays.setAll(images, i -> i);
    PointGrid grid = PointGrid.of(xy, images);
    short[] inOrder = new short[grid.count()];
    BitSet chosen = selected == null ? null : new BitSet();
    for (int point = 0; point < inOrder.length; point++) {
      inOrder[point] = groups[grid.image(point)];
      if (selected != null) {
        chosen.set(point, selected.get(grid.image(point)));
      }
    }
    Shot shot =
        new Shot(grid, new Shades(inOrder, chosen, tints), new Camera(50, 50, 1), 100, 100, null);
    int[] argb = new int[10_000];
    Arrays.fill(argb, 0x12345678);
    new Painter().paint(shot, argb);
    return argb;
  }

  /** The pixel at a place of the map. */
  private static int at(int[] argb, int x, int y) {
    return argb[(100 - y) * 100 + x];
  }

  private static int opacity(int pixel) {
    return pixel >>> 24;
  }

  @Test
  void eachPointIsADotInItsColorAndTheRestIsEmpty() {
    int[] argb =
        paint(
            new float[] {20, 80, 70, 30},
            new short[] {0, 1},
            null,
            new Tint[] {RED, BLUE, PALE, PALE});
    int red = at(argb, 20, 80);
    assertThat(opacity(red)).isGreaterThan(200);
    assertThat(red & 0xFFFF).as("no green, no blue").isZero();
    assertThat(red >> 16 & 0xFF).as("premultiplied").isEqualTo(opacity(red));
    assertThat(at(argb, 70, 30) & 0xFFFF00).as("blue alone").isZero();
    assertThat(opacity(at(argb, 50, 50))).isZero();
    long drawn = Arrays.stream(argb).filter(pixel -> pixel != 0).count();
    assertThat(drawn).as("two discs of radius 5").isBetween(140L, 260L);
  }

  @Test
  void dotsOnEachOtherMixTheirColors() {
    float[] xy = new float[80];
    short[] groups = new short[40];
    for (int i = 0; i < 40; i++) {
      xy[2 * i] = i < 20 ? 40.2f : 90;
      xy[2 * i + 1] = 59.9f;
      groups[i] = (short) (i % 4 == 0 ? 1 : 0);
    }
    int[] argb = paint(xy, groups, null, new Tint[] {RED, BLUE, PALE, PALE});
    int pixel = at(argb, 40, 60);
    double blueShare = (double) (pixel & 0xFF) / ((pixel & 0xFF) + (pixel >> 16 & 0xFF));
    assertThat(blueShare).as("5 of 20 are blue").isBetween(0.23, 0.27);
  }

  @Test
  void whatIsSwitchedOffIsNotDrawnAndWhatIsNotSelectedIsPale() {
    Tint off = new Tint(0, 0);
    float[] xy = {20, 80, 70, 30, 70, 80};
    BitSet selected = new BitSet();
    selected.set(0);
    int[] argb = paint(xy, new short[] {0, 0, 1}, selected, new Tint[] {RED, off, PALE, off});
    assertThat(opacity(at(argb, 20, 80))).as("selected").isGreaterThan(200);
    assertThat(opacity(at(argb, 70, 30))).as("not selected").isBetween(5, 60);
    assertThat(opacity(at(argb, 70, 80))).as("switched off").isZero();
  }

  @Test
  void aHundredDotsAreNotTheSameAsTenAndOneIsSeen() {
    Tones tones = new Tones(100);
    assertThat(tones.opacity(0)).isZero();
    assertThat(tones.opacity(1)).isGreaterThan(0.35f);
    assertThat(tones.opacity(10)).isBetween(tones.opacity(1) + 0.1f, tones.opacity(100) - 0.1f);
    assertThat(tones.opacity(100)).isEqualTo(1);
    assertThat(tones.opacity(1e6f)).isEqualTo(1);
    for (float dots = 0.1f; dots < 300; dots += 0.1f) {
      assertThat(tones.opacity(dots)).isGreaterThanOrEqualTo(tones.opacity(dots - 0.1f));
    }
  }

  @Test
  void aPictureIsTheSumOfItsPartsWhereverItsBandsAre() {
    Random random = new Random(3);
    float[] xy = new float[4000];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = 100 * random.nextFloat();
    }
    short[] groups = new short[2000];
    int[] images = new int[2000];
    Arrays.setAll(images, i -> i);
    PointGrid grid = PointGrid.of(xy, images);
    Shades shades = new Shades(groups, null, new Tint[] {RED, PALE});
    int[] whole = new int[100 * 100];
    new Painter().paint(new Shot(grid, shades, new Camera(50, 50, 1), 100, 100, null), whole);
    int[] lower = new int[100 * 60];
    new Painter().paint(new Shot(grid, shades, new Camera(50, 37, 1), 100, 60, null), lower);
    for (int y = 0; y < 60; y++) { // view row y of it is map y 37 + 30 − y, row 33 + y of the whole
      for (int x = 0; x < 100; x++) {
        assertThat(lower[y * 100 + x]).isEqualTo(whole[(33 + y) * 100 + x]);
      }
    }
  }
}
