package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractTest {
  @TempDir Path folder;
  private ImageSet images;

  @BeforeEach
  void pack() {
    images = PackedImages.varied(folder.resolve("colors"), 6, 3, 8, 8);
  }

  private static int rgb(byte[] image, int y, int x) {
    int at = y * 8 + x;
    return (image[at] & 255) << 16 | (image[64 + at] & 255) << 8 | (image[128 + at] & 255);
  }

  private byte[] pixels(int image) {
    byte[] pixels = new byte[192];
    images.pixels(image, pixels, 0);
    return pixels;
  }

  @Test
  void folderHoldsEachImageByNumberAndClass() throws IOException {
    Path out = folder.resolve("out");
    Extract.folder(images, new int[] {1, 4}, out, share -> {}, () -> false);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("00001-class-1.png", "00004-class-0.png");
    }
    BufferedImage read = ImageIO.read(out.resolve("00004-class-0.png").toFile());
    assertThat(read.getWidth()).isEqualTo(8);
    assertThat(read.getRGB(5, 3) & 0xFFFFFF).isEqualTo(rgb(pixels(4), 3, 5));
  }

  @Test
  void stoppedFolderLeavesNothing() throws IOException {
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> Extract.folder(images, new int[] {1, 4}, out, share -> {}, () -> true))
        .isInstanceOf(CancellationException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("colors"));
    }
  }

  @Test
  void sheetHasARowForEachRowAndWhiteWhereItEnds() throws IOException {
    Path file = folder.resolve("sheet.png");
    Extract.sheet(images, List.of(new int[] {0, 1, 2}, new int[] {3}), file);
    BufferedImage sheet = ImageIO.read(file.toFile());
    int step = 64 + 4; // 8 pixels, each eight times, and a gap
    assertThat(sheet.getWidth()).isEqualTo(3 * step + 4);
    assertThat(sheet.getHeight()).isEqualTo(2 * step + 4);
    assertThat(sheet.getRGB(4 + 2 * step + 8 * 5, 4 + 8 * 3) & 0xFFFFFF)
        .isEqualTo(rgb(pixels(2), 3, 5));
    assertThat(sheet.getRGB(4 + 40, 4 + step + 24) & 0xFFFFFF).isEqualTo(rgb(pixels(3), 3, 5));
    assertThat(sheet.getRGB(4 + step + 40, 4 + step + 24) & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  @Test
  void tooManyImagesForASheetAreRefusedWithAWayOut() {
    int[] row = new int[Extract.MOST_ON_SHEET + 1];
    assertThatThrownBy(() -> Extract.sheet(images, List.of(row), folder.resolve("sheet.png")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("select fewer, or write a folder");
    assertThatThrownBy(() -> Extract.sheet(images, List.of(), folder.resolve("sheet.png")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("nothing is selected");
  }
}
