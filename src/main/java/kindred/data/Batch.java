package kindred.data;

import java.nio.ByteBuffer;

/**
 * Views of some images.
 *
 * @param images their numbers, N
 * @param pixels direct buffer views×N×C×S×S of uint8; valid until the batch is closed
 * @param release gives the buffer back
 */
public record Batch(int[] images, ByteBuffer pixels, Runnable release) implements AutoCloseable {
  @Override
  public void close() {
    release.run();
  }
}
