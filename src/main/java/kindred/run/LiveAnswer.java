package kindred.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a live process says: one line of JSON, with pixels in base64. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LiveAnswer.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = LiveAnswer.Embedded.class, name = "embedded"),
  @JsonSubTypes.Type(value = LiveAnswer.Found.class, name = "found"),
  @JsonSubTypes.Type(value = LiveAnswer.Directions.class, name = "directions"),
  @JsonSubTypes.Type(value = LiveAnswer.Decoded.class, name = "decoded"),
  @JsonSubTypes.Type(value = LiveAnswer.Refused.class, name = "refused")
})
public sealed interface LiveAnswer {
  /** The first line: the run is loaded, with vectors of so many numbers. */
  record Ready(int latent) implements LiveAnswer {}

  /**
   * An image's vector.
   *
   * @param pixels of the image as it would lie in the data set, C×H×W
   */
  record Embedded(float[] vector, byte[] pixels) implements LiveAnswer {}

  /**
   * An image's neighbors, nearest first.
   *
   * @param images numbers in the data set
   * @param pixels of the image that was asked for, as it would lie in the data set, C×H×W
   */
  record Found(int[] images, double[] distances, byte[] pixels) implements LiveAnswer {}

  /**
   * The directions in which a run's vectors vary most, the strongest first.
   *
   * @param mean of the vectors
   * @param directions of length 1
   * @param deviations standard deviation along each
   * @param shares of all variance
   */
  record Directions(double[] mean, double[][] directions, double[] deviations, double[] shares)
      implements LiveAnswer {}

  /**
   * Pictures, one for each vector.
   *
   * @param pixels N×C×S×S
   */
  record Decoded(int channels, int size, byte[] pixels) implements LiveAnswer {}

  /** It cannot be done. */
  record Refused(String reason) implements LiveAnswer {}
}
