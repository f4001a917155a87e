package kindred.torch;

import java.util.List;
import java.util.SplittableRandom;
import kindred.data.Draws;
import kindred.model.ParameterSpec;

/** What tensors hold before the first step: the same for the same seed, whatever else is drawn. */
final class FirstValues {
  /** The name of the images' codes, which tells their stream from others. */
  static final String CODES = "codes";

  private FirstValues() {}

  /** A parameter's first values depend on the seed and its name alone. */
  static float[] of(ParameterSpec spec, long seed) {
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + spec.name().hashCode());
    float[] values = new float[spec.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) spec.initial().draw(random);
    }
    return values;
  }

  /** Codes of all images, images×length: each image's own stream, normally distributed. */
  static float[] of(Given.Codes codes, long seed) {
    float[] values = new float[Math.multiplyExact(codes.images(), codes.length())];
    Draws draws = new Draws();
    for (int i = 0; i < values.length; i++) {
      if (i % codes.length() == 0) {
        draws.startStream(seed, 0, i / codes.length(), CODES.hashCode());
      }
      values[i] = (float) (codes.deviation() * draws.gaussian());
    }
    return values;
  }

  /** Of the optimizer's state. */
  static List<float[]> zeros(List<ParameterSpec> specs) {
    return specs.stream().map(spec -> new float[spec.size()]).toList();
  }
}
