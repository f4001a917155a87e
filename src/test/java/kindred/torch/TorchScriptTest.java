package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kindred.array.NamedArray;
import kindred.data.PackedImages;
import kindred.experiment.Architecture;
import kindred.experiment.BadInput;
import kindred.model.DecoderSpec;
import kindred.model.EncoderSpec;
import kindred.model.Network;
import kindred.model.ParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file alone, opened as any other program would, computes what the program itself does. */
class TorchScriptTest {
  private static final ImageFormat FORMAT =
      new ImageFormat(3, 16, List.of(0.5, 0.4, 0.3), List.of(0.25, 0.2, 0.3));
  private static final float TOLERANCE = 1e-6f;

  @TempDir Path folder;

  private static Map<String, NamedArray> weights(Network network) {
    SplittableRandom random = new SplittableRandom(5);
    Map<String, NamedArray> weights = new LinkedHashMap<>();
    for (ParameterSpec spec : network.parameters()) {
      float[] values = new float[spec.size()];
      float bound = (float) Math.sqrt(3.0 * spec.shape()[0] / spec.size());
      for (int i = 0; i < values.length; i++) {
        float share = (float) random.nextDouble();
        values[i] = spec.isPerChannel() ? 0.5f + share : bound * (2 * share - 1);
      }
      weights.put(spec.name(), NamedArray.floats(values, spec.shape()));
    }
    return weights;
  }

  private static void write(Path file, Chain chain) {
    TorchScript.write(file, chain, "{}");
  }

  private static ByteBuffer pixels() {
    byte[] image = PackedImages.image(3, 16, 16);
    ByteBuffer direct = ByteBuffer.allocateDirect(2 * image.length);
    direct.put(image);
    for (byte value : image) {
      direct.put((byte) (255 - (value & 0xFF)));
    }
    return direct.rewind();
  }

  private static float[] forward(Torch torch, Path file, NDArray input) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      PtSymbolBlock block = JniUtils.loadModule(torch.pytorch(), in, false, false);
      NDList result = IValueUtils.forward(block, new NDList(input), false);
      float[] values = result.singletonOrThrow().toFloatArray();
      block.close();
      return values;
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Architecture.class,
      names = {"CONV", "RESNET18"})
  void encoderFileGivesTheSameVectors(Architecture architecture) throws IOException {
    EncoderSpec spec = EncoderSpec.of(architecture, 3, 16, 8);
    Map<String, NamedArray> weights = weights(spec.network());
    Path file = folder.resolve("encoder.pt");
    write(file, Chain.encoder(spec.network(), FORMAT, weights));

    try (Torch torch = Torch.open("cpu", 1);
        Encoder encoder = new Encoder(torch, spec.network(), FORMAT, weights);
        NDManager scope = torch.scope()) {
      float[] expected = encoder.embed(pixels(), 2);
      NDArray bytes = scope.create(pixels(), new Shape(2, 3, 16, 16), DataType.UINT8);
      float scale = 0;
      for (float value : expected) {
        scale = Math.max(scale, Math.abs(value));
      }
      assertThat(scale).isGreaterThan(1e-3f);
      assertThat(forward(torch, file, bytes)).containsExactly(expected, within(TOLERANCE * scale));
      assertThat(forward(torch, file, bytes.toType(DataType.FLOAT32, true)))
          .as("pixels as floats of 0 to 255")
          .containsExactly(expected, within(TOLERANCE * scale));
    }
  }

  @Test
  void decoderFileGivesTheSamePixels() throws IOException {
    DecoderSpec spec = DecoderSpec.mirroring(EncoderSpec.of(Architecture.CONV, 3, 16, 8));
    Map<String, NamedArray> weights = weights(spec.network());
    Path file = folder.resolve("decoder.pt");
    write(file, Chain.decoder(spec.network(), FORMAT, weights));
    float[] vectors = {1, -1, 2, 0, 0.5f, -3, 1, 1};

    try (Torch torch = Torch.open("cpu", 1);
        Decoder decoder = new Decoder(torch, spec.network(), FORMAT, weights);
        NDManager scope = torch.scope()) {
      byte[] expected = decoder.decode(vectors, 1);
      float[] found = forward(torch, file, scope.create(vectors, new Shape(1, 8)));
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i] & 0xFF, within(0.501f));
      }
    }
  }

  @Test
  void theSameWeightsGiveTheSameBytesAndAMissingTensorIsNamed() throws IOException {
    EncoderSpec spec = EncoderSpec.of(Architecture.CONV, 3, 16, 8);
    Map<String, NamedArray> weights = weights(spec.network());
    Path first = folder.resolve("first.pt");
    Path second = folder.resolve("second.pt");
    write(first, Chain.encoder(spec.network(), FORMAT, weights));
    write(second, Chain.encoder(spec.network(), FORMAT, weights));
    assertThat(first).hasSameBinaryContentAs(second);

    weights.remove("fc.bias");
    assertThatThrownBy(() -> write(first, Chain.encoder(spec.network(), FORMAT, weights)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("fc.bias");
    assertThat(first).as("is left as it was").hasSameBinaryContentAs(second);
  }
}
