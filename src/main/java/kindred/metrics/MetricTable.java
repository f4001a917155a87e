package kindred.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The lines of one kind of a run, by rising step, in columns. A step that comes again, as after a
 * kill, takes the place of everything from that step on: the later lines count. For one thread at a
 * time.
 */
public final class MetricTable {
  private static final float[] NONE = {};

  private int size;
  private int[] steps = new int[64];
  private final Map<String, float[]> columns = new LinkedHashMap<>();

  /** Appends a line of which {@link #put} tells more. */
  void begin(int step) {
    if (size > 0 && steps[size - 1] >= step) {
      int at = Arrays.binarySearch(steps, 0, size, step);
      size = at < 0 ? -at - 1 : at;
    }
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
    }
    steps[size++] = step;
    for (Map.Entry<String, float[]> column : columns.entrySet()) {
      if (column.getValue().length < size) {
        column.setValue(grown(column.getValue()));
      }
      column.getValue()[size - 1] = Float.NaN;
    }
  }

  private float[] grown(float[] column) {
    float[] longer = Arrays.copyOf(column, steps.length);
    Arrays.fill(longer, column.length, longer.length, Float.NaN);
    return longer;
  }

  /** Sets a field of the line begun last. */
  void put(String field, double value) {
    float[] column = columns.get(field);
    if (column == null) {
      column = grown(NONE);
      columns.put(field, column);
    }
    column[size - 1] = (float) value;
  }

  public int size() {
    return size;
  }

  /** The step of a line; lines are in this order. */
  public int step(int line) {
    return steps[line];
  }

  /** The values of a field by line, longer than {@link #size}; empty if no line has it. */
  public float[] column(String field) {
    return columns.getOrDefault(field, NONE);
  }

  /** All fields seen. */
  public Set<String> fields() {
    return columns.keySet();
  }
}
