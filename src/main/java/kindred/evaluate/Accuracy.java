package kindred.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How well a classifier did on test images, as shares in [0, 1].
 *
 * @param top1 share of images whose class has the highest score
 * @param top5 share of images whose class is among the five highest scores; null with fewer than
 *     six classes
 * @param perClass top-1 by true class; null for a class without test images
 * @param confusion row: true class, column: class with the highest score, counts
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Accuracy(double top1, Double top5, List<Double> perClass, int[][] confusion) {
  private static final int FEW = 5;

  /**
   * Counts.
   *
   * @param scores n×classes; of equal scores the lower class counts as higher
   * @param labels n true classes
   */
  static Accuracy of(float[] scores, int[] labels, int classes) {
    int[][] confusion = new int[classes][classes];
    int amongFive = 0;
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i];
      int rank = 0;
      int best = 0;
      for (int c = 0; c < classes; c++) {
        float score = scores[i * classes + c];
        float own = scores[i * classes + label];
        if (score > own || (score == own && c < label)) {
          rank++;
        }
        if (score > scores[i * classes + best]) {
          best = c;
        }
      }
      confusion[label][best]++;
      if (rank < FEW) {
        amongFive++;
      }
    }
    int right = 0;
    Double[] perClass = new Double[classes];
    for (int c = 0; c < classes; c++) {
      int images = java.util.Arrays.stream(confusion[c]).sum();
      right += confusion[c][c];
      perClass[c] = images == 0 ? null : (double) confusion[c][c] / images;
    }
    double n = labels.length;
    return new Accuracy(
        right / n,
        classes > FEW ? amongFive / n : null,
        java.util.Collections.unmodifiableList(java.util.Arrays.asList(perClass)),
        confusion);
  }
}
