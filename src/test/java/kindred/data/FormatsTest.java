package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kindred.data.KnownPictures.Known;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final int SIDE = 32;

  @Test
  void threeHundredImagesOfEveryFormatHaveThePixelsOfASecondDecoder() throws Exception {
    List<Known> all = KnownPictures.all();
    List<String> wrong = new ArrayList<>();
    Set<String> endings = new TreeSet<>();
    for (Known known : all) {
      endings.add(known.name().substring(known.name().indexOf('.')));
      try (ImageDecoder decoder = new ImageDecoder(known.background())) {
        Square square = decoder.decode(known.name(), known.encoded(), new SquareFit(SIDE));
        int farthest = farthest(known, square);
        if (farthest > 2) {
          wrong.add(known.name() + " by " + farthest);
        }
      } catch (UnusableImage e) {
        wrong.add(known.name() + ": " + e.getMessage() + " " + e.getCause());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(all).hasSizeGreaterThanOrEqualTo(300);
    assertThat(endings)
        .containsExactly(
            ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".pbm", ".pcx", ".pgm", ".png", ".ppm", ".tif",
            ".tiff");
  }

  /** The largest difference, with what is beyond the image being zero. */
  private static int farthest(Known known, Square square) {
    int left = Math.floorDiv(known.width() - SIDE, 2);
    int top = Math.floorDiv(known.height() - SIDE, 2);
    int farthest = 0;
    for (int i = 0; i < 3 * SIDE * SIDE; i++) {
      int c = i / (SIDE * SIDE);
      int y = i / SIDE % SIDE + top;
      int x = i % SIDE + left;
      boolean inside = y >= 0 && y < known.height() && x >= 0 && x < known.width();
      int expected = inside ? known.reference()[(y * known.width() + x) * 3 + c] & 0xFF : 0;
      int seen = square.pixels()[square.channels() == 1 ? i % (SIDE * SIDE) : i] & 0xFF;
      farthest = Math.max(farthest, Math.abs(seen - expected));
    }
    return farthest;
  }

  @Test
  void grayFilesAreOneChannelUnlessAColoredBackgroundShows() throws Exception {
    for (Known known : KnownPictures.all()) {
      boolean gray = known.name().matches("\\d+-(gray|plain-(L|1|I16)|p[1245].*|[L1]-.*|L|1)\\..*");
      boolean clear = known.name().contains("alpha-LA");
      if (known.name().endsWith("pcx") || (!gray && !clear)) {
        continue; // PCX has no gray of its own
      }
      try (ImageDecoder decoder = new ImageDecoder(known.background())) {
        Square square = decoder.decode(known.name(), known.encoded(), new SquareFit(SIDE));
        boolean colored = clear && !known.background().gray();
        assertThat(square.channels()).as(known.name()).isEqualTo(colored ? 3 : 1);
      }
    }
  }
}
