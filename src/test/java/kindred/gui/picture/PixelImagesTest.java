package kindred.gui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

class PixelImagesTest {
  @Test
  void colorsOfPlanesComeTogether() {
    byte[] pixels = {(byte) 255, 0, 0, (byte) 128, 7, 9};
    Image image = PixelImages.of(pixels, 3, 1, 2);
    assertThat(image.getPixelReader().getArgb(0, 0)).isEqualTo(0xFFFF0007);
    assertThat(image.getPixelReader().getArgb(1, 0)).isEqualTo(0xFF008009);
  }

  @Test
  void grayIsGray() {
    Image image = PixelImages.of(new byte[] {(byte) 200}, 1, 1, 1);
    assertThat(image.getPixelReader().getArgb(0, 0)).isEqualTo(0xFFC8C8C8);
  }

  @Test
  void scalingIsByWholeFactors() {
    assertThat(Picture.factor(100, 32)).isEqualTo(3);
    assertThat(Picture.factor(28, 32)).isEqualTo(1);
  }
}
