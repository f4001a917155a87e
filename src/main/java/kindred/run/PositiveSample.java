package kindred.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import kindred.data.Draws;
import kindred.data.View;
import kindred.experiment.Json;

/**
 * The first pairs of an epoch, in the order of its batches, in which a view is made of another
 * image: the very ones that the training draws.
 */
record PositiveSample(View view, int number, int[] train, long seed) {
  private static final int PAIRS = 32;

  /**
   * A line of {@code positives.jsonl}.
   *
   * @param epoch counted from 0
   * @param measures of all positives; those that are NaN are left out
   */
  ObjectNode line(int epoch, Map<String, Double> measures) {
    ObjectNode line = Json.object();
    line.put("epoch", epoch + 1);
    measures.entrySet().stream()
        .filter(measure -> !measure.getValue().isNaN())
        .sorted(Map.Entry.comparingByKey())
        .forEach(measure -> line.put(measure.getKey(), measure.getValue()));
    ArrayNode pairs = line.putArray("pairs");
    Draws draws = new Draws();
    int[] order = Draws.permutation(train.length, seed, epoch);
    for (int i = 0; i < order.length && pairs.size() < PAIRS; i++) {
      int image = train[order[i]];
      int positive = view.imageFor(image, draws, seed, epoch, number);
      if (positive != image) {
        pairs.addArray().add(image).add(positive);
      }
    }
    return line;
  }
}
