package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoneImageTest {
  @TempDir Path folder;
  private ImageSet gray;
  private ImageSet colored;

  @BeforeEach
  void pack() {
    gray = PackedImages.varied(folder.resolve("gray"), 2, 1, 6, 6);
    colored = PackedImages.varied(folder.resolve("colored"), 2, 3, 6, 6);
  }

  private Path file(String name, int type, int side) throws IOException {
    BufferedImage image = new BufferedImage(side, side, type);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image.getRaster().setPixel(x, y, new int[] {40 * x, 30 * y, 7 * (x + y)});
      }
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void grayImageAmongColoredOnesHasItsValuesInEachChannel() throws IOException {
    Path file = file("image.png", BufferedImage.TYPE_BYTE_GRAY, 6);
    byte[] one = LoneImage.read(file, gray.info());
    byte[] three = LoneImage.read(file, colored.info());

    assertThat(one[5]).isEqualTo((byte) 200);
    assertThat(three).hasSize(3 * 36);
    assertThat(Arrays.copyOf(three, 36)).isEqualTo(one);
    assertThat(Arrays.copyOfRange(three, 72, 108)).isEqualTo(one);
  }

  @Test
  void coloredImageAmongGrayOnesIsItsLuma() throws IOException {
    byte[] luma = LoneImage.read(file("image.png", BufferedImage.TYPE_INT_RGB, 6), gray.info());

    assertThat(luma).hasSize(36);
    // ITU-R 601-2 of (200, 150, 70), the last pixel: 0.299·200 + 0.587·150 + 0.114·70 = 155.83.
    assertThat(luma[35] & 0xFF).isEqualTo(156);
  }

  @Test
  void largerImageIsFittedAsAnImportFitsIt() throws IOException {
    Path file = file("large.png", BufferedImage.TYPE_BYTE_GRAY, 20);
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.copy(file, source.resolve("large.png"));
    Importer.run(
        new ImportRequest(source, "imported", 8, Optional.empty()),
        folder.resolve("sets"),
        progress -> {},
        () -> false);
    ImageSet imported = ImageSet.open(folder.resolve("sets/imported"));
    byte[] expected = new byte[imported.info().imageBytes()];
    imported.pixels(0, expected, 0);

    assertThat(LoneImage.read(file, imported.info())).isEqualTo(expected);
  }

  @Test
  void networkTakesItCenteredInZeros() {
    byte[] pixels = new byte[36];
    Arrays.fill(pixels, (byte) 9);
    byte[] placed = LoneImage.placed(pixels, gray.info(), 8);

    assertThat(placed).hasSize(64);
    assertThat(placed[0]).isZero();
    assertThat(placed[9]).isEqualTo((byte) 9);
    assertThat(placed[63]).isZero();
  }

  @Test
  void whatIsNoImageIsRefusedWithItsNameTheReasonAndAWayOut() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no image");
    assertThatThrownBy(() -> LoneImage.read(text, gray.info()))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "notes.txt cannot be used: not an image in a known format; choose another image");
    assertThatThrownBy(() -> LoneImage.read(folder, gray.info()))
        .hasMessageContaining("it is a folder");
    assertThatThrownBy(() -> LoneImage.read(folder.resolve("gone.png"), gray.info()))
        .hasMessageContaining("there is no such file");
  }

  @Test
  void anImageIsKnownByItsContentWhateverItIsCalled() throws IOException {
    Path lie = folder.resolve("image.jpg");
    Files.move(file("image.png", BufferedImage.TYPE_BYTE_GRAY, 6), lie);

    assertThat(LoneImage.read(lie, gray.info())).hasSize(36);
  }
}
