package kindred.gui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.gui.data.ImageOrder.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageOrderTest {
  @TempDir Path temp;

  private ImageSet set(int count, int classes) {
    return PackedImages.write(temp.resolve("set"), count, 1, 8, 8, classes, (n, c, y, x) -> n);
  }

  private static List<Integer> images(ImageOrder order) {
    return IntStream.range(0, order.size()).mapToObj(order::image).toList();
  }

  @Test
  void imagesOfAClassStandTogetherBelowItsHeading() {
    ImageOrder order = ImageOrder.byClass(set(5, 2)); // labels 0, 1, 0, 1, 0

    assertThat(images(order)).containsExactly(0, 2, 4, 1, 3);
    assertThat(order.rows(2))
        .containsExactly(
            new Row(true, 0, 0, 3),
            new Row(false, 0, 0, 2),
            new Row(false, 0, 2, 3),
            new Row(true, 1, 3, 5),
            new Row(false, 1, 3, 5));
  }

  @Test
  void oneClassHasNoHeading() {
    ImageOrder order = ImageOrder.byClass(set(5, 2), label -> label == 1);
    assertThat(images(order)).containsExactly(1, 3);
    assertThat(order.rows(4)).containsExactly(new Row(false, 1, 0, 2));
  }

  @Test
  void imagesWithoutClassesAreInTheirOwnOrder() {
    ImageOrder order = ImageOrder.byClass(set(3, 0));
    assertThat(images(order)).containsExactly(0, 1, 2);
    assertThat(order.rows(2)).noneMatch(Row::heading).hasSize(2);
  }

  @Test
  void oneImageIsOneRow() {
    assertThat(ImageOrder.byNumber(set(1, 0)).rows(9)).hasSize(1);
  }

  @Test
  void balanceCountsEveryImageOnce() {
    ClassBalance labeled = ClassBalance.of(set(5, 2));
    assertThat(labeled.summary())
        .isEqualTo("2 classes; most images in class 0 (3), fewest in class 1 (2)");
    ClassBalance none = ClassBalance.of(set(3, 0));
    assertThat(none.labeled()).isFalse();
    assertThat(none.classes()).containsExactly(new ClassBalance.Share(-1, "no class", 3));
  }
}
