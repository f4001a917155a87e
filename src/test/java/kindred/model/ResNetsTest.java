package kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import kindred.experiment.Architecture;
import kindred.experiment.Json;
import kindred.model.Layer.Conv2d;
import kindred.model.Layer.MaxPool;
import kindred.model.ParameterSpec.Role;
import org.junit.jupiter.api.Test;

class ResNetsTest {
  private static Network withThousandClasses(Architecture architecture) {
    return new EncoderSpec(architecture, 3, 224, 1000).network();
  }

  private static long trained(Network network) {
    return network.parameters().stream()
        .filter(spec -> spec.role() == Role.TRAINED)
        .mapToLong(ParameterSpec::size)
        .sum();
  }

  @Test
  void parametersAreAsManyAsTorchvisions() {
    assertThat(trained(withThousandClasses(Architecture.RESNET18))).isEqualTo(11_689_512);
    assertThat(trained(withThousandClasses(Architecture.RESNET50))).isEqualTo(25_557_032);
  }

  @Test
  void namesShapesAndOrderAreTorchvisions() throws IOException {
    JsonNode tensors = torchvision().get("tensors");
    for (Architecture architecture : List.of(Architecture.RESNET18, Architecture.RESNET50)) {
      List<String> expected = new ArrayList<>();
      tensors.get(architecture.toString()).properties().stream()
          .map(entry -> entry.getKey() + " " + entry.getValue().toString().replace(",", ", "))
          .forEach(expected::add);

      List<String> names =
          withThousandClasses(architecture).parameters().stream()
              .map(spec -> spec.name() + " " + Arrays.toString(spec.shape()))
              .toList();

      assertThat(names).isEqualTo(expected);
    }
  }

  private static JsonNode torchvision() throws IOException {
    try (InputStream file = ResNetsTest.class.getResourceAsStream("/kindred/torch/resnets.json")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Json.read(text, ObjectNode.class, "resnets.json");
    }
  }

  @Test
  void smallImagesKeepEveryPositionAndLargeOnesOneInSixteen() {
    List<Layer> small = EncoderSpec.of(Architecture.RESNET18, 1, 64, null).network().layers();
    List<Layer> large = EncoderSpec.of(Architecture.RESNET18, 1, 72, null).network().layers();

    assertThat(small.get(0)).isEqualTo(Conv2d.beforeNorm("conv1", 1, 64, 3, 1, 1));
    assertThat(small).noneMatch(MaxPool.class::isInstance);
    assertThat(large.get(0)).isEqualTo(Conv2d.beforeNorm("conv1", 1, 64, 7, 2, 3));
    assertThat(large.get(3)).isEqualTo(new MaxPool(3, 2, 1));
  }

  @Test
  void convolutionsBeginNormalWithVarianceTwoByFanOut() {
    ParameterSpec weight = Conv2d.beforeNorm("conv", 3, 50, 3, 1, 1).parameters().get(0);
    SplittableRandom random = new SplittableRandom(1);
    double[] values = new double[100_000];
    Arrays.setAll(values, i -> weight.initial().draw(random));

    double variance = Arrays.stream(values).map(x -> x * x).average().orElseThrow();
    double fourth = Arrays.stream(values).map(x -> x * x * x * x).average().orElseThrow();

    assertThat(variance).isCloseTo(2.0 / (50 * 9), within(1e-4));
    assertThat(fourth / (variance * variance)).as("3 if normal").isCloseTo(3, within(0.1));
  }
}
