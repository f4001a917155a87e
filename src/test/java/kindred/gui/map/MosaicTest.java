package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.gui.map.Mosaic.Tile;
import kindred.gui.map.Shades.Tint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MosaicTest {
  private static final int COUNT = 500;
  private static final Tint[] TINTS = {new Tint(0xFF0000, 1), new Tint(0x808080, 0.1f)};

  @TempDir Path folder;
  private PointGrid grid;
  private Thumbnails thumbnails;

  @BeforeEach
  void scatter() {
    Random random = new Random(5);
    float[] xy = new float[2 * COUNT];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = random.nextFloat();
    }
    grid = PointGrid.of(xy, IntStream.range(0, COUNT).toArray());
    PackedImages.write(
        folder.resolve("tiny"), COUNT, 3, 8, 8, 2, (n, c, y, x) -> c == 0 ? 200 : 10 * y + x);
    thumbnails = new Thumbnails(ImageSet.open(folder.resolve("tiny")));
  }

  private Shot shot(double x, double scale) {
    return new Shot(
        grid,
        new Shades(new short[COUNT], null, TINTS),
        new Camera(x, 0.5, scale),
        400,
        300,
        thumbnails);
  }

  @Test
  void farAwayThereAreOnlyDots() {
    assertThat(Mosaic.of(shot(0.5, 300)).tiles()).isEmpty();
  }

  @Test
  void closeByNoTwoImagesTouch() {
    Mosaic mosaic = Mosaic.of(shot(0.5, 1000));
    assertThat(mosaic.side()).as("a whole factor of 8 pixels").isIn(24, 32, 40, 48, 56, 64);
    List<Tile> tiles = mosaic.tiles();
    assertThat(tiles).hasSizeGreaterThan(20);
    for (Tile a : tiles) {
      for (Tile b : tiles) {
        assertThat(
                a.equals(b)
                    || Math.abs(a.x() - b.x()) >= mosaic.side()
                    || Math.abs(a.y() - b.y()) >= mosaic.side() + Mosaic.EDGE)
            .isTrue();
      }
    }
  }

  @Test
  void aMoveLeavesTheImagesInSight() {
    Mosaic before = Mosaic.of(shot(0.5, 1000));
    Mosaic after = Mosaic.of(shot(0.53, 1000)); // 30 pixels to the left
    Set<Integer> still = new HashSet<>();
    after.tiles().forEach(tile -> still.add(tile.point()));
    List<Tile> inside =
        before.tiles().stream().filter(tile -> tile.x() > 40 && tile.x() < 380).toList();
    assertThat(inside).hasSizeGreaterThan(10);
    long kept = inside.stream().filter(tile -> still.contains(tile.point())).count();
    assertThat(kept).isGreaterThanOrEqualTo(inside.size() - 1);
  }

  @Test
  void imagesAreDrawnPixelByPixelWithTheirClassBelow() {
    Shot shot = shot(0.5, 1000);
    Mosaic mosaic = Mosaic.of(shot);
    int[] argb = new int[400 * 300];
    mosaic.paint(shot, argb);
    Tile tile =
        mosaic.tiles().stream()
            .filter(one -> one.x() > 60 && one.x() < 340 && one.y() > 60 && one.y() < 240)
            .findFirst()
            .orElseThrow();
    int factor = mosaic.side() / 8;
    int left = tile.x() - mosaic.side() / 2;
    int top = tile.y() - mosaic.side() / 2;
    int pixel = argb[(top + 3 * factor) * 400 + left + 5 * factor];
    assertThat(pixel).isEqualTo(0xFF000000 | 200 << 16 | 35 << 8 | 35);
    assertThat(argb[(top + mosaic.side() + 1) * 400 + left]).isEqualTo(0xFFFF0000);
    assertThat(mosaic.at(tile.x() + 2, tile.y() - 2)).isEqualTo(tile.point());
  }

  @Test
  void onlySoManyThumbnailsAreKept() {
    for (int image = 0; image < COUNT; image++) {
      thumbnails.of(image, 200);
    }
    assertThat(thumbnails.kept()).as("24 MiB of 160,000 bytes each").isEqualTo(157);
    assertThat(thumbnails.of(3, 8)[1]).isEqualTo(0xFF000000 | 200 << 16 | 1 << 8 | 1);
  }
}
