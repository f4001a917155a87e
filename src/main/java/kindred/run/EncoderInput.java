package kindred.run;

import java.util.Locale;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.torch.ImageFormat;

/** Which images a trained encoder takes. */
final class EncoderInput {
  private EncoderInput() {}

  /**
   * Refuses images of other channels, or larger ones than the encoder was made for.
   *
   * @throws BadInput naming both, and the size to import the images with
   */
  static void requireTakes(RunFolder run, ImageFormat format, ImageSet images) {
    int channels = images.info().channels();
    int height = images.info().height();
    int width = images.info().width();
    if (channels != format.channels() || Math.max(width, height) > format.size()) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "data set %s is %d×%d×%d, but the encoder of %s takes %d×%d×%7$d; import the images"
                  + " with --size %7$d",
              images.name(),
              channels,
              height,
              width,
              run.id(),
              format.channels(),
              format.size()));
    }
  }
}
