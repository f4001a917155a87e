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
  private int size;
  private int[] steps = new int[64];
  private final Map<String, MetricColumn> columns = new LinkedHashMap<>();

  /** Appends a line of which {@link #put} tells more. */
  void begin(int step) {
    if (size > 0 && steps[size - 1] >= step) {
      int at = Arrays.binarySearch(steps, 0, size, step);
      size = at < 0 ? -at - 1 : at;
    }
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, size + size / 2);
    }
    steps[size++] = step;
    for (MetricColumn column : columns.values()) {
      column.clear(size - 1);
    }
  }

  /** Sets a field of the line begun last. */
  void put(String field, double value) {
    MetricColumn column = columns.get(field);
    if (column == null) {
      column = new MetricColumn();
      columns.put(field, column);
    }
    column.set(size - 1, (float) value);
  }

  public int size() {
    return size;
  }

  /** The step of a line; lines are in this order. */
  public int step(int line) {
    return steps[line];
  }

  /** The values of a field by line. */
  public MetricColumn column(String field) {
    return columns.getOrDefault(field, MetricColumn.NONE);
  }

  /** All fields seen. */
  public Set<String> fields() {
    return columns.keySet();
  }
}
