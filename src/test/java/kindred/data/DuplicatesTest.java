package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import kindred.data.Duplicates.Found;
import kindred.data.Duplicates.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
  @TempDir Path temp;

  /** Soft blobs, of which each seed has its own; brighter by some. */
  private static BufferedImage blobs(long seed, int brighter) {
    Random random = new Random(seed);
    double[] waves = random.doubles(8, 0.05, 0.5).toArray();
    BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 48; y++) {
      for (int x = 0; x < 48; x++) {
        double value =
            Math.sin(x * waves[0] + waves[1] * 20) + Math.cos(y * waves[2] + x * waves[3]);
        int gray = (int) (110 + 40 * value) + brighter;
        image.setRGB(x, y, (gray << 16) | (gray << 8) | (gray / 2));
      }
    }
    return image;
  }

  private ImageSet imported(int different) throws IOException {
    Path folder = temp.resolve("images");
    for (int i = 0; i < different; i++) {
      write(folder, "p%02d.png".formatted(i), "png", blobs(i, 0));
    }
    write(folder, "x-copy-of-03.png", "png", blobs(3, 0));
    write(folder, "y-brighter-05.png", "png", blobs(5, 12));
    write(folder, "z-jpeg-of-07.jpg", "jpeg", blobs(7, 0));
    ImportRequest request = new ImportRequest(folder, "set", 32, Optional.empty());
    Importer.run(request, temp.resolve("datasets"), progress -> {}, () -> false);
    return ImageSet.open(temp.resolve("datasets/set"));
  }

  private static void write(Path folder, String name, String format, BufferedImage image)
      throws IOException {
    SampleFiles.write(folder.resolve(name), SampleFiles.encoded(image, format));
  }

  @Test
  void copiesAndLookAlikesAreFoundAndNothingElse() throws IOException {
    ImageSet set = imported(20);

    Found found = Duplicates.find(set, 4, share -> {}, () -> false);

    assertThat(found.pairs().stream().map(pair -> List.of(pair.first(), pair.second())).toList())
        .containsExactlyInAnyOrder(List.of(3, 20), List.of(5, 21), List.of(7, 22));
    assertThat(found.pairs().get(0)).isEqualTo(new Pair(3, 20, true, 0, 1));
    assertThat(found.exact()).isEqualTo(1);
    assertThat(found.near()).isEqualTo(2);
  }

  @Test
  void bandsMissNoPairThatComparingAllFinds() {
    // one picture under noise of eight strengths: hashes at all distances from one another
    ImageSet set =
        PackedImages.write(
            temp.resolve("noise"),
            200,
            1,
            16,
            16,
            0,
            (n, c, y, x) -> {
              int noise =
                  new Random((n * 256L + y * 16L + x) * 0x9E3779B97F4A7C15L).nextInt(3)
                      * (1 + n % 8);
              return 100 + 6 * ((x * 7 + y * 3) % 11) + noise;
            });
    Looks looks = new Looks(set);
    Set<List<Integer>> near = new HashSet<>();
    for (int b = 0; b < set.count(); b++) {
      looks.look(b);
      for (int a = 0; a < b; a++) {
        if (Long.bitCount(looks.hash(a) ^ looks.hash(b)) <= 6 && looks.correlation(a, b) >= 0.98) {
          near.add(List.of(a, b));
        }
      }
    }
    assertThat(near).hasSizeBetween(50, Duplicates.MOST_PAIRS - 1);

    Found found = Duplicates.find(set, 6, share -> {}, () -> false);

    assertThat(found.exact()).isZero();
    assertThat(found.pairs().stream().map(pair -> List.of(pair.first(), pair.second())))
        .containsExactlyInAnyOrderElementsOf(near);
  }

  @Test
  void manyCopiesOfOneImageArePairedWithTheFirstOnly() {
    ImageSet set = PackedImages.write(temp.resolve("flat"), 50, 3, 8, 8, 2, (n, c, y, x) -> 7);
    Found found = Duplicates.find(set, 4, share -> {}, () -> false);
    assertThat(found.exact()).isEqualTo(49);
    assertThat(found.near()).isZero();
    assertThat(found.pairs()).allMatch(pair -> pair.first() == 0);
  }

  @Test
  void searchEndsWhenCancelled() {
    ImageSet set = PackedImages.varied(temp.resolve("set"), 10, 1, 8, 8);
    assertThatThrownBy(() -> Duplicates.find(set, 4, share -> {}, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
