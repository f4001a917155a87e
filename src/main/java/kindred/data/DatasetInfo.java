package kindred.data;

import java.util.List;

/**
 * What {@code dataset.json} says of a packed data set.
 *
 * @param format version of the folder's format, now 1
 * @param name the data set's name in its workspace
 * @param count N, the number of images
 * @param channels C, 1 or 3
 * @param height H in pixels
 * @param width W in pixels
 * @param classes class names; a label is an index into this list; empty without labels
 * @param mean per channel, of pixels scaled to [0, 1]
 * @param std per channel, population standard deviation of pixels scaled to [0, 1]
 * @param fingerprint SHA-256 of pixels and labels, in hexadecimal
 * @param source where the images came from, as the user named it
 * @param created ISO-8601 instant
 * @param test how many images its source keeps apart for testing; null if the source keeps none
 */
public record DatasetInfo(
    int format,
    String name,
    int count,
    int channels,
    int height,
    int width,
    List<String> classes,
    List<Double> mean,
    List<Double> std,
    String fingerprint,
    String source,
    String created,
    Integer test) {
  public DatasetInfo {
    classes = List.copyOf(classes);
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  /** Whether the source says which images are for testing; see {@link Split}. */
  public boolean keepsSplit() {
    return test != null;
  }

  /** Bytes of one image, C·H·W. */
  public int imageBytes() {
    return channels * height * width;
  }
}
