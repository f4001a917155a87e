package kindred.data;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** The views of some images, in one direct buffer that is used again after {@link #close}. */
public final class Batch implements AutoCloseable {
  private final int epoch;
  private final int index;
  private final int[] images;
  private final int[] rows;
  private final int views;
  private final int channels;
  private final int size;
  private final Consumer<ByteBuffer> release;
  private ByteBuffer pixels;

  Batch(
      int epoch,
      int index,
      int[] images,
      int[] rows,
      int views,
      int channels,
      int size,
      ByteBuffer pixels,
      Consumer<ByteBuffer> release) {
    this.epoch = epoch;
    this.index = index;
    this.images = images;
    this.rows = rows;
    this.views = views;
    this.channels = channels;
    this.size = size;
    this.pixels = pixels;
    this.release = release;
  }

  public int epoch() {
    return epoch;
  }

  /** Its place in the epoch, from 0 on. */
  public int index() {
    return index;
  }

  /** The B images' numbers in their data set, whatever images their views were made from. */
  public int[] images() {
    return images.clone();
  }

  /** Where each of the B images stands among the images that the batches go through. */
  public int[] rows() {
    return rows.clone();
  }

  /** B. */
  public int count() {
    return images.length;
  }

  /** V. */
  public int views() {
    return views;
  }

  /** C. */
  public int channels() {
    return channels;
  }

  /** S. */
  public int size() {
    return size;
  }

  /**
   * V×B×C×S×S uint8, from position 0 to its limit; a direct buffer, to be read until this batch is
   * closed.
   *
   * @throws IllegalStateException after close
   */
  public ByteBuffer pixels() {
    if (pixels == null) {
      throw new IllegalStateException("batch " + index + " is closed and its buffer used again");
    }
    return pixels;
  }

  /** Gives the buffer back; closing twice does nothing. For the thread that took the batch. */
  @Override
  public void close() {
    if (pixels != null) {
      ByteBuffer returned = pixels;
      pixels = null;
      release.accept(returned);
    }
  }
}
