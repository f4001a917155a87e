package kindred.export;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import kindred.experiment.BadInput;
import kindred.torch.Chain;
import kindred.torch.FrozenChain;
import kindred.torch.ImageFormat;
import kindred.torch.Torch;

/**
 * How far an ONNX model, run by ONNX Runtime, is from the networks it was made from.
 *
 * @param samples how many inputs were compared
 * @param images whether these were images; else vectors
 * @param difference the largest between two numbers
 * @param largest of the networks' own numbers, without its sign
 */
public record OnnxCheck(int samples, boolean images, double difference, double largest) {
  /** What is refused, if numbers are of size 1 or less; of larger ones the same share. */
  public static final double TOLERANCE = 1e-3;

  /** Inputs at once; a last batch of another size shows that the batch may have any. */
  private static final int PIXELS = 64 * 32 * 32;

  /**
   * Compares.
   *
   * @param model the ONNX file's bytes
   * @param name of the file, for messages
   * @throws BadInput if ONNX Runtime cannot run it, or finds something else
   */
  static OnnxCheck of(
      Torch torch, Chain chain, ModelNotes notes, Samples samples, byte[] model, String name) {
    int size = chain.format().size();
    int batch = Math.max(1, Math.min(64, PIXELS / (size * size)));
    double difference = 0;
    double largest = 0;
    try (FrozenChain own = new FrozenChain(torch, chain);
        OnnxModel other = OnnxModel.of(model, name, torch.threads())) {
      for (int from = 0; from < samples.count(); from += batch) {
        Samples some = part(samples, from, Math.min(samples.count(), from + batch));
        float[] expected = expected(own, chain, notes, some);
        float[] found = found(other, notes, some);
        if (found.length != expected.length) {
          throw new BadInput(name + " gives " + found.length + " numbers, not " + expected.length);
        }
        for (int i = 0; i < expected.length; i++) {
          // A NaN is larger than everything, so that it is refused too.
          difference = Math.max(difference, Math.abs((double) found[i] - expected[i]));
          largest = Math.max(largest, Math.abs((double) expected[i]));
        }
      }
    }
    OnnxCheck check = new OnnxCheck(samples.count(), chain.takesImages(), difference, largest);
    if (!(difference <= TOLERANCE * Math.max(1, largest))) {
      throw new BadInput(
          name
              + " was not written: "
              + check.sentence()
              + ", which is too far; export TorchScript");
    }
    return check;
  }

  /** What was found, in words. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "on %d real %s ONNX Runtime differs by at most %.1e (numbers up to %.3g)",
        samples,
        images ? "images" : "vectors",
        difference,
        largest);
  }

  private static float[] expected(FrozenChain own, Chain chain, ModelNotes notes, Samples samples) {
    float[] result =
        chain.takesImages()
            ? own.ofPixels(samples.pixels(), samples.count())
            : own.ofVectors(samples.vectors(), samples.count());
    return chain.givesImages() && notes.pixels() ? pixels(result, chain.format()) : result;
  }

  private static float[] found(OnnxModel other, ModelNotes notes, Samples samples) {
    if (samples.vectors() != null) {
      return other.run(samples.vectors(), samples.count());
    }
    return notes.pixels()
        ? other.embed(samples.pixels(), samples.count())
        : other.run(OnnxModel.normalized(samples.pixels(), notes.images()), samples.count());
  }

  /** Normalized numbers as pixels of 0 to 255. */
  private static float[] pixels(float[] normalized, ImageFormat format) {
    float[] scale = format.scale();
    float[] shift = format.shift();
    int plane = format.size() * format.size();
    float[] pixels = new float[normalized.length];
    for (int i = 0; i < pixels.length; i++) {
      int channel = i / plane % format.channels();
      pixels[i] = Math.min(255, Math.max(0, (normalized[i] - shift[channel]) / scale[channel]));
    }
    return pixels;
  }

  private static Samples part(Samples all, int from, int to) {
    int count = to - from;
    if (all.vectors() != null) {
      int length = all.vectors().length / all.count();
      return new Samples(
          count, null, Arrays.copyOfRange(all.vectors(), from * length, to * length));
    }
    int bytes = all.pixels().limit() / all.count();
    ByteBuffer some = ByteBuffer.allocateDirect(count * bytes);
    some.put(0, all.pixels(), from * bytes, count * bytes);
    return new Samples(count, some, null);
  }
}
