package kindred.evaluate;

/**
 * What a classifier took each test image for.
 *
 * @param predicted a class for each of the test examples, in their order
 */
public record Classified(int[] predicted, Accuracy accuracy) {
  /**
   * The class of the highest score; of equal ones the lower class.
   *
   * @param scores n×classes
   * @param labels n true classes
   */
  static Classified of(float[] scores, int[] labels, int classes) {
    int[] predicted = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = scores[i * classes + c] > scores[i * classes + best] ? c : best;
      }
      predicted[i] = best;
    }
    return new Classified(predicted, Accuracy.of(scores, labels, classes));
  }
}
