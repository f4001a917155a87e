package kindred.export;

import java.nio.ByteBuffer;

/**
 * Real inputs to try a model on.
 *
 * @param count how many
 * @param pixels direct buffer N×C×S×S of uint8, for a model of images; else null
 * @param vectors N×D, for a model of vectors; else null
 */
@SuppressWarnings("ArrayRecordComponent") // read only
public record Samples(int count, ByteBuffer pixels, float[] vectors) {}
