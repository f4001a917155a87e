package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Stl10SourceTest {
  private static final int SIDE = 96;
  private static final int PIXELS = 3 * SIDE * SIDE;
  private static final List<String> CLASSES =
      List.of("airplane", "bird", "car", "cat", "deer", "dog", "horse", "monkey", "ship", "truck");

  @TempDir Path folder;

  @BeforeEach
  void files() throws Exception {
    Files.write(folder.resolve("train_X.bin"), SampleFiles.counting(2 * PIXELS));
    Files.write(folder.resolve("train_y.bin"), new byte[] {10, 1});
    Files.write(folder.resolve("test_X.bin"), SampleFiles.counting(PIXELS));
    Files.write(folder.resolve("test_y.bin"), new byte[] {4});
    Files.write(folder.resolve("unlabeled_X.bin"), SampleFiles.counting(3 * PIXELS));
    Files.writeString(folder.resolve("class_names.txt"), String.join("\n", CLASSES) + "\n");
  }

  @Test
  void columnsOfTheFileBecomeRows() throws Exception {
    try (ImageSource source = ImageSources.open(folder.resolve("test_X.bin"));
        ImageDecoder decoder = new ImageDecoder()) {
      ImageSource.Item item = IdxSourceTest.items(source).get(0);
      byte[] square = item.content().load(decoder, new SquareFit(SIDE)).pixels();
      for (int[] at : new int[][] {{0, 0, 1}, {1, 5, 90}, {2, 95, 3}}) {
        int inFile = at[0] * SIDE * SIDE + at[2] * SIDE + at[1]; // channel, column, row
        assertThat(square[at[0] * SIDE * SIDE + at[1] * SIDE + at[2]])
            .isEqualTo((byte) (inFile % 251));
      }
    }
  }

  @Test
  void folderHoldsItsTestImagesOutAndUsesTheUnlabeledOnes() throws Exception {
    try (ImageSource source = ImageSources.open(folder)) {
      List<ImageSource.Item> items = IdxSourceTest.items(source);
      assertThat(source.classes()).isEqualTo(CLASSES);
      assertThat(items).extracting(ImageSource.Item::label).containsExactly(-1, -1, -1, 9, 0, 3);
      assertThat(items.get(4).name()).isEqualTo("train_X.bin#1");
      assertThat(items.get(5).name()).isEqualTo("test_X.bin#0");
      assertThat(List.of(0, 2, 3, 4)).noneMatch(source::test);
      assertThat(source.test(5)).isTrue();
    }
  }

  @Test
  void imagesWithoutALabelsFileHaveNoClass() throws Exception {
    Files.delete(folder.resolve("train_y.bin"));
    try (ImageSource source = ImageSources.open(folder.resolve("train_X.bin"))) {
      assertThat(source.description()).contains("without labels");
      assertThat(source.classes()).isEmpty();
    }
  }

  @Test
  void truncatedFileIsRefused() throws Exception {
    Path file = folder.resolve("unlabeled_X.bin");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), PIXELS + 7));
    assertRefused("27655 bytes are not a multiple of 27648; get it anew");
  }

  @Test
  void labelsOfAnotherNumberOrRangeAreRefused() throws Exception {
    Files.write(folder.resolve("train_y.bin"), new byte[] {1, 2, 3});
    assertRefused("has 3 labels, but train_X.bin has 2 images");
    Files.write(folder.resolve("train_y.bin"), new byte[] {1, 11});
    assertRefused("gives image 1 the label 11");
  }

  private void assertRefused(String part) {
    assertThatThrownBy(() -> ImageSources.open(folder))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(part);
  }
}
