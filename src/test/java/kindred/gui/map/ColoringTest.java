package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColoringTest {
  @Test
  void countsTheImagesOfTheMapByName() {
    int[] labels = {0, 1, 1, -1, 0, 1};
    Coloring coloring =
        Coloring.byName("Class", "", List.of("cat", "dog", "cow"), labels, new int[] {0, 1, 2, 3});
    assertThat(coloring.groups().stream().map(Coloring.Group::count)).containsExactly(1, 2, 0, 1);
    assertThat(coloring.present()).as("no cow is there").containsExactly(0, 1, 3);
    assertThat(coloring.of(5).name()).isEqualTo("dog");
    assertThat(coloring.of(3).name()).isEqualTo("unknown");
  }

  @Test
  void aNumberMakesRangesOfAsManyImages() {
    float[] values = new float[800];
    for (int i = 0; i < 800; i++) {
      values[i] = (float) Math.pow(1.01, i);
    }
    int[] shown = IntStream.range(0, 800).toArray();
    Coloring coloring = Coloring.byNumber("Distance", "", values, shown);
    assertThat(coloring.groups()).hasSize(9);
    assertThat(coloring.groups().subList(0, 8)).allMatch(group -> group.count() == 100);
    assertThat(coloring.of(0).name()).isEqualTo("1.00 – 2.68"); // 1.01 to the 99th
    assertThat(coloring.ofImage()[799]).isEqualTo((short) 7);
  }

  @Test
  void equalNumbersAreInOneRangeAndMissingOnesInNone() {
    float[] values = {0, 0, 0, 0, 0, 0, 5, Float.NaN};
    Coloring coloring =
        Coloring.byNumber("Popularity", "", values, IntStream.range(0, 8).toArray());
    assertThat(coloring.present().stream().map(i -> coloring.groups().get(i).name()))
        .containsExactly("0", "5.00", "unknown");
    assertThat(coloring.of(0).count()).isEqualTo(6);
    Coloring nothing = Coloring.byNumber("Popularity", "", new float[] {Float.NaN}, new int[] {0});
    assertThat(nothing.present()).hasSize(1);
  }

  @Test
  void aScaleGetsLighterAllTheWayOnBothBackgrounds() {
    for (boolean dark : new boolean[] {false, true}) {
      double before = -1;
      for (double share = 0; share <= 1; share += 0.125) {
        double light = Scale.color(share, dark).grayscale().getRed();
        assertThat(light).isGreaterThan(before + 0.02);
        before = light;
      }
    }
  }
}
