package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import kindred.experiment.Precision;

/**
 * What the images of a data set are: C×S×S of uint8, and the channel means and standard deviations
 * (of pixels scaled to [0, 1]) that a program normalizes them with.
 */
public record ImageFormat(int channels, int size, List<Double> mean, List<Double> std) {
  public ImageFormat {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  /** Bytes of one image. */
  public int bytes() {
    return channels * size * size;
  }

  /** What uint8 pixels are multiplied by, per channel, before the shift is added. */
  public float[] scale() {
    float[] scale = new float[channels];
    for (int c = 0; c < channels; c++) {
      scale[c] = (float) (1 / (255 * deviation(c)));
    }
    return scale;
  }

  /** What is added then. */
  public float[] shift() {
    float[] shift = new float[channels];
    for (int c = 0; c < channels; c++) {
      shift[c] = (float) (-mean.get(c) / deviation(c));
    }
    return shift;
  }

  /** A constant channel has deviation 0; it then stays at 0 instead of becoming infinite. */
  private double deviation(int channel) {
    return Math.max(std.get(channel), 1e-6);
  }

  /** The arguments {@code scale} and {@code shift} of {@link #source}. */
  NDList constants(Torch torch) {
    NDArray factor = torch.tensor(scale(), 1, channels, 1, 1);
    NDArray offset = torch.tensor(shift(), 1, channels, 1, 1);
    factor.setName("scale");
    offset.setName("shift");
    return new NDList(factor, offset);
  }

  /** The method that turns uint8 pixels into normalized floats. */
  static String source(Precision precision) {
    String laidOut = precision == Precision.BF16 ? NetworkSource.channelsLast("pixels") : "pixels";
    return """
      def images(self, pixels: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
        return torch.addcmul(shift, torch.to(%s, 6), scale)
    """
        .formatted(laidOut);
  }
}
