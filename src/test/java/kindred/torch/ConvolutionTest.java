package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kindred.array.NamedArray;
import kindred.experiment.Precision;
import kindred.model.Layer.Conv2d;
import kindred.model.Layer.Relu;
import kindred.model.Network;
import kindred.model.ParameterSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Convolutions whose output channels do not fill the engine's blocks, as those of a decoder. */
class ConvolutionTest {
  private static final int CHANNELS = 2;
  private static final int SIZE = 16;
  private static final int IMAGES = 8;

  /** Adam's first moment after one step is a tenth of the gradient. */
  private static final double SHARE = 0.1;

  @ParameterizedTest
  @CsvSource({"1,FP32", "3,FP32", "17,FP32", "1,BF16", "3,BF16"})
  void gradientsOfFewOutputChannelsAreThoseOfFloat64(int out, Precision precision) {
    ImageFormat format =
        new ImageFormat(CHANNELS, SIZE, List.of(0.5, 0.5), Collections.nCopies(CHANNELS, 0.25));
    byte[] pixels = new byte[IMAGES * format.bytes()];
    new Random(1).nextBytes(pixels);
    try (Torch torch = Torch.open("cpu", 1);
        Learner exact = new Learner(torch, objective(out), format, Precision.FP32, 1);
        Learner learner = new Learner(torch, objective(out), format, precision, 1)) {
      List<double[]> expected = exact.differentiate(weights(exact), normalized(pixels));
      ByteBuffer direct = ByteBuffer.allocateDirect(pixels.length).put(pixels).rewind();
      learner.step(direct, IMAGES, new Rates(1e-3, 0.99));
      Map<String, NamedArray> after = learner.save();
      List<ParameterSpec> trained = learner.tensors().trained();
      double tolerance = precision == Precision.BF16 ? 0.05 : 1e-4;
      for (int i = 0; i < trained.size(); i++) {
        float[] moment = after.get("adam.exp_avg." + trained.get(i).name()).toFloats();
        assertThat(difference(moment, expected.get(i + 1)))
            .as(trained.get(i).name())
            .isLessThan(tolerance);
      }
    }
  }

  private static Objective objective(int out) {
    Network network =
        new Network(
            "net",
            List.of(
                new Conv2d("0", CHANNELS, 32, 3, 1, 1),
                new Relu(),
                new Conv2d("2", 32, out, 3, 1, 1)));
    return new Objective(
        List.of(network),
        0,
        1,
        List.of("loss"),
        """
        y = self.net(online, images, 1, True)
        return [torch.mean((y - 1.) * (y - 1.))]
        """);
  }

  private static List<double[]> weights(Learner learner) {
    Map<String, NamedArray> tensors = learner.save();
    return learner.tensors().trained().stream()
        .map(spec -> doubles(tensors.get(spec.name()).toFloats()))
        .toList();
  }

  private static double[] doubles(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static double[] normalized(byte[] pixels) {
    double[] images = new double[pixels.length];
    for (int i = 0; i < images.length; i++) {
      images[i] = ((pixels[i] & 0xff) / 255.0 - 0.5) / 0.25;
    }
    return images;
  }

  /** Length of the difference, relative to the gradient's. */
  private static double difference(float[] moment, double[] gradient) {
    double square = 0;
    double whole = 0;
    for (int i = 0; i < gradient.length; i++) {
      square += Math.pow(moment[i] - SHARE * gradient[i], 2);
      whole += Math.pow(SHARE * gradient[i], 2);
    }
    return Math.sqrt(square / whole);
  }
}
