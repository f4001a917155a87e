package kindred.gui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kindred.data.Augmentation;
import kindred.data.Batch;
import kindred.data.Batches;
import kindred.data.Epoch;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.data.View;
import kindred.gui.data.Views.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsTest {
  private static final Augmentation FIRST = Augmentation.byolFirst(16);
  private static final Augmentation SECOND = Augmentation.byolSecond(16);

  @TempDir Path temp;

  private ImageSet set(int channels) {
    return PackedImages.varied(temp.resolve("set"), 6, channels, 16, 16);
  }

  @Test
  void previewShowsByteForByteWhatATrainingDraws() {
    ImageSet set = set(3);
    List<View> pair = List.of(View.of(FIRST), View.of(SECOND));
    Batches batches = new Batches(set, new int[] {0, 1, 2, 3, 4, 5}, 6, 16, pair, 1, 1);
    for (int number = 0; number < 2; number++) {
      try (Epoch epoch = batches.epoch(number, 0);
          Batch batch = epoch.next()) {
        for (int place = 0; place < 6; place++) {
          int image = batch.images()[place];
          List<byte[]> previewed = new Views(set).of(image, new Look(FIRST, SECOND, 1, number), 1);
          List<byte[]> trained = new ArrayList<>();
          for (int view = 0; view < 2; view++) {
            trained.add(view(batch.pixels(), view * 6 + place, 3 * 16 * 16));
          }
          assertThat(previewed).usingRecursiveComparison().isEqualTo(trained);
        }
      }
    }
  }

  private static byte[] view(ByteBuffer pixels, int number, int length) {
    byte[] view = new byte[length];
    pixels.get(number * length, view);
    return view;
  }

  @Test
  void sameSeedGivesSameViewsAndAnotherEpochOthers() {
    Views views = new Views(set(1));
    List<byte[]> once = views.of(3, new Look(FIRST, SECOND, 1, 0), 2);
    List<byte[]> again = views.of(3, new Look(FIRST, SECOND, 1, 0), 2);
    assertThat(once).usingRecursiveComparison().isEqualTo(again);
    assertThat(once.get(0)).isNotEqualTo(once.get(2));
  }

  @Test
  void knobTurnsItsOwnValueAlone() {
    for (Knob knob : Knob.values()) {
      double to = knob.low() + 0.6 * (knob.high() - knob.low());
      Augmentation turned = knob.turned(SECOND, to);
      assertThat(knob.of(turned)).isEqualTo(to);
      for (Knob other : Knob.values()) {
        if (other != knob) {
          assertThat(other.of(turned)).as(other + " after " + knob).isEqualTo(other.of(SECOND));
        }
      }
    }
  }

  @Test
  void smallestCropPushesTheLargestAhead() {
    Augmentation small = Knob.LARGEST_CROP.turned(FIRST, 0.3);
    Augmentation pushed = Knob.SMALLEST_CROP.turned(small, 0.5);
    assertThat(pushed.minScale()).isEqualTo(0.5);
    assertThat(pushed.maxScale()).isEqualTo(0.5);
  }
}
