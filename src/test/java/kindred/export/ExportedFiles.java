package kindred.export;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kindred.array.NamedArray;
import kindred.array.RowKeys;
import kindred.array.Safetensors;
import kindred.array.Vectors;
import kindred.data.ImageSet;
import kindred.data.SampleImages;
import kindred.experiment.Architecture;
import kindred.experiment.Json;
import kindred.model.ConvNets;
import kindred.model.DecoderSpec;
import kindred.model.EncoderSpec;
import kindred.model.Network;
import kindred.model.ParameterSpec;
import kindred.torch.Chain;
import kindred.torch.ImageFormat;
import kindred.torch.Torch;
import kindred.train.SavedEncoder;

/** Exports of networks with drawn weights, always the same ones, and real images for them. */
final class ExportedFiles {
  static final int IMAGES = 100;
  static final int COLORED = 6;
  private static final int SIDE = 32;
  private static final int ENLARGED = 3;
  private static final int LATENT = 8;
  private static final ImageFormat GRAY = new ImageFormat(1, SIDE, List.of(0.22), List.of(0.33));
  private static final ImageFormat COLORS =
      new ImageFormat(3, ENLARGED * SIDE, List.of(0.22, 0.25, 0.28), List.of(0.33, 0.3, 0.27));

  final EncoderSpec residual = new EncoderSpec(Architecture.RESNET18, 3, COLORS.size(), 1000);
  final Chain encoder;
  final Chain decoder;
  final Chain both;
  final Chain projection;
  final Chain torchvision;
  final ByteBuffer pixels = ByteBuffer.allocateDirect(IMAGES * GRAY.bytes());
  final ByteBuffer colored = ByteBuffer.allocateDirect(COLORED * COLORS.bytes());
  final float[] vectors = new float[IMAGES * LATENT];

  /**
   * Draws the weights.
   *
   * @param datasets where the sample images may be packed
   */
  ExportedFiles(Path datasets) {
    EncoderSpec spec = new EncoderSpec(Architecture.CONV, 1, SIDE, LATENT);
    encoder = Chain.encoder(spec.network(), GRAY, weights(spec.network(), 1));
    Network mirror = DecoderSpec.mirroring(spec).network();
    decoder = Chain.decoder(mirror, GRAY, weights(mirror, 2));
    both = joined(encoder, decoder, true);
    Network mlp = ConvNets.mlp("projector", LATENT, 32, 16);
    projection = joined(encoder, Chain.encoder(mlp, GRAY, weights(mlp, 3)), false);
    torchvision = Chain.encoder(residual.network(), COLORS, weights(residual.network(), 4));
    images(ImageSet.open(SampleImages.ensure(datasets)));
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
  }

  private static Chain joined(Chain first, Chain then, boolean givesImages) {
    return new Chain(List.of(first.links().get(0), then.links().get(0)), GRAY, true, givesImages);
  }

  static Map<String, NamedArray> weights(Network network, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, NamedArray> weights = new LinkedHashMap<>();
    for (ParameterSpec spec : network.parameters()) {
      float[] values = new float[spec.size()];
      double bound = Math.sqrt(3.0 * spec.shape()[0] / spec.size());
      for (int i = 0; i < values.length; i++) {
        double share = random.nextDouble();
        values[i] = (float) (spec.isPerChannel() ? 0.25 + share : bound * (2 * share - 1));
      }
      weights.put(spec.name(), NamedArray.floats(values, spec.shape()));
    }
    return weights;
  }

  /** The first sample images; colored ones have three of them as channels, and larger pixels. */
  private void images(ImageSet samples) {
    byte[] image = new byte[GRAY.bytes()];
    for (int i = 0; i < IMAGES; i++) {
      samples.pixels(i, image, 0);
      pixels.put(image);
    }
    for (int i = 0; i < COLORED * COLORS.channels(); i++) {
      for (int p = 0; p < COLORS.size() * COLORS.size(); p++) {
        int y = p / COLORS.size() / ENLARGED;
        int x = p % COLORS.size() / ENLARGED;
        colored.put(pixels.get(i * GRAY.bytes() + y * SIDE + x));
      }
    }
    pixels.rewind();
    colored.rewind();
  }

  static ModelNotes notes(Part part, Chain chain, boolean pixels) {
    return new ModelNotes(
        "0", "run-1", part, pixels, chain.format(), null, Json.object(), Json.object(), "");
  }

  static boolean isColored(Chain chain) {
    return chain.format().channels() > 1;
  }

  private Samples samples(Chain chain) {
    if (!chain.takesImages()) {
      return new Samples(IMAGES, null, vectors);
    }
    return isColored(chain)
        ? new Samples(COLORED, colored, null)
        : new Samples(IMAGES, pixels, null);
  }

  /** Writes every file, and what goes into the networks as {@code .npy}. */
  Map<String, Chain> write(Path folder, Torch torch) {
    onnx(folder, torch, "encoder.onnx", Part.ENCODER, encoder, true);
    onnx(folder, torch, "encoder-floats.onnx", Part.ENCODER, encoder, false);
    onnx(folder, torch, "decoder.onnx", Part.DECODER, decoder, true);
    onnx(folder, torch, "autoencoder.onnx", Part.AUTOENCODER, both, true);
    onnx(folder, torch, "projection.onnx", Part.PROJECTION, projection, true);
    onnx(folder, torch, "resnet18.onnx", Part.ENCODER, torchvision, true);
    script(folder, "encoder.pt", Part.ENCODER, encoder);
    script(folder, "decoder.pt", Part.DECODER, decoder);
    script(folder, "autoencoder.pt", Part.AUTOENCODER, both);
    script(folder, "projection.pt", Part.PROJECTION, projection);
    Path own = folder.resolve("own.safetensors");
    new SavedEncoder(residual, COLORS, torchvision.links().get(0).weights()).write(own);
    Safetensors.Content content = Safetensors.read(own);
    NetworkExport.safetensors(
        folder.resolve("resnet18.safetensors"),
        content.arrays(),
        content.metadata(),
        notes(Part.ENCODER, torchvision, true));
    Map<String, Chain> files = new LinkedHashMap<>();
    for (String name : List.of("encoder.onnx", "encoder-floats.onnx", "encoder.pt")) {
      files.put(name, encoder);
    }
    files.put("decoder.onnx", decoder);
    files.put("decoder.pt", decoder);
    files.put("autoencoder.onnx", both);
    files.put("autoencoder.pt", both);
    files.put("projection.onnx", projection);
    files.put("projection.pt", projection);
    files.put("resnet18.onnx", torchvision);
    files.put("resnet18.safetensors", torchvision);
    weights(folder, "encoder.safetensors", Part.ENCODER, encoder, files);
    weights(folder, "decoder.safetensors", Part.DECODER, decoder, files);
    weights(folder, "autoencoder.safetensors", Part.AUTOENCODER, both, files);
    weights(folder, "projection.safetensors", Part.PROJECTION, projection, files);
    return files;
  }

  private void onnx(Path folder, Torch torch, String name, Part part, Chain chain, boolean pixels) {
    NetworkExport.onnx(
        folder.resolve(name), torch, chain, notes(part, chain, pixels), samples(chain));
  }

  private static void script(Path folder, String name, Part part, Chain chain) {
    NetworkExport.torchScript(folder.resolve(name), chain, notes(part, chain, true));
  }

  private static void weights(
      Path folder, String name, Part part, Chain chain, Map<String, Chain> files) {
    ModelNotes notes = notes(part, chain, false);
    NetworkExport.safetensors(folder.resolve(name), chain.weights(), Map.of(), notes);
    files.put(name, chain);
  }

  /** Writes the vectors in every format of vectors, and gives the files' names. */
  List<String> writeVectors(Path folder) {
    List<String> names =
        List.of("embeddings.csv", "embeddings.npy", "embeddings.npz", "embeddings.pkl");
    for (String name : names) {
      rows(folder.resolve(name), vectors, IMAGES);
    }
    return names;
  }

  /** Writes what goes in, a row for each image or vector. */
  void writeInputs(Path folder) {
    rows(folder.resolve("pixels.npy"), floats(pixels), IMAGES);
    rows(folder.resolve("colored.npy"), floats(colored), COLORED);
    rows(folder.resolve("vectors.npy"), vectors, IMAGES);
  }

  private static void rows(Path file, float[] values, int count) {
    new Vectors(values, count, values.length / count, RowKeys.NONE).write(file);
  }

  private static float[] floats(ByteBuffer bytes) {
    float[] values = new float[bytes.limit()];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.get(i) & 0xff;
    }
    return values;
  }
}
