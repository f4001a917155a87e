package kindred.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kindred.array.NamedArray;
import kindred.data.PackedImages;
import kindred.experiment.Architecture;
import kindred.experiment.BadInput;
import kindred.model.EncoderSpec;
import kindred.model.Network;
import kindred.torch.Chain;
import kindred.torch.Encoder;
import kindred.torch.ImageFormat;
import kindred.torch.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ONNX file computes what the network does, or is not written. */
class OnnxCheckTest {
  private static final int COUNT = 3;
  private static Torch torch;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    torch = Torch.open("cpu", 1);
  }

  @AfterAll
  static void close() {
    torch.close();
  }

  private static ImageFormat format(int size) {
    return new ImageFormat(3, size, List.of(0.5, 0.4, 0.3), List.of(0.25, 0.2, 0.3));
  }

  private static ByteBuffer pixels(int size) {
    byte[] image = PackedImages.image(3, size, size);
    ByteBuffer pixels = ByteBuffer.allocateDirect(COUNT * image.length);
    for (int i = 0; i < COUNT; i++) {
      for (byte value : image) {
        pixels.put((byte) (value * (i + 1)));
      }
    }
    return pixels.rewind();
  }

  private static Chain chain(EncoderSpec spec) {
    Network network = spec.network();
    return Chain.encoder(network, format(spec.size()), ExportedFiles.weights(network, 7));
  }

  @ParameterizedTest
  @CsvSource({"CONV,16,8", "RESNET18,16,", "RESNET18,72,8", "RESNET50,16,"})
  void everyArchitectureGivesTheNetworksVectors(
      Architecture architecture, int size, Integer latent) {
    EncoderSpec spec = EncoderSpec.of(architecture, 3, size, latent);
    Chain chain = chain(spec);
    Path file = folder.resolve("encoder.onnx");
    ByteBuffer pixels = pixels(size);
    OnnxCheck check =
        NetworkExport.onnx(
            file,
            torch,
            chain,
            ExportedFiles.notes(Part.ENCODER, chain, true),
            new Samples(COUNT, pixels, null));
    assertThat(check.difference()).isLessThanOrEqualTo(1e-5 * Math.max(1, check.largest()));

    try (OnnxModel model = OnnxModel.open(file, 1);
        Encoder own =
            new Encoder(torch, spec.network(), chain.format(), chain.links().get(0).weights())) {
      float[] expected = own.embed(pixels, COUNT);
      assertThat(expected).hasSize(COUNT * spec.latent());
      assertThat(model.embed(pixels, COUNT)).hasSameSizeAs(expected);
      ByteBuffer first = ByteBuffer.allocateDirect(pixels.limit() / COUNT);
      first.put(0, pixels, 0, first.limit());
      float[] alone = model.embed(first, 1);
      for (int i = 0; i < alone.length; i++) {
        assertThat(Math.abs(alone[i] - expected[i])).isLessThan(2e-5f * (float) check.largest());
      }
      assertThat(model.notes().images()).isEqualTo(chain.format());
      assertThat(model.notes().part()).isEqualTo(Part.ENCODER);
    }
  }

  @Test
  void aModelOfOtherWeightsIsRefusedWithTheDifference() {
    EncoderSpec spec = EncoderSpec.of(Architecture.CONV, 3, 16, 8);
    Chain chain = chain(spec);
    Chain other =
        Chain.encoder(spec.network(), chain.format(), ExportedFiles.weights(spec.network(), 8));
    ModelNotes notes = ExportedFiles.notes(Part.ENCODER, chain, true);
    Samples samples = new Samples(COUNT, pixels(16), null);
    assertThatThrownBy(
            () -> OnnxCheck.of(torch, chain, notes, samples, OnnxFile.of(other, notes), "a.onnx"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("a.onnx was not written")
        .hasMessageContaining("differs by at most");
  }

  @Test
  void nothingIsLeftOfAModelThatComputesNoNumbers() throws IOException {
    EncoderSpec spec = EncoderSpec.of(Architecture.CONV, 3, 16, 8);
    Map<String, NamedArray> weights = ExportedFiles.weights(spec.network(), 7);
    float[] bias = weights.get("fc.bias").toFloats();
    bias[3] = Float.NaN;
    weights.put("fc.bias", NamedArray.floats(bias, bias.length));
    Chain broken = Chain.encoder(spec.network(), format(16), weights);
    assertThatThrownBy(
            () ->
                NetworkExport.onnx(
                    folder.resolve("encoder.onnx"),
                    torch,
                    broken,
                    ExportedFiles.notes(Part.ENCODER, broken, false),
                    new Samples(COUNT, pixels(16), null)))
        .isInstanceOf(BadInput.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatIsNoModelOrNotOfThisProgramIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("text.onnx"), "no model");
    assertThatThrownBy(() -> OnnxModel.open(file, 1))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("text.onnx");
  }
}
