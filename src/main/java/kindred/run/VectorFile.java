package kindred.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kindred.array.RowKeys;
import kindred.array.Vectors;
import kindred.data.ImageNumbers;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;

/** A file of vectors in the place of a run's embeddings. */
final class VectorFile {
  private VectorFile() {}

  /**
   * Reads the vectors of a data set's images. A file that says which images its rows stand for, by
   * number or by source, may leave images out; any other has a row for each image, in their order.
   *
   * @param images the data set, or null if nobody knows it; sources then say nothing
   * @throws BadInput if the file does not fit the data set
   */
  static Embeddings read(Path file, ImageSet images) {
    Vectors vectors = Vectors.read(file);
    int[] numbers =
        vectors.keys().names() == null
            ? IntStream.range(0, vectors.count()).map(vectors::imageOf).toArray()
            : bySource(file, vectors.keys().names(), images);
    if (images != null) {
      requireFits(file, vectors, images);
    }
    requireImages(file, numbers, images == null ? numbers.length : images.count());
    return new Embeddings(
        images, vectors.values(), vectors.dimension(), numbers, new boolean[numbers.length]);
  }

  private static void requireFits(Path file, Vectors vectors, ImageSet images) {
    if (vectors.keys().equals(RowKeys.NONE) && vectors.count() != images.count()) {
      throw new BadInput(
          file
              + " has "
              + vectors.count()
              + " vectors, but data set "
              + images.name()
              + " has "
              + images.count()
              + " images; name the data set that the vectors were made from");
    }
  }

  private static int[] bySource(Path file, List<String> names, ImageSet images) {
    if (images == null) {
      throw new BadInput(
          file + " names its vectors by their images' sources; say of which data set with --data");
    }
    Map<String, Integer> known = ImageNumbers.bySource(images);
    int[] numbers = new int[names.size()];
    for (int row = 0; row < numbers.length; row++) {
      Integer number = known.get(names.get(row));
      if (number == null) {
        throw new BadInput(
            file
                + " has a vector of '"
                + names.get(row)
                + "', which is no source of data set "
                + images.name()
                + "; its sources.jsonl lists them");
      }
      numbers[row] = number;
    }
    return numbers;
  }

  private static void requireImages(Path file, int[] numbers, int count) {
    boolean[] seen = new boolean[count];
    for (int number : numbers) {
      if (number < 0 || number >= count) {
        throw new BadInput(
            file
                + " has a vector of image "
                + number
                + ", but there are only images 0 to "
                + (count - 1)
                + "; name the data set that the vectors were made from with --data");
      }
      if (seen[number]) {
        throw new BadInput(file + " has two vectors of image " + number + "; leave one out");
      }
      seen[number] = true;
    }
  }
}
