package kindred.model;

import java.util.List;
import kindred.experiment.BadInput;
import kindred.model.Layer.BatchNorm;
import kindred.model.Layer.Conv2d;
import kindred.model.Layer.ConvTranspose2d;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import kindred.model.Layer.Relu;
import kindred.model.Layer.Unflatten;

/** The networks of the first experiment, for square images whose side is a multiple of 8. */
public final class ConvNets {
  /** The encoder halves the image three times. */
  public static final int SIZE_UNIT = 8;

  private static final int WIDEST = 256;

  private ConvNets() {}

  /** N×channels×size×size to N×latent: 3×3 convolutions with stride 1, 2, 2, 2, then linear. */
  public static Network encoder(int channels, int size, int latent) {
    int side = side(size);
    return new Network(
        EncoderSpec.NETWORK,
        List.of(
            new Conv2d("convs.0", channels, 32, 3, 1, 1),
            new Relu(),
            new Conv2d("convs.2", 32, 64, 3, 2, 1),
            new Relu(),
            new Conv2d("convs.4", 64, 128, 3, 2, 1),
            new Relu(),
            new Conv2d("convs.6", 128, WIDEST, 3, 2, 1),
            new Flatten(),
            new Linear("fc", WIDEST * side * side, latent)));
  }

  /** N×latent to N×channels×size×size: the encoder's mirror with 4×4 transposed convolutions. */
  public static Network decoder(int channels, int size, int latent) {
    int side = side(size);
    return new Network(
        "decoder",
        List.of(
            new Linear("fc", latent, WIDEST * side * side),
            new Unflatten(WIDEST, side),
            new Relu(),
            new ConvTranspose2d("deconvs.1", WIDEST, 128, 4, 2, 1),
            new Relu(),
            new ConvTranspose2d("deconvs.3", 128, 64, 4, 2, 1),
            new Relu(),
            new ConvTranspose2d("deconvs.5", 64, 32, 4, 2, 1),
            new Relu(),
            new Conv2d("deconvs.7", 32, channels, 3, 1, 1)));
  }

  /** BYOL's projector and predictor: Linear→BN→ReLU→Linear. */
  public static Network mlp(String name, int in, int hidden, int out) {
    return new Network(
        name,
        List.of(
            new Linear("0", in, hidden),
            new BatchNorm("1", hidden),
            new Relu(),
            new Linear("3", hidden, out)));
  }

  private static int side(int size) {
    if (size < SIZE_UNIT || size % SIZE_UNIT != 0) {
      throw new BadInput(
          "image size "
              + size
              + ": the conv encoder needs a multiple of 8; import with --size "
              + (size + SIZE_UNIT - 1) / SIZE_UNIT * SIZE_UNIT);
    }
    return size / SIZE_UNIT;
  }
}
