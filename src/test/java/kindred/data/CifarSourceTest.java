package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarSourceTest {
  private static final byte[] PIXELS = SampleFiles.counting(3072);

  @TempDir Path folder;

  private Path file(String name, int... labels) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean hundred = name.startsWith("t") && !name.startsWith("test_batch");
    for (int label : labels) {
      if (hundred) {
        out.write(99); // the coarse label, which must not be taken
      }
      out.write(label);
      out.writeBytes(PIXELS);
    }
    return Files.write(folder.resolve(name), out.toByteArray());
  }

  @Test
  void trainingBatchesOfAFolderAreReadInOrderWithoutTheTestBatch() throws Exception {
    file("data_batch_2.bin", 7);
    file("data_batch_1.bin", 3, 9);
    file("test_batch.bin", 1);
    List<String> names = IntStream.range(0, 10).mapToObj(i -> "class" + i).toList();
    Files.writeString(folder.resolve("batches.meta.txt"), String.join("\n", names) + "\n\n");
    try (ImageSource source = ImageSources.open(folder)) {
      List<ImageSource.Item> items = IdxSourceTest.items(source);
      assertThat(source.classes()).isEqualTo(names);
      assertThat(items).extracting(ImageSource.Item::label).containsExactly(3, 9, 7);
      assertThat(items)
          .extracting(ImageSource.Item::name)
          .containsExactly("data_batch_1.bin#0", "data_batch_1.bin#1", "data_batch_2.bin#0");
      try (ImageDecoder decoder = new ImageDecoder()) {
        Square square = items.get(2).content().load(decoder, new SquareFit(32));
        assertThat(square.channels()).isEqualTo(3);
        assertThat(square.pixels()).isEqualTo(PIXELS);
      }
    }
  }

  @Test
  void testBatchIsReadWhenItIsNamed() throws Exception {
    try (ImageSource source = ImageSources.open(file("test_batch.bin", 1, 2))) {
      assertThat(IdxSourceTest.items(source))
          .extracting(ImageSource.Item::label)
          .containsExactly(1, 2);
      assertThat(source.classes()).hasSize(10).startsWith("0", "1");
    }
  }

  @Test
  void fineLabelOfCifar100IsTheClass() throws Exception {
    try (ImageSource source = ImageSources.open(file("train.bin", 42, 5))) {
      assertThat(IdxSourceTest.items(source))
          .extracting(ImageSource.Item::label)
          .containsExactly(42, 5);
      assertThat(source.classes()).hasSize(100);
    }
  }

  @Test
  void truncatedBatchIsRefused() throws Exception {
    Path file = file("data_batch_1.bin", 1, 2);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5000));
    assertThatThrownBy(() -> ImageSources.open(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("5000 bytes are not a multiple of 3073");
  }

  @Test
  void labelBeyondTheClassesIsRefused() throws Exception {
    try (ImageSource source = ImageSources.open(file("data_batch_1.bin", 1, 10))) {
      assertThatThrownBy(() -> IdxSourceTest.items(source))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("data_batch_1.bin#1 has label 10");
    }
  }
}
