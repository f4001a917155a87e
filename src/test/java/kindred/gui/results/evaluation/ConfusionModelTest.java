package kindred.gui.results.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.evaluate.Accuracy;
import kindred.evaluate.Evaluation;
import kindred.gui.results.evaluation.ConfusionModel.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfusionModelTest {
  @TempDir Path folder;
  private final ConfusionModel model = new ConfusionModel();

  private static Accuracy accuracy(int[][] confusion) {
    return new Accuracy(0.5, null, Arrays.asList(0.5, 0.5, null), confusion);
  }

  /** Classes 0 1 2 in turns; six images. */
  private EvaluationResult result(boolean kept) {
    ImageSet images = PackedImages.write(folder.resolve("six"), 6, 1, 8, 8, 3, (n, c, y, x) -> n);
    Accuracy probe = accuracy(new int[][] {{1, 1, 0}, {0, 0, 2}, {0, 0, 0}});
    Accuracy knn = accuracy(new int[][] {{2, 0, 0}, {2, 0, 0}, {0, 0, 0}});
    Evaluation evaluation =
        new Evaluation(
            "ae-1", "six", "six", 2, 4, false, List.of("cat", "dog", "fox"), null, probe, knn);
    var predictions =
        new EvaluationResult.Predictions(
            new int[] {0, 3, 1, 4}, new int[] {0, 1, 2, 2}, new int[] {0, 0, 0, 0});
    return new EvaluationResult(evaluation, kept ? predictions : null, kept ? images : null);
  }

  @Test
  void mostFrequentMistakeIsChosenWithTheImagesBehindIt() {
    model.show(result(true));
    assertThat(model.cellProperty().get()).contains(new Cell(1, 2));
    assertThat(model.words()).isEqualTo("dog, taken for fox");
    assertThat(model.images()).containsExactly(1, 4);
    assertThat(model.share(1, 2)).isEqualTo(1);
  }

  @Test
  void otherClassifierHasOtherImagesBehindTheSameCell() {
    model.show(result(true));
    model.classifierProperty().set(Classifier.KNN);
    assertThat(model.images()).isEmpty();
    model.choose(1, 0);
    assertThat(model.images()).containsExactly(1, 4);
  }

  @Test
  void choosingStaysInside() {
    model.show(result(true));
    model.choose(-1, 7);
    assertThat(model.cellProperty().get()).contains(new Cell(0, 2));
    assertThat(model.share(2, 0)).as("a class without images").isZero();
  }

  @Test
  void withoutKeptPredictionsThereAreNumbersAndNoImages() {
    model.show(result(false));
    assertThat(model.count(1, 2)).isEqualTo(2);
    assertThat(model.images()).isEmpty();
  }
}
