package kindred.torch;

import java.nio.ByteBuffer;

/** Turns images into vectors, with nothing about it that could still change. */
public interface Embedder extends AutoCloseable {
  /**
   * Embeds images, each independently of the others.
   *
   * @param pixels direct buffer N×C×S×S of uint8
   * @param images N
   * @return N×latent
   */
  float[] embed(ByteBuffer pixels, int images);

  @Override
  void close();
}
