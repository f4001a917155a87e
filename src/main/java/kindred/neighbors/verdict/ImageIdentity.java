package kindred.neighbors.verdict;

import java.util.HashMap;
import java.util.Map;
import kindred.data.ImageSet;
import kindred.data.PixelDigests;

/** Finds an image of somebody else's data set in this one, by its pixels. */
final class ImageIdentity {
  static final int NOWHERE = -1;

  private final ImageSet images;
  private final PixelDigests digests;
  private final Map<Integer, String> known = new HashMap<>();

  /** The first image of each digest; made when an image is not where it was. */
  private Map<String, Integer> places;

  ImageIdentity(ImageSet images) {
    this.images = images;
    this.digests = new PixelDigests(images);
  }

  /** As files have it: 16 hexadecimal digits. */
  static String text(long digest) {
    return "%016x".formatted(digest);
  }

  /**
   * An image's number here.
   *
   * @param number that it has elsewhere, and here if the pixels agree
   * @param digest of its pixels; null if unknown, and the number has to do
   * @return {@link #NOWHERE} if there is no such image
   */
  int here(int number, String digest) {
    boolean exists = number < images.count();
    if (digest == null) {
      return exists ? number : NOWHERE;
    }
    if (exists && digest.equals(known.computeIfAbsent(number, this::digest))) {
      return number;
    }
    return places().getOrDefault(digest, NOWHERE);
  }

  private String digest(int image) {
    return text(digests.of(image));
  }

  private Map<String, Integer> places() {
    if (places == null) {
      places = new HashMap<>();
      for (int image = 0; image < images.count(); image++) {
        places.putIfAbsent(digest(image), image);
      }
    }
    return places;
  }
}
