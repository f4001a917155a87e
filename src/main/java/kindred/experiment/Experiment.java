package kindred.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  private static final String SAMPLE = "/assets/demo.json";

  public Experiment {
    name = Require.or(name, "experiment");
    if (stages == null || stages.isEmpty()) {
      throw new BadInput("an experiment needs at least one stage");
    }
    stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    Set<String> earlier = new HashSet<>();
    for (Map.Entry<String, Stage> entry : stages.entrySet()) {
      Stage stage = entry.getValue();
      if (stage != null) {
        requireEarlier(entry.getKey(), stage.input(), stages, earlier);
        requireEarlier(entry.getKey(), stage.weights(), stages, earlier);
      }
      earlier.add(entry.getKey());
    }
  }

  private static void requireEarlier(
      String user, String used, Map<String, Stage> stages, Set<String> earlier) {
    if (used != null && stages.containsKey(used) && !earlier.contains(used)) {
      throw new BadInput("stage '" + user + "' uses '" + used + "', which must stand before it");
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

  /** The sample experiment, which the program carries with it. */
  public static Experiment sample() {
    try (InputStream in = Experiment.class.getResourceAsStream(SAMPLE)) {
      return Json.read(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), Experiment.class, SAMPLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
