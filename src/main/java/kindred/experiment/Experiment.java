package kindred.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Several stages in one file, carried out in the file's order.
 *
 * @param name of the whole
 * @param stages by the name that later stages use for their input
 */
public record Experiment(String name, Map<String, Stage> stages) {
  public Experiment {
    name = Require.or(name, "experiment");
    if (stages == null || stages.isEmpty()) {
      throw new BadInput("an experiment needs at least one stage");
    }
    stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    Set<String> earlier = new HashSet<>();
    for (Map.Entry<String, Stage> entry : stages.entrySet()) {
      String input = entry.getValue() == null ? null : entry.getValue().input();
      if (input != null && stages.containsKey(input) && !earlier.contains(input)) {
        throw new BadInput(
            "stage '" + entry.getKey() + "' uses '" + input + "', which must stand before it");
      }
      earlier.add(entry.getKey());
    }
  }

  /**
   * Reads an experiment file.
   *
   * @throws BadInput if it is missing, no JSON, or asks for something impossible
   */
  public static Experiment read(Path file) {
    return Json.file(file, Experiment.class, "experiment");
  }
}
