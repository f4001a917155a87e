package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import kindred.data.Leakage.Found;
import kindred.data.Leakage.Side;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakageTest {
  @TempDir Path temp;

  private static BufferedImage waves(long seed, int brighter) {
    double[] waves = new Random(seed).doubles(4, 0.05, 0.5).toArray();
    BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 48 * 48; i++) {
      int x = i % 48;
      int y = i / 48;
      double value = Math.sin(x * waves[0] + waves[1] * 20) + Math.cos(y * waves[2]);
      image.getRaster().setSample(x, y, 0, (int) (110 + 40 * value) + brighter);
    }
    return image;
  }

  private ImageSet imported(String name, int size, List<BufferedImage> images) throws IOException {
    Path folder = temp.resolve(name);
    for (int i = 0; i < images.size(); i++) {
      SampleFiles.write(
          folder.resolve("%03d.png".formatted(i)), SampleFiles.encoded(images.get(i), "png"));
    }
    ImportRequest request = new ImportRequest(folder, name, size, Optional.empty());
    Importer.run(request, temp.resolve("datasets"), progress -> {}, () -> false);
    return ImageSet.open(temp.resolve("datasets").resolve(name));
  }

  private ImageSet train() throws IOException {
    return imported("train", 32, IntStream.range(0, 30).mapToObj(i -> waves(i, 0)).toList());
  }

  private ImageSet test() throws IOException {
    // the first is new, the second a brighter image 7, the third image 11 itself
    return imported("test", 32, List.of(waves(99, 0), waves(7, 12), waves(11, 0)));
  }

  private static Found find(Side test, Side train) {
    return Leakage.find(test, train, 4, share -> {}, () -> false);
  }

  @Test
  void testImagesThatAreOrLookLikeTrainingImagesAreFoundAndNothingElse() throws IOException {
    Found found = find(Side.all(test()), Side.all(train()));
    assertThat(found.leaks().stream().map(leak -> List.of(leak.image(), leak.twin())).toList())
        .containsExactly(List.of(2, 11), List.of(1, 7));
    assertThat(found.exact()).isEqualTo(1);
    assertThat(found.near()).isEqualTo(1);
    assertThat(found.images()).isEqualTo(3);
  }

  @Test
  void onlyTheChosenImagesOfOneDataSetAreCompared() throws IOException {
    ImageSet set = imported("one", 32, List.of(waves(1, 0), waves(2, 0), waves(1, 0), waves(2, 0)));
    Found found = find(new Side(set, new int[] {3}), new Side(set, new int[] {0, 1}));
    assertThat(found.leaks().stream().map(leak -> List.of(leak.image(), leak.twin())).toList())
        .containsExactly(List.of(3, 1));
    assertThat(find(new Side(set, new int[] {3}), new Side(set, new int[] {0, 2})).leaks())
        .isEmpty();
  }

  @Test
  void otherShapesAreRefusedAndASearchCanBeStopped() throws IOException {
    Side train = Side.all(train());
    Side small = Side.all(imported("small", 16, List.of(waves(1, 0))));
    assertThatThrownBy(() -> find(small, train))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("small has images of 1×16×16 and train of 1×32×32");
    assertThatThrownBy(() -> Leakage.find(train, train, 4, share -> {}, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
