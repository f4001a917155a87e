package kindred.data;

import static kindred.data.SeenBatch.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BatchesTest {
  private static final List<View> TWO_VIEWS =
      List.of(View.of(Augmentation.byolFirst(16)), View.of(Augmentation.byolSecond(16)));

  @TempDir Path folder;
  private ImageSet set;

  @BeforeEach
  void pack() {
    set = PackedImages.varied(folder.resolve("varied"), 50, 3, 12, 10);
  }

  private static int[] all(int count) {
    return IntStream.range(0, count).toArray();
  }

  private Batches training(List<View> views, int threads) {
    return new Batches(set, all(50), 12, 16, views, 3, threads);
  }

  @Test
  void neitherThreadsNorRepetitionNorTheStartChangeAByte() {
    Batches one = training(TWO_VIEWS, 1);
    List<SeenBatch> seen = read(one, 2, 0);
    assertThat(seen).hasSize(4);
    assertThat(read(one, 2, 0)).isEqualTo(seen);
    Batches three = training(TWO_VIEWS, 3);
    assertThat(read(three, 2, 0)).isEqualTo(seen);
    assertThat(read(three, 2, 3)).isEqualTo(seen.subList(3, 4));
    assertThat(read(three, 2, 4)).isEmpty();
    assertThat(read(three, 1, 0)).isNotEqualTo(seen);
  }

  @Test
  void anEpochHoldsEachImageAtMostOnceAndLeavesTheRestOut() {
    List<SeenBatch> seen = read(training(TWO_VIEWS, 2), 0, 0);
    List<Integer> images = seen.stream().flatMap(batch -> batch.images().stream()).toList();
    assertThat(images).hasSize(48).doesNotHaveDuplicates();
    assertThat(images).isSubsetOf(IntStream.range(0, 50).boxed().toList());
    assertThat(seen).extracting(SeenBatch::index).containsExactly(0, 1, 2, 3);
    assertThat(seen).allMatch(batch -> batch.pixels().size() == 2 * 12 * 3 * 16 * 16);
    List<SeenBatch> next = read(training(TWO_VIEWS, 2), 1, 0);
    assertThat(next.get(0).images()).isNotEqualTo(seen.get(0).images());
  }

  @Test
  void fewerImagesThanABatchMakeOneSmallerBatch() {
    Batches batches = new Batches(set, new int[] {4, 8, 15}, 12, 16, TWO_VIEWS, 3, 2);
    assertThat(batches.perEpoch()).isEqualTo(1);
    List<SeenBatch> seen = read(batches, 0, 0);
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).images()).containsExactlyInAnyOrder(4, 8, 15);
    assertThat(seen.get(0).pixels()).hasSize(2 * 3 * 3 * 16 * 16);
  }

  @Test
  void inOrderGivesEveryImagePlainAndInTurn() {
    int[] images = {7, 3, 3, 49, 0};
    List<SeenBatch> seen = read(Batches.inOrder(set, images, 2, 16, 2), 0, 0);
    assertThat(seen)
        .extracting(SeenBatch::images)
        .containsExactly(List.of(7, 3), List.of(3, 49), List.of(0));
    byte[] image = new byte[set.info().imageBytes()];
    set.pixels(49, image, 0);
    List<Byte> second = seen.get(1).pixels().subList(768, 1536);
    for (int c = 0; c < 3; c++) {
      // 12 rows of 10 pixels in the middle of 16×16
      assertThat(second.get(c * 256 + 2 * 16 + 3)).isEqualTo(image[c * 120]);
      assertThat(second.get(c * 256 + 13 * 16 + 12)).isEqualTo(image[c * 120 + 119]);
      assertThat(second.get(c * 256 + 13 * 16 + 13)).isZero();
    }
    assertThat(seen.get(2).pixels()).hasSize(768);
  }

  @Test
  void neighborsWithProbabilityZeroGiveTheBaselineDrawForDraw() {
    int[][] next =
        IntStream.range(0, 50).mapToObj(i -> new int[] {(i + 1) % 50}).toArray(int[][]::new);
    List<SeenBatch> baseline = read(training(TWO_VIEWS, 2), 1, 0);
    assertThat(read(training(withNeighbors(next, 0), 2), 1, 0)).isEqualTo(baseline);
    assertThat(read(training(withNeighbors(new int[50][0], 1), 2), 1, 0)).isEqualTo(baseline);
    assertThat(read(training(withNeighbors(next, 0.5), 2), 1, 0)).isNotEqualTo(baseline);
  }

  private static List<View> withNeighbors(int[][] neighbors, double probability) {
    return List.of(
        TWO_VIEWS.get(0),
        new View(Augmentation.byolSecond(16), ViewSource.neighbors(neighbors, probability)));
  }

  @Test
  void neighborViewsShowTheNeighbors() {
    int[][] next =
        IntStream.range(0, 50).mapToObj(i -> new int[] {(i + 1) % 50}).toArray(int[][]::new);
    List<View> views =
        List.of(View.plain(), new View(Augmentation.none(), ViewSource.neighbors(next, 1)));
    for (SeenBatch batch : read(training(views, 2), 0, 0)) {
      for (int i = 0; i < 12; i++) {
        byte[] image = new byte[set.info().imageBytes()];
        set.pixels((batch.images().get(i) + 1) % 50, image, 0);
        assertThat(batch.pixels().get((12 + i) * 768 + 2 * 16 + 3)).isEqualTo(image[0]);
      }
    }
    assertThatThrownBy(() -> ViewSource.neighbors(next, 1.5))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("1.5");
  }

  @Test
  void onlyViewsOfAnotherImageAreDistortedInItsWay() {
    int[][] ofEven =
        IntStream.range(0, 50)
            .mapToObj(i -> i % 2 == 0 ? new int[] {(i + 1) % 50} : new int[0])
            .toArray(int[][]::new);
    View view =
        new View(Augmentation.byolSecond(16), ViewSource.neighbors(ofEven, 1), Augmentation.none());
    List<SeenBatch> own = read(training(TWO_VIEWS, 2), 0, 0);
    List<SeenBatch> seen = read(training(List.of(TWO_VIEWS.get(0), view), 2), 0, 0);
    for (int b = 0; b < seen.size(); b++) {
      for (int i = 0; i < 12; i++) {
        int number = seen.get(b).images().get(i);
        List<Byte> pixels = seen.get(b).pixels().subList((12 + i) * 768, (13 + i) * 768);
        if (number % 2 == 0) {
          byte[] image = new byte[set.info().imageBytes()];
          set.pixels((number + 1) % 50, image, 0);
          assertThat(pixels.get(2 * 16 + 3)).isEqualTo(image[0]);
          assertThat(pixels.get(0)).isZero();
        } else {
          assertThat(pixels).isEqualTo(own.get(b).pixels().subList((12 + i) * 768, (13 + i) * 768));
        }
      }
    }
  }

  @Test
  void impossibleWishesAreRefusedWithAWayOut() {
    refused(() -> new Batches(set, new int[0], 12, 16, TWO_VIEWS, 3, 1), "no images");
    refused(() -> new Batches(set, all(50), 0, 16, TWO_VIEWS, 3, 1), "batch size is 0");
    refused(() -> new Batches(set, all(50), 12, 16, TWO_VIEWS, 3, 0), "threads is 0");
    refused(() -> new Batches(set, all(50), 12, 9999, TWO_VIEWS, 3, 1), "1 to 2048");
    refused(() -> Batches.inOrder(set, all(50), 12, 8, 1), "choose at least 16");
  }

  private static void refused(Runnable wish, String part) {
    assertThatThrownBy(wish::run).isInstanceOf(BadInput.class).hasMessageContaining(part);
  }

  @Test
  void networkSizeIsTheNextMultipleOfEight() {
    assertThat(Batches.networkSize(set)).isEqualTo(16);
    assertThat(Batches.networkSize(PackedImages.varied(folder.resolve("a"), 1, 1, 28, 28)))
        .isEqualTo(32);
    assertThat(Batches.networkSize(PackedImages.varied(folder.resolve("b"), 1, 1, 32, 9)))
        .isEqualTo(32);
  }
}
