package kindred.torch;

/**
 * What a loss is given for every image beside its pixels: one row of {@code given}, a float tensor
 * N×length.
 */
public sealed interface Given {
  /** No such tensor. */
  record Nothing() implements Given {}

  /**
   * Draws from N(0, 1), new in every step. They depend on the learner's seed and the step's number
   * alone, so that a resumed training draws what it would have drawn.
   *
   * @param length of a row
   */
  record Noise(int length) implements Given {}

  /**
   * The image's own code, one row of a table, which is trained as well: by Adam with β₁ = 0.9, β₂ =
   * 0.999 and ε = 1e-8, whatever trains the networks. A step moves the batch's rows and their
   * moments and no others. Every row counts its own steps for the bias correction, so that it moves
   * exactly as if it were a parameter that is trained alone.
   *
   * @param images rows of the table
   * @param length of a row
   * @param deviation first values are drawn from N(0, deviation²), each row's by the learner's seed
   *     and its number
   * @param relativeRate the codes' learning rate, as a multiple of the networks' in the same step
   */
  record Codes(int images, int length, double deviation, double relativeRate) implements Given {}

  /**
   * One number, the same for all images and new in every step, drawn uniformly from [low, high). It
   * depends on the learner's seed and the step's number alone, and comes to the program as an
   * argument.
   */
  record Uniform(double low, double high) implements Given {}
}
