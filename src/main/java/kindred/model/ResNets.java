package kindred.model;

import java.util.ArrayList;
import java.util.List;
import kindred.model.Layer.BatchNorm;
import kindred.model.Layer.Conv2d;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.GlobalAvgPool;
import kindred.model.Layer.MaxPool;
import kindred.model.Layer.Relu;
import kindred.model.Layer.Residual;

/**
 * Residual networks (He et al. 2016) with torchvision's parameter names, shapes, order and first
 * values. In a bottleneck block the 3×3 convolution has the stride, as it has there.
 *
 * <p>ImageNet's stem keeps one position in sixteen and the four stages one in 64 of those. Of a
 * 32×32 image 1×1 would be left, and so an encoder would learn next to nothing from its details. So
 * images of up to {@value #CIFAR_STEM_LARGEST} pixels have the stem that is usual on CIFAR, which
 * keeps every position: the last stage sees 4×4 of 32×32 and 8×8 of 64×64. Larger ones have
 * ImageNet's, with 3×3 left of 96×96 and 7×7 of 224×224.
 */
public final class ResNets {
  /** The largest side of an image that has the CIFAR stem. */
  public static final int CIFAR_STEM_LARGEST = 64;

  /** Length of a ResNet-18's pooled features. */
  static final int RESNET18_FEATURES = 512;

  /** Length of a ResNet-50's pooled features. */
  static final int RESNET50_FEATURES = 2048;

  /** How much wider a bottleneck block's output is than its middle. */
  private static final int EXPANSION = 4;

  private static final int STEM = 64;

  private ResNets() {}

  /** N×channels×size×size to N×{@value #RESNET18_FEATURES}. */
  static List<Layer> resnet18(int channels, int size) {
    return features(stem(channels, size), false, 2, 2, 2, 2);
  }

  /** N×channels×size×size to N×{@value #RESNET50_FEATURES}. */
  static List<Layer> resnet50(int channels, int size) {
    return features(stem(channels, size), true, 3, 4, 6, 3);
  }

  private static List<Layer> stem(int channels, int size) {
    if (size <= CIFAR_STEM_LARGEST) {
      return List.of(
          Conv2d.beforeNorm("conv1", channels, STEM, 3, 1, 1),
          new BatchNorm("bn1", STEM),
          new Relu());
    }
    return List.of(
        Conv2d.beforeNorm("conv1", channels, STEM, 7, 2, 3),
        new BatchNorm("bn1", STEM),
        new Relu(),
        new MaxPool(3, 2, 1));
  }

  private static List<Layer> features(List<Layer> stem, boolean bottleneck, int... blocks) {
    List<Layer> layers = new ArrayList<>(stem);
    int in = STEM;
    for (int stage = 0; stage < blocks.length; stage++) {
      int width = STEM << stage;
      int out = bottleneck ? EXPANSION * width : width;
      for (int block = 0; block < blocks[stage]; block++) {
        String name = "layer" + (stage + 1) + "." + block + ".";
        int stride = stage > 0 && block == 0 ? 2 : 1;
        layers.add(
            new Residual(
                bottleneck
                    ? bottleneck(name, in, width, out, stride)
                    : basic(name, in, out, stride),
                shortcut(name, in, out, stride)));
        in = out;
      }
    }
    layers.add(new GlobalAvgPool());
    layers.add(new Flatten());
    return layers;
  }

  private static List<Layer> basic(String name, int in, int out, int stride) {
    return List.of(
        Conv2d.beforeNorm(name + "conv1", in, out, 3, stride, 1),
        new BatchNorm(name + "bn1", out),
        new Relu(),
        Conv2d.beforeNorm(name + "conv2", out, out, 3, 1, 1),
        new BatchNorm(name + "bn2", out));
  }

  private static List<Layer> bottleneck(String name, int in, int width, int out, int stride) {
    return List.of(
        Conv2d.beforeNorm(name + "conv1", in, width, 1, 1, 0),
        new BatchNorm(name + "bn1", width),
        new Relu(),
        Conv2d.beforeNorm(name + "conv2", width, width, 3, stride, 1),
        new BatchNorm(name + "bn2", width),
        new Relu(),
        Conv2d.beforeNorm(name + "conv3", width, out, 1, 1, 0),
        new BatchNorm(name + "bn3", out));
  }

  /** Nothing, unless the block changes the size. */
  private static List<Layer> shortcut(String name, int in, int out, int stride) {
    if (stride == 1 && in == out) {
      return List.of();
    }
    return List.of(
        Conv2d.beforeNorm(name + "downsample.0", in, out, 1, stride, 0),
        new BatchNorm(name + "downsample.1", out));
  }
}
