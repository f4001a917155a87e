package kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Where images come from: a folder, an archive, a file of raw images. The order of the images is
 * that of the source's own numbering, or of the file names, so reading twice gives the same
 * numbers.
 */
public interface ImageSource extends Closeable {
  /** What was found, for a person, such as {@code ZIP of 50,000 files in 10 class folders}. */
  String description();

  /** Class names; a label is an index into this list. Empty without classes. */
  List<String> classes();

  /** How many images there are, readable or not. At least 1. */
  int count();

  /** A name that stays, such as {@code airplane/0001.jpg} or {@code data_batch_1.bin#17}. */
  String name(int image);

  /** Whether the source keeps an image apart for testing; of most sources none. */
  default boolean test(int image) {
    return false;
  }

  /** Begins reading at image 0. One reading at a time. */
  Reading read() throws IOException;

  /** A walk through all images in order, by one thread. */
  interface Reading extends Closeable {
    /**
     * The next image; to be called {@link ImageSource#count} times at most.
     *
     * @throws kindred.experiment.BadInput if the source turns out to be damaged as a whole
     */
    Item next() throws IOException;
  }

  /**
   * One image.
   *
   * @param label index into the class names, or {@link ImageSet#UNLABELED}
   */
  record Item(String name, int label, Content content) {}

  /** The pixels of one image. May be loaded on another thread than the one that reads on. */
  @FunctionalInterface
  interface Content {
    /**
     * @throws UnusableImage if this one image cannot be used; the source is fine otherwise
     */
    Square load(ImageDecoder decoder, SquareFit fit) throws UnusableImage;
  }
}
