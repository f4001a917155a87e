package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Test images that a source keeps apart, from the folder to the split of a run. */
class KeptSplitTest extends ImportCase {
  private static final byte WHITE = (byte) 255;

  private void image(String name, boolean white) throws Exception {
    byte[] pixels = new byte[16 * 16];
    if (white) {
      Arrays.fill(pixels, WHITE);
    }
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, 16, 16, pixels);
    write(name, SampleFiles.encoded(image, "png"));
  }

  private ImageSet trainAndTest() throws Exception {
    for (int i = 0; i < 6; i++) {
      image("photos/train/" + (i < 3 ? "cat/" : "dog/") + i + ".png", i == 0);
    }
    image("photos/test/cat/0.png", true);
    image("photos/test/dog/1.png", true);
    run("pets");
    return ImageSet.open(datasets.resolve("pets"));
  }

  @Test
  void testFolderIsHeldOutWhateverTheShareAndTheSeed() throws Exception {
    ImageSet set = trainAndTest();
    assertThat(set.info().classes()).containsExactly("cat", "dog");
    int[] tests = IntStream.range(0, 8).filter(set::test).toArray();
    assertThat(tests).hasSize(2);
    assertThat(SourceList.of(set).source(tests[0])).contains("test/cat/0.png");
    for (double share : new double[] {0, 0.5}) {
      Split split = Split.of(set, share, 3, 0);
      assertThat(split.heldOut()).containsExactly(tests);
      assertThat(split.train()).hasSize(6).doesNotContain(tests);
    }
    assertThat(Split.of(set, 0, 3, 4).train()).hasSize(4).doesNotContain(tests);
    assertThat(Split.trainedOn(set.info(), 0.5, 0)).isEqualTo(6);
    assertThat(Split.trainedOn(set.info(), 0, 4)).isEqualTo(4);
  }

  @Test
  void normalizationIsMeasuredOnTrainingImagesAlone() throws Exception {
    DatasetInfo info = trainAndTest().info();
    // one of six training images is white, the others are black
    assertThat(info.mean().get(0)).isCloseTo(1 / 6.0, Offset.offset(1e-12));
    assertThat(info.std().get(0)).isCloseTo(Math.sqrt(5) / 6, Offset.offset(1e-12));
  }

  @Test
  void dataSetWithoutASplitIsSplitByTheShareAsBefore() throws Exception {
    for (int i = 0; i < 10; i++) {
      image("train/" + i + ".png", false);
      image("other/" + i + ".png", false);
    }
    run("plain");
    ImageSet set = ImageSet.open(datasets.resolve("plain"));
    assertThat(set.info().classes()).containsExactly("other", "train");
    assertThat(set.keepsSplit()).isFalse();
    assertThat(Split.of(set, 0.2, 7, 0).heldOut()).isEqualTo(Split.of(20, 0.2, 7, 0).heldOut());
    for (double share : new double[] {0, 0.13, 0.2, 0.88}) {
      for (int limit : new int[] {0, 5, 50}) {
        assertThat(Split.trainedOn(set.info(), share, limit))
            .isEqualTo(Split.of(set, share, 7, limit).train().length);
      }
    }
  }

  @Test
  void flatFoldersOfTrainingAndTestImagesHaveNoClasses() throws Exception {
    image("training/images/1.png", false);
    image("Test/images/1.png", false);
    run("flat");
    ImageSet set = ImageSet.open(datasets.resolve("flat"));
    assertThat(set.info().classes()).isEmpty();
    assertThat(set.info().test()).isEqualTo(1);
  }

  @Test
  void threePartsAreRefusedWithTheWayOut() throws Exception {
    image("train/a/1.png", false);
    image("test/a/1.png", false);
    image("val/a/1.png", false);
    assertRefused("three").hasMessageContaining("give two of them by themselves");
  }

  @Test
  void brokenTrainingImagesLeaveNoDataSetOfTestImages() throws Exception {
    write("train/a/1.png", new byte[] {1, 2, 3});
    image("test/a/1.png", false);
    assertRefused("broken").hasMessageContaining("test images alone");
    assertThat(left()).isEmpty();
  }

  @Test
  void splitThatIsLostIsADamage() throws Exception {
    ImageSet set = trainAndTest();
    Files.write(set.folder().resolve(ImageSet.SPLIT), new byte[3]);
    assertThatThrownBy(() -> ImageSet.open(set.folder()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("split.bin has 3 bytes instead of 8");
  }
}
