package kindred.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * A linear probe that was trained, with the standardization of its vectors folded in: class c's
 * score of a vector v is weight[c] · v + bias[c]. Needs no engine.
 *
 * @param weight classes×dimension
 * @param bias one of each class
 * @param dimension of the vectors that it takes
 */
public record LinearClassifier(float[] weight, float[] bias, int dimension) {
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";
  private static final String CLASSES = "classes";

  /** Folds a standardization into a classifier of standardized vectors. */
  static LinearClassifier folded(float[] weight, float[] bias, double[] mean, double[] deviation) {
    int d = mean.length;
    float[] scaled = new float[weight.length];
    float[] moved = new float[bias.length];
    for (int c = 0; c < bias.length; c++) {
      double shift = bias[c];
      for (int j = 0; j < d; j++) {
        double share = weight[c * d + j] / deviation[j];
        scaled[c * d + j] = (float) share;
        shift -= share * mean[j];
      }
      moved[c] = (float) shift;
    }
    return new LinearClassifier(scaled, moved, d);
  }

  /** A class and how sure the classifier is of it. */
  public record Guess(int label, double probability) {}

  /**
   * The most probable class of a vector, by the softmax of its scores.
   *
   * @param vectors n×dimension
   * @param row which of them
   */
  public Guess guess(float[] vectors, int row) {
    double[] scores = new double[bias.length];
    int best = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = bias[c];
      for (int j = 0; j < dimension; j++) {
        scores[c] += (double) weight[c * dimension + j] * vectors[row * dimension + j];
      }
      best = scores[c] > scores[best] ? c : best;
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - scores[best]);
    }
    return new Guess(best, 1 / sum);
  }

  /**
   * Replaces a file: {@code weight} and {@code bias}, with the names of the classes as metadata.
   */
  public void write(Path file, List<String> classes) {
    Safetensors.write(
        file,
        Map.of(
            WEIGHT, NamedArray.floats(weight, bias.length, dimension),
            BIAS, NamedArray.floats(bias, bias.length)),
        Map.of(CLASSES, Json.line(classes)));
  }

  /** A classifier from a file, with the names of its classes. */
  public record Named(LinearClassifier classifier, List<String> classes) {}

  /**
   * Reads the file.
   *
   * @throws BadInput if it is missing, damaged, or holds something else
   */
  public static Named read(Path file) {
    Safetensors.Content content = Safetensors.read(file);
    NamedArray weight = content.arrays().get(WEIGHT);
    NamedArray bias = content.arrays().get(BIAS);
    String classes = content.metadata().get(CLASSES);
    if (weight == null || bias == null || classes == null || weight.shape().length != 2) {
      throw new BadInput(file + " holds no linear probe");
    }
    return new Named(
        new LinearClassifier(weight.toFloats(), bias.toFloats(), (int) weight.shape()[1]),
        List.of(Json.read(classes, String[].class, file.toString())));
  }
}
