package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/**
 * What one run is asked to do. A name of an earlier run may be its id, or, in an experiment file,
 * the name of an earlier stage there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LatentStage.class, name = "latent"),
  @JsonSubTypes.Type(value = NeighborStage.class, name = "neighbors"),
  @JsonSubTypes.Type(value = ByolStage.class, name = "byol"),
  @JsonSubTypes.Type(value = EvaluateStage.class, name = "evaluate")
})
public sealed interface Stage permits TrainingStage, NeighborStage, EvaluateStage {
  /** A short name for run ids and tables, such as {@code byol-weighted}. */
  @JsonIgnore
  String title();

  /** The earlier run or the file this stage reads, or null. */
  @JsonIgnore
  String input();

  /** The same stage with another input. */
  Stage withInput(String input);

  /** Where it is computed: {@code cpu} or {@code cuda:N}. */
  @JsonIgnore
  default String device() {
    return "cpu";
  }

  /** The earlier run or the file whose encoder a training starts from, or null. */
  @JsonIgnore
  default String weights() {
    return null;
  }

  /** The same stage from another starting point; of those that have one. */
  default Stage withWeights(String weights) {
    return this;
  }

  /**
   * The same stage with other names for what it builds on.
   *
   * @param names the new name of each that has one
   */
  default Stage withInputs(Map<String, String> names) {
    Stage fed = names.containsKey(input()) ? withInput(names.get(input())) : this;
    return names.containsKey(weights()) ? fed.withWeights(names.get(weights())) : fed;
  }
}
