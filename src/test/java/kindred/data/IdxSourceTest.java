package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxSourceTest {
  @TempDir Path folder;

  static List<ImageSource.Item> items(ImageSource source) throws IOException {
    List<ImageSource.Item> items = new ArrayList<>();
    try (ImageSource.Reading reading = source.read()) {
      for (int i = 0; i < source.count(); i++) {
        items.add(reading.next());
      }
    }
    return items;
  }

  private static byte[] pixels(ImageSource.Item item, int size) throws Exception {
    try (ImageDecoder decoder = new ImageDecoder()) {
      return item.content().load(decoder, new SquareFit(size)).pixels();
    }
  }

  @Test
  void gzipPairIsReadWithItsLabels() throws Exception {
    byte[] values = SampleFiles.counting(3 * 64);
    Path images = folder.resolve("train-images-idx3-ubyte.gz");
    SampleFiles.idx(images, values, 3, 8, 8);
    SampleFiles.idx(folder.resolve("train-labels-idx1-ubyte.gz"), new byte[] {2, 0, 4}, 3);
    try (ImageSource source = ImageSources.open(images)) {
      List<ImageSource.Item> items = items(source);
      assertThat(source.classes()).containsExactly("0", "1", "2", "3", "4");
      assertThat(items).extracting(ImageSource.Item::label).containsExactly(2, 0, 4);
      assertThat(items.get(2).name()).isEqualTo("train-images-idx3-ubyte.gz#2");
      assertThat(pixels(items.get(2), 8)).isEqualTo(Arrays.copyOfRange(values, 128, 192));
    }
  }

  @Test
  void folderOfOnePairIsReadAndItsGzipCopyIgnored() throws Exception {
    SampleFiles.idx(folder.resolve("t10k-images.idx3-ubyte"), new byte[128], 2, 8, 8);
    SampleFiles.idx(folder.resolve("t10k-images.idx3-ubyte.gz"), new byte[128], 2, 8, 8);
    SampleFiles.idx(folder.resolve("t10k-labels.idx1-ubyte"), new byte[] {1, 0}, 2);
    try (ImageSource source = ImageSources.open(folder)) {
      assertThat(items(source)).extracting(ImageSource.Item::label).containsExactly(1, 0);
    }
  }

  @Test
  void imagesWithoutALabelsFileHaveNoClasses() throws Exception {
    Path images = SampleFiles.idx(folder.resolve("images-idx3-ubyte"), new byte[64], 1, 8, 8);
    try (ImageSource source = ImageSources.open(images)) {
      assertThat(source.classes()).isEmpty();
      assertThat(items(source).get(0).label()).isEqualTo(ImageSet.UNLABELED);
    }
  }

  @Test
  void folderOfTwoPairsAsksForOne() throws Exception {
    SampleFiles.idx(folder.resolve("t10k-images-idx3-ubyte"), new byte[64], 1, 8, 8);
    SampleFiles.idx(folder.resolve("train-images-idx3-ubyte"), new byte[64], 1, 8, 8);
    assertThatThrownBy(() -> ImageSources.open(folder))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("(t10k-images-idx3-ubyte, train-images-idx3-ubyte); give the path");
  }

  @Test
  void labelsOfAnotherCountAreRefusedNamingBoth() throws Exception {
    Path images = SampleFiles.idx(folder.resolve("a-images-idx3"), new byte[128], 2, 8, 8);
    SampleFiles.idx(folder.resolve("a-labels-idx1"), new byte[3], 3);
    assertThatThrownBy(() -> ImageSources.open(images))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "a-labels-idx1 has 3 labels, but a-images-idx3 has 2 images;"
                + " they do not belong together");
  }

  @Test
  void namedIdxLabelsReplaceThoseBeside() throws Exception {
    Path images = SampleFiles.idx(folder.resolve("a-images-idx3"), new byte[128], 2, 8, 8);
    SampleFiles.idx(folder.resolve("a-labels-idx1"), new byte[] {0, 1}, 2);
    Path other = SampleFiles.idx(folder.resolve("other"), new byte[] {2, 2}, 2);
    try (ImageSource source = ImageSources.open(images, other)) {
      assertThat(items(source)).extracting(ImageSource.Item::label).containsExactly(2, 2);
    }
  }

  @Test
  void fileShorterOrLongerThanItsHeaderIsRefused() throws Exception {
    for (String name : List.of("x-idx3", "x-idx3.gz")) {
      Path shorter = SampleFiles.idx(folder.resolve(name), new byte[100], 2, 8, 8);
      try (ImageSource source = ImageSources.open(shorter)) {
        assertThatThrownBy(() -> items(source))
            .isInstanceOf(BadInput.class)
            .hasMessage(name + " is truncated: its header says 2, and it ends after 1");
      }
      Path longer = SampleFiles.idx(folder.resolve(name), new byte[129], 2, 8, 8);
      try (ImageSource source = ImageSources.open(longer)) {
        assertThatThrownBy(() -> items(source))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("longer than its header says");
      }
    }
  }

  @Test
  void truncatedGzipIsRefused() throws Exception {
    Path images = SampleFiles.idx(folder.resolve("x-idx3.gz"), new byte[640], 10, 8, 8);
    byte[] bytes = Files.readAllBytes(images);
    Files.write(images, Arrays.copyOf(bytes, bytes.length - 12));
    try (ImageSource source = ImageSources.open(images)) {
      assertThatThrownBy(() -> items(source))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("x-idx3.gz is truncated");
    }
  }

  @Test
  void labelsFileInPlaceOfImagesIsNamed() throws Exception {
    Path labels = SampleFiles.idx(folder.resolve("a-labels-idx1"), new byte[3], 3);
    assertThatThrownBy(() -> ImageSources.open(labels))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("IDX file of labels; give the file of images");
  }

  @Test
  void headerWithoutImagesIsRefused() throws Exception {
    Path images = SampleFiles.idx(folder.resolve("a-idx3"), new byte[0], 0, 8, 8);
    assertThatThrownBy(() -> ImageSources.open(images))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("a-idx3 holds nothing");
  }
}
