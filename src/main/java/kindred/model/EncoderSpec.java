package kindred.model;

import java.util.ArrayList;
import java.util.List;
import kindred.experiment.Architecture;
import kindred.experiment.TrainingPlan;
import kindred.model.Layer.Linear;

/**
 * Which encoder, for which images.
 *
 * @param channels C of the images
 * @param size side S of the images: for {@code conv} a multiple of 8
 * @param latent length of a representation
 * @param head whether a linear layer {@code fc} makes the representation; without one it is a
 *     ResNet's pooled features. The conv encoder always has one
 */
public record EncoderSpec(
    Architecture architecture, int channels, int size, int latent, boolean head) {
  /** The network's name in every method. */
  public static final String NETWORK = "encoder";

  public EncoderSpec {
    head |= architecture == Architecture.CONV;
  }

  /** With a linear layer that makes representations of the length asked for. */
  public EncoderSpec(Architecture architecture, int channels, int size, int latent) {
    this(architecture, channels, size, latent, true);
  }

  /**
   * As a user asks for it.
   *
   * @param latent length of a representation, or null for a ResNet's pooled features and 128 with
   *     conv
   */
  public static EncoderSpec of(Architecture architecture, int channels, int size, Integer latent) {
    return latent == null
        ? new EncoderSpec(architecture, channels, size, ownLength(architecture), false)
        : new EncoderSpec(architecture, channels, size, latent);
  }

  /** The same encoder with another number of outputs, which a linear layer makes. */
  public EncoderSpec withOutputs(int outputs) {
    return new EncoderSpec(architecture, channels, size, outputs);
  }

  /** The network that gives representations, named {@value #NETWORK}. */
  public Network network() {
    return switch (architecture) {
      case CONV -> ConvNets.encoder(channels, size, latent);
      case RESNET18 -> residual(ResNets.resnet18(channels, size));
      case RESNET50 -> residual(ResNets.resnet50(channels, size));
    };
  }

  private Network residual(List<Layer> features) {
    if (!head) {
      return new Network(NETWORK, features);
    }
    List<Layer> layers = new ArrayList<>(features);
    layers.add(new Linear("fc", ownLength(architecture), latent));
    return new Network(NETWORK, layers);
  }

  private static int ownLength(Architecture architecture) {
    return switch (architecture) {
      case CONV -> TrainingPlan.LATENT;
      case RESNET18 -> ResNets.RESNET18_FEATURES;
      case RESNET50 -> ResNets.RESNET50_FEATURES;
    };
  }
}
