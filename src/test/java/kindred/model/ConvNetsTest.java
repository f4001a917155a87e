package kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import kindred.experiment.Architecture;
import kindred.experiment.BadInput;
import kindred.model.ParameterSpec.Role;
import org.junit.jupiter.api.Test;

/** Names, shapes and counts are those that PyTorch 2.13 lists for the same modules. */
class ConvNetsTest {
  private static List<String> listed(Network network) {
    return network.parameters().stream()
        .map(spec -> spec.name() + " " + Arrays.toString(spec.shape()))
        .toList();
  }

  private static int trained(Network network) {
    return network.parameters().stream()
        .filter(spec -> spec.role() == Role.TRAINED)
        .mapToInt(ParameterSpec::size)
        .sum();
  }

  @Test
  void encoderHasPytorchsParametersInItsOrder() {
    assertThat(listed(ConvNets.encoder(3, 32, 128)))
        .containsExactly(
            "convs.0.weight [32, 3, 3, 3]",
            "convs.0.bias [32]",
            "convs.2.weight [64, 32, 3, 3]",
            "convs.2.bias [64]",
            "convs.4.weight [128, 64, 3, 3]",
            "convs.4.bias [128]",
            "convs.6.weight [256, 128, 3, 3]",
            "convs.6.bias [256]",
            "fc.weight [128, 4096]",
            "fc.bias [128]");
  }

  @Test
  void decoderHasPytorchsParametersInItsOrder() {
    assertThat(listed(ConvNets.decoder(3, 32, 128)))
        .containsExactly(
            "fc.weight [4096, 128]",
            "fc.bias [4096]",
            "deconvs.1.weight [256, 128, 4, 4]",
            "deconvs.1.bias [128]",
            "deconvs.3.weight [128, 64, 4, 4]",
            "deconvs.3.bias [64]",
            "deconvs.5.weight [64, 32, 4, 4]",
            "deconvs.5.bias [32]",
            "deconvs.7.weight [3, 32, 3, 3]",
            "deconvs.7.bias [3]");
  }

  @Test
  void mlpHasPytorchsParametersAndStatisticsInItsOrder() {
    Network mlp = ConvNets.mlp("projector", 128, 4096, 256);
    assertThat(listed(mlp))
        .containsExactly(
            "0.weight [4096, 128]",
            "0.bias [4096]",
            "1.weight [4096]",
            "1.bias [4096]",
            "1.running_mean [4096]",
            "1.running_var [4096]",
            "3.weight [256, 4096]",
            "3.bias [256]");
    assertThat(mlp.name()).isEqualTo("projector");
    assertThat(mlp.parameters())
        .filteredOn(spec -> spec.role() == Role.STATISTIC)
        .extracting(ParameterSpec::name)
        .containsExactly("1.running_mean", "1.running_var");
  }

  @Test
  void countsOfTrainedParametersArePytorchs() {
    assertThat(trained(ConvNets.encoder(3, 32, 128))).isEqualTo(912_832);
    assertThat(trained(ConvNets.encoder(1, 8, 16))).isEqualTo(391_952);
    assertThat(trained(ConvNets.encoder(3, 64, 128))).isEqualTo(2_485_696);
    assertThat(trained(ConvNets.decoder(3, 32, 128))).isEqualTo(1_217_603);
    assertThat(trained(ConvNets.mlp("projector", 128, 4096, 256))).isEqualTo(1_585_408);
    assertThat(trained(ConvNets.mlp("predictor", 256, 4096, 256))).isEqualTo(2_109_696);
  }

  @Test
  void sizesThatAreNoMultipleOf8AreRefusedWithTheNextThatIs() {
    assertThatThrownBy(() -> ConvNets.encoder(3, 30, 128))
        .isInstanceOf(BadInput.class)
        .hasMessage("image size 30: the conv encoder needs a multiple of 8; import with --size 32");
    assertThatThrownBy(() -> ConvNets.decoder(3, 33, 128))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("image size 33")
        .hasMessageEndingWith("--size 40");
    assertThatThrownBy(() -> ConvNets.encoder(1, 4, 2))
        .isInstanceOf(BadInput.class)
        .hasMessageEndingWith("--size 8");
  }

  @Test
  void specDescribesTheEncoderItNames() {
    Network network = new EncoderSpec(Architecture.CONV, 1, 16, 24).network();
    assertThat(network.name()).isEqualTo("encoder");
    assertThat(listed(network))
        .contains("convs.0.weight [32, 1, 3, 3]", "fc.weight [24, 1024]", "fc.bias [24]");
  }
}
