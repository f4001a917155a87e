package kindred.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import kindred.experiment.Json;
import org.junit.jupiter.api.Test;

class AccuracyTest {
  @Test
  void sharesAndConfusionAreCounted() {
    float[] scores = {
      9, 1, 0, // right
      1, 2, 0, // a 0 taken for a 1
      0, 0, -1, // equal: the lower class
      -3, -1, -2, // right
      4, 5, 6, // right
    };
    Accuracy accuracy = Accuracy.of(scores, new int[] {0, 0, 1, 1, 2}, 3);
    assertThat(accuracy.top1()).isEqualTo(3 / 5.0);
    assertThat(accuracy.confusion()).isDeepEqualTo(new int[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 1}});
    assertThat(accuracy.perClass()).containsExactly(0.5, 0.5, 1.0);
    assertThat(accuracy.top5()).as("with three classes").isNull();
  }

  @Test
  void topFiveMissesOnlyTheSixth() {
    float[] scores = {
      6, 5, 4, 3, 2, 1, 0, //
      6, 5, 4, 3, 2, 1, 0, //
      6, 5, 4, 3, 2, 1, 0, //
    };
    Accuracy accuracy = Accuracy.of(scores, new int[] {0, 4, 5}, 7);
    assertThat(accuracy.top1()).isEqualTo(1 / 3.0);
    assertThat(accuracy.top5()).isEqualTo(2 / 3.0);
  }

  @Test
  void ofEqualScoresTheLowerClassCountsAsHigher() {
    Accuracy accuracy = Accuracy.of(new float[12], new int[] {4, 5}, 6);
    assertThat(accuracy.top5()).isEqualTo(0.5);
    assertThat(accuracy.top1()).isZero();
    assertThat(accuracy.confusion()[4][0]).isEqualTo(1);
    assertThat(accuracy.confusion()[5][0]).isEqualTo(1);
  }

  @Test
  void topFiveNeedsSixClasses() {
    assertThat(Accuracy.of(new float[5], new int[] {4}, 5).top5()).isNull();
    assertThat(Accuracy.of(new float[6], new int[] {4}, 6).top5()).isEqualTo(1);
  }

  @Test
  void classWithoutTestImagesHasNoAccuracyAndKeepsItsPlaceInJson() {
    Accuracy accuracy = Accuracy.of(new float[] {1, 0, 0}, new int[] {0}, 3);
    assertThat(accuracy.perClass()).containsExactly(1.0, null, null);
    assertThat(Json.line(accuracy))
        .isEqualTo(
            "{\"top1\":1.0,\"top5\":null,\"perClass\":[1.0,null,null],"
                + "\"confusion\":[[1,0,0],[0,0,0],[0,0,0]]}");
  }
}
