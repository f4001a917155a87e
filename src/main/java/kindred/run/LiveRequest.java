package kindred.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;

/**
 * What a live process is asked about its run: one line of JSON, answered by one line.
 *
 * @param <A> the answer, if it is not refused
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LiveRequest.Embed.class, name = "embed"),
  @JsonSubTypes.Type(value = LiveRequest.Nearest.class, name = "nearest"),
  @JsonSubTypes.Type(value = LiveRequest.Principal.class, name = "principal"),
  @JsonSubTypes.Type(value = LiveRequest.Decode.class, name = "decode")
})
public sealed interface LiveRequest<A extends LiveAnswer> {
  /** What answers it. */
  @JsonIgnore
  Class<A> answer();

  /** The vector of an image. */
  record Embed(LiveImage image) implements LiveRequest<LiveAnswer.Embedded> {
    @Override
    public Class<LiveAnswer.Embedded> answer() {
      return LiveAnswer.Embedded.class;
    }
  }

  /**
   * The images of the run's data set that lie nearest to one; itself too, if it is one of them.
   *
   * @param prepare what is done to vectors first; not whiten
   * @param k how many
   */
  record Nearest(LiveImage image, Metric metric, Prepare prepare, int k)
      implements LiveRequest<LiveAnswer.Found> {
    public Nearest {
      if (k < 1) {
        throw new BadInput(k + " neighbors are none; ask for 1 or more");
      }
    }

    @Override
    public Class<LiveAnswer.Found> answer() {
      return LiveAnswer.Found.class;
    }
  }

  /**
   * The directions in which the run's vectors vary most.
   *
   * @param most so many of them
   */
  record Principal(int most) implements LiveRequest<LiveAnswer.Directions> {
    @Override
    public Class<LiveAnswer.Directions> answer() {
      return LiveAnswer.Directions.class;
    }
  }

  /**
   * The pictures that the decoder makes of vectors.
   *
   * @param vectors one after another
   */
  record Decode(float[] vectors) implements LiveRequest<LiveAnswer.Decoded> {
    @Override
    public Class<LiveAnswer.Decoded> answer() {
      return LiveAnswer.Decoded.class;
    }
  }
}
