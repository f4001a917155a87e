package kindred.data;

import java.io.Closeable;
import java.io.IOException;

/** Decodes images of one format, one after the other. For one thread. */
interface Codec extends Closeable {
  /**
   * Takes an image and reads its size, without decoding a pixel.
   *
   * @return width and height as stored
   * @throws IOException or a runtime exception, if it is damaged
   */
  int[] open(byte[] encoded) throws IOException, UnusableImage;

  /**
   * Decodes the image that was opened last, as it is seen upright.
   *
   * @throws IOException or a runtime exception, if it is damaged
   */
  Picture picture(Background background) throws IOException, UnusableImage;

  @Override
  default void close() {}
}
