package kindred.neighbors;

/** The k nearest of the vectors offered; of equal distances the lower index is nearer. */
final class Ranking {
  private final int[] indices;
  private final double[] distances;
  private int size;

  Ranking(int k) {
    indices = new int[k];
    distances = new double[k];
  }

  void clear() {
    size = 0;
  }

  void offer(int index, double distance) {
    boolean full = size == indices.length;
    if (full && !nearer(index, distance, size - 1)) {
      return;
    }
    int at = full ? size - 1 : size++;
    while (at > 0 && nearer(index, distance, at - 1)) {
      indices[at] = indices[at - 1];
      distances[at] = distances[at - 1];
      at--;
    }
    indices[at] = index;
    distances[at] = distance;
  }

  private boolean nearer(int index, double distance, int than) {
    return distance < distances[than] || (distance == distances[than] && index < indices[than]);
  }

  int index(int rank) {
    return indices[rank];
  }

  double distance(int rank) {
    return distances[rank];
  }

  /** Writes all k as one row of a result. */
  void copyTo(NeighborSearch.Result result, int row) {
    int k = indices.length;
    for (int i = 0; i < k; i++) {
      result.indices()[row * k + i] = indices[i];
      result.distances()[row * k + i] = (float) distances[i];
    }
  }
}
