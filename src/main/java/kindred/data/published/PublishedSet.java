package kindred.data.published;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An image set that somebody publishes.
 *
 * @param name to get it by, and of the data set to be unless another is given
 * @param title as people write it
 * @param about its images, in a line
 * @param terms its license, or what is known of its terms of use
 * @param home address of the page that describes it, for a person
 * @param from address below which its files lie; ends in a slash
 * @param images how many, test images included
 * @param channels C, 1 or 3
 * @param size side of the packed images in pixels unless another is given
 * @param unpacked bytes that its archive unpacks to; 0 if nothing needs unpacking
 * @param parts where in the files its images are
 */
public record PublishedSet(
    String name,
    String title,
    String about,
    String terms,
    URI home,
    URI from,
    List<PublishedFile> files,
    int images,
    int channels,
    int size,
    long unpacked,
    Parts parts) {
  /**
   * What is imported.
   *
   * @param train a path below the fetched or unpacked files
   * @param test a path of test images to be kept apart, if the former has none
   * @param classes names of the classes by number, where the files do not name them; else empty
   */
  public record Parts(String train, Optional<String> test, List<String> classes) {}

  public PublishedSet {
    files = List.copyOf(files);
  }

  /** Bytes to be fetched. */
  public long bytes() {
    return files.stream().mapToLong(PublishedFile::bytes).sum();
  }

  /** Bytes that its images take when packed at a size. */
  public long packed(int side) {
    return (long) images * channels * side * side;
  }
}
