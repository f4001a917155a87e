package kindred.metrics;

import java.util.Arrays;

/**
 * The values of a field by line. Kept in blocks, so that a column grows without its whole being
 * copied, and a field that few lines have takes little. For one thread at a time.
 */
public final class MetricColumn {
  private static final int BITS = 12;
  private static final int BLOCK = 1 << BITS;

  /** The column of a field that no line has. */
  static final MetricColumn NONE = new MetricColumn();

  private float[][] blocks = {};

  MetricColumn() {}

  /** The value of a line; NaN if the line does not have the field. */
  public float at(int line) {
    float[] block = line >> BITS < blocks.length ? blocks[line >> BITS] : null;
    return block == null ? Float.NaN : block[line & BLOCK - 1];
  }

  /** Whether no line has the field. */
  public boolean isEmpty() {
    return blocks.length == 0;
  }

  void set(int line, float value) {
    int at = line >> BITS;
    if (at >= blocks.length) {
      blocks = Arrays.copyOf(blocks, at + 1 + at / 2);
    }
    if (blocks[at] == null) {
      blocks[at] = new float[BLOCK];
      Arrays.fill(blocks[at], Float.NaN);
    }
    blocks[at][line & BLOCK - 1] = value;
  }

  void clear(int line) {
    if (!Float.isNaN(at(line))) {
      set(line, Float.NaN);
    }
  }
}
