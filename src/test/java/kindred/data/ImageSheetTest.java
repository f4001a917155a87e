package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSheetTest {
  @TempDir Path folder;

  private static int at(BufferedImage sheet, int x, int y) {
    return sheet.getRGB(x, y) & 0xFFFFFF;
  }

  @Test
  void imagesStandRowByRowEnlargedBySharpSquares() throws IOException {
    Path file = folder.resolve("sheet.png");
    byte[] pixels = new byte[3 * 32 * 32];
    pixels[0] = (byte) 200; // first image, top left
    pixels[2 * 32 * 32 + 33] = 100; // third image, second row and column

    new ImageSheet(2, 1, 32).write(file, pixels);

    BufferedImage sheet = ImageIO.read(file.toFile());
    assertThat(sheet.getWidth()).isEqualTo(2 * 64 + 3 * 4);
    assertThat(sheet.getHeight()).isEqualTo(2 * 64 + 3 * 4);
    assertThat(at(sheet, 0, 0)).isEqualTo(0xFFFFFF);
    assertThat(at(sheet, 4, 4)).isEqualTo(0xC8C8C8);
    assertThat(at(sheet, 5, 5)).isEqualTo(0xC8C8C8);
    assertThat(at(sheet, 6, 4)).isZero();
    assertThat(at(sheet, 4 + 2, 72 + 2)).isEqualTo(0x646464);
    assertThat(at(sheet, 72 + 10, 72 + 10)).as("no fourth image").isEqualTo(0xFFFFFF);
    assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
  }

  @Test
  void colorsAreRedGreenBlue() throws IOException {
    Path file = folder.resolve("sheet.png");
    byte[] pixels = new byte[3 * 64 * 64];
    pixels[5] = 10;
    pixels[64 * 64 + 5] = 20;
    pixels[2 * 64 * 64 + 5] = (byte) 255;

    new ImageSheet(1, 3, 64).write(file, pixels);

    assertThat(at(ImageIO.read(file.toFile()), 4 + 5, 4)).isEqualTo(0x0A14FF);
  }
}
