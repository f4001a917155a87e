package kindred.run;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import kindred.data.ImageSet;
import kindred.experiment.MapPlan;
import kindred.experiment.Metric;
import kindred.experiment.NeighborStage;
import kindred.experiment.Prepare;
import kindred.projection.ImageMap;
import kindred.projection.Projection;

/**
 * What a map is made of: the vectors that a latent or BYOL run left, or those that a neighbors run
 * searched, with that search's metric and preparation.
 *
 * @param source run or file
 */
record MapSource(Embeddings embeddings, Metric metric, Prepare prepare, String source) {
  private static final int NUMBERS_AT_ONCE = 8192;

  /**
   * Reads the vectors.
   *
   * @throws kindred.experiment.BadInput if the run has none
   */
  static MapSource of(Workspace workspace, RunFolder run) {
    if (run.stage() instanceof NeighborStage stage) {
      return new MapSource(
          SearchedVectors.of(workspace, stage), stage.metric(), stage.prepare(), stage.source());
    }
    return new MapSource(Embeddings.read(workspace, run), Metric.EUCLIDEAN, Prepare.NONE, run.id());
  }

  float[] vectors() {
    return embeddings.vectors();
  }

  int dimension() {
    return embeddings.dimension();
  }

  int count() {
    return embeddings.numbers().length;
  }

  /** What is said of a map that was made of it. */
  ImageMap.Origin origin(
      MapPlan plan, String checksum, Projection.Result found, Double trust, double seconds) {
    ImageSet images = embeddings.images();
    return new ImageMap.Origin(
        plan,
        source,
        images == null ? null : images.name(),
        images == null ? null : images.info().fingerprint(),
        checksum,
        Version.TEXT,
        found.explained(),
        trust,
        found.divergence(),
        seconds);
  }

  /** Tells these vectors and images apart from others. */
  String checksum() {
    CRC32C crc = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * NUMBERS_AT_ONCE);
    int[] numbers = embeddings.numbers();
    for (int from = 0; from < numbers.length; from += NUMBERS_AT_ONCE) {
      int some = Math.min(NUMBERS_AT_ONCE, numbers.length - from);
      buffer.clear().asIntBuffer().put(numbers, from, some);
      crc.update(buffer.limit(Integer.BYTES * some));
    }
    float[] vectors = vectors();
    for (int from = 0; from < vectors.length; from += NUMBERS_AT_ONCE) {
      int some = Math.min(NUMBERS_AT_ONCE, vectors.length - from);
      buffer.clear().asFloatBuffer().put(vectors, from, some);
      crc.update(buffer.limit(Float.BYTES * some));
    }
    return Long.toHexString(crc.getValue());
  }
}
