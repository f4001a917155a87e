package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import kindred.array.NamedArray;
import kindred.experiment.Architecture;
import kindred.experiment.Json;
import kindred.experiment.Precision;
import kindred.model.EncoderSpec;
import kindred.model.Network;
import kindred.model.ParameterSpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Residual networks give torchvision's outputs for the same weights and images. resnets.py made the
 * numbers; weights and images come from the formula that it has too.
 */
class TorchvisionResNetTest {
  private static final int VIEWS = 2;
  private static final int CLASSES = 1000;

  /** The file holds every 61st output of an image. */
  private static final int EVERY = 61;

  private static final float TOLERANCE = 1e-4f;
  private static final List<Double> MEAN = List.of(0.5, 0.5, 0.5);
  private static final List<Double> STD = List.of(0.25, 0.25, 0.25);

  /** Images as one batch of two views, in training mode. */
  private static final String TRAINED =
      """
        def trained(self, p: List[Tensor], s: List[Tensor], pixels: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
          return torch.detach(self.encoder((p, s), self.images(pixels, scale, shift), 2, True))
      """;

  private static JsonNode cases() throws IOException {
    try (InputStream file = TorchvisionResNetTest.class.getResourceAsStream("resnets.json")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Json.read(text, ObjectNode.class, "resnets.json").get("cases");
    }
  }

  private static int bits(int start, int i) {
    int h = start + i * 0x9E3779B1;
    h = (h ^ (h >>> 16)) * 0x45D9F3B;
    return h ^ (h >>> 16);
  }

  private static int start(String name) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }

  private static NamedArray weights(ParameterSpec spec) {
    double bound = Math.sqrt(6 / (spec.size() / (double) spec.shape()[0]));
    int start = start(spec.name());
    float[] values = new float[spec.size()];
    for (int i = 0; i < values.length; i++) {
      double u = Integer.toUnsignedLong(bits(start, i)) / 0x1p32;
      double value;
      if (spec.shape().length > 1) {
        value = (2 * u - 1) * bound;
      } else if (spec.name().endsWith("running_var")) {
        value = 0.5 + u;
      } else if (spec.name().endsWith("weight")) {
        value = 0.25 + 0.5 * u;
      } else {
        value = 0.2 * u - 0.1;
      }
      values[i] = (float) value;
    }
    return NamedArray.floats(values, spec.shape());
  }

  private static Map<String, NamedArray> weights(Network network) {
    Map<String, NamedArray> all = new HashMap<>();
    network.parameters().forEach(spec -> all.put(spec.name(), weights(spec)));
    return all;
  }

  private static ByteBuffer pixels(int count) {
    ByteBuffer pixels = ByteBuffer.allocateDirect(count);
    int start = start("images");
    for (int i = 0; i < count; i++) {
      pixels.put(i, (byte) (bits(start, i) >>> 24));
    }
    return pixels;
  }

  private static void assertSame(float[] outputs, JsonNode expected) {
    List<Float> some = new ArrayList<>();
    for (int row = 0; row < outputs.length; row += CLASSES) {
      for (int i = 0; i < CLASSES; i += EVERY) {
        some.add(outputs[row + i]);
      }
    }
    assertThat(some).hasSize(expected.size());
    for (int i = 0; i < some.size(); i++) {
      assertThat(some.get(i)).isCloseTo((float) expected.get(i).asDouble(), within(TOLERANCE));
    }
  }

  @TestFactory
  List<DynamicTest> outputsAndStatisticsAreTorchvisions() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : cases()) {
      Architecture architecture = Json.convert(one.get("architecture"), Architecture.class, "case");
      EncoderSpec spec = new EncoderSpec(architecture, 3, one.get("size").asInt(), CLASSES);
      String name = architecture + " " + spec.size();
      tests.add(DynamicTest.dynamicTest(name + " evaluated", () -> evaluated(spec, one)));
      tests.add(DynamicTest.dynamicTest(name + " trained", () -> trained(spec, one)));
    }
    return tests;
  }

  private static int images(JsonNode expected) {
    return expected.size() / ((CLASSES + EVERY - 1) / EVERY);
  }

  private static ImageFormat format(EncoderSpec spec) {
    return new ImageFormat(spec.channels(), spec.size(), MEAN, STD);
  }

  private static void evaluated(EncoderSpec spec, JsonNode expected) {
    int images = images(expected.get("eval"));
    try (Torch torch = Torch.open("cpu", 2);
        Encoder encoder =
            new Encoder(torch, spec.network(), format(spec), weights(spec.network()))) {
      float[] outputs = encoder.embed(pixels(images * format(spec).bytes()), images);
      assertSame(outputs, expected.get("eval"));
    }
  }

  private static void trained(EncoderSpec spec, JsonNode expected) {
    int images = images(expected.get("train"));
    Network network = spec.network();
    NetworkSource source = new NetworkSource(List.of(network), Precision.FP32);
    try (Torch torch = Torch.open("cpu", 2);
        LearnerTensors tensors =
            LearnerTensors.frozen(torch, source, network.name(), weights(network));
        Program program =
            new Program(torch, source.text() + ImageFormat.source(Precision.FP32) + TRAINED);
        NDManager scope = torch.scope()) {
      NDArray views =
          Torch.bytes(
              scope, pixels(images * format(spec).bytes()), images, 3, spec.size(), spec.size());
      views.setName("pixels");
      NDList arguments = tensors.ofNetworks();
      arguments.add(views);
      arguments.addAll(format(spec).constants(torch));
      try (NDList result = program.call("trained", arguments)) {
        assertSame(result.singletonOrThrow().toFloatArray(), expected.get("train"));
      }
      assertThat(images % VIEWS).isZero();
      Map<String, NamedArray> after = tensors.network(network.name());
      expected
          .get("statistics")
          .properties()
          .forEach(entry -> assertBegins(after.get(entry.getKey()), entry.getValue()));
    }
  }

  private static void assertBegins(NamedArray actual, JsonNode expected) {
    float[] first = Arrays.copyOf(actual.toFloats(), expected.size());
    for (int i = 0; i < first.length; i++) {
      assertThat(first[i]).isCloseTo((float) expected.get(i).asDouble(), within(1e-5f));
    }
  }
}
