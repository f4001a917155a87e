package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleImagesTest {
  @TempDir Path datasets;

  @Test
  void freshWorkspaceGetsTenThousandLabeledImages() {
    ImageSet set = ImageSet.open(SampleImages.ensure(datasets));
    assertThat(set.name()).isEqualTo("fashion-sample");
    assertThat(set.count()).isEqualTo(10_000);
    assertThat(set.info().classes()).hasSize(10).startsWith("T-shirt/top").endsWith("Ankle boot");
    int[] counts = new int[10];
    for (int i = 0; i < set.count(); i++) {
      counts[set.label(i)]++;
    }
    assertThat(counts).containsExactly(1031, 1003, 975, 1006, 960, 1014, 1029, 966, 1047, 969);
  }

  @Test
  void imagesArePaddedWithTwoPixelsOfZeros() {
    ImageSet set = ImageSet.open(SampleImages.ensure(datasets));
    byte[] pixels = new byte[1024];
    boolean reachesTheEdge = false;
    for (int i = 0; i < 100; i++) {
      set.pixels(i, pixels, 0);
      for (int at = 0; at < 1024; at++) {
        int x = at % 32;
        int y = at / 32;
        boolean padding = Math.min(Math.min(x, y), 31 - Math.max(x, y)) < 2;
        assertThat(padding && pixels[at] != 0).isFalse();
        reachesTheEdge |= y == 2 && pixels[at] != 0;
      }
    }
    assertThat(reachesTheEdge).isTrue();
  }

  @Test
  void existingSampleIsLeftAlone() throws Exception {
    Path info = SampleImages.ensure(datasets).resolve(ImageSet.INFO);
    Files.setLastModifiedTime(info, FileTime.fromMillis(1_000_000));
    SampleImages.ensure(datasets);
    assertThat(Files.getLastModifiedTime(info).toMillis()).isEqualTo(1_000_000);
  }
}
