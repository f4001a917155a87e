package kindred.gui.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import kindred.array.NamedArray;
import kindred.array.Npz;

/** The nearest others of one image in a run's vectors, by euclidean distance. */
final class VectorNeighbors {
  private VectorNeighbors() {}

  /**
   * Compares the image with all others; for background threads.
   *
   * @param embeddings a file with an array of vectors and one of their images
   * @return nearest first; empty if the image has no vector
   */
  static List<Near> of(Path embeddings, int image, int most) {
    Map<String, NamedArray> arrays = Npz.read(embeddings);
    NamedArray matrix = arrays.get("vectors");
    float[] vectors = matrix.toFloats();
    int[] images = arrays.get("images").toInts();
    int dimension = (int) matrix.shape()[1];
    int own = 0;
    while (own < images.length && images[own] != image) {
      own++;
    }
    PriorityQueue<Near> nearest =
        new PriorityQueue<>(Comparator.comparingDouble(Near::distance).reversed());
    for (int row = 0; row < images.length && own < images.length; row++) {
      if (row == own) {
        continue;
      }
      double square = 0;
      for (int j = 0; j < dimension; j++) {
        double apart = vectors[own * dimension + j] - vectors[row * dimension + j];
        square += apart * apart;
      }
      float distance = (float) Math.sqrt(square);
      if (nearest.size() < most || distance < nearest.peek().distance()) {
        nearest.add(new Near(images[row], distance));
        if (nearest.size() > most) {
          nearest.remove();
        }
      }
    }
    List<Near> near = new ArrayList<>(nearest);
    near.sort(Comparator.comparingDouble(Near::distance));
    return near;
  }
}
