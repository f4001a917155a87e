package kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kindred.experiment.Architecture;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import org.junit.jupiter.api.Test;

class EncoderSpecTest {
  private static Layer last(Network network) {
    List<Layer> layers = network.layers();
    return layers.get(layers.size() - 1);
  }

  @Test
  void resnetGivesItsPooledFeaturesUnlessALengthIsAskedFor() {
    EncoderSpec pooled = EncoderSpec.of(Architecture.RESNET18, 3, 32, null);
    assertThat(pooled.latent()).isEqualTo(512);
    assertThat(last(pooled.network())).isEqualTo(new Flatten());

    EncoderSpec wide = EncoderSpec.of(Architecture.RESNET50, 3, 32, null);
    assertThat(wide.latent()).isEqualTo(2048);

    EncoderSpec asked = EncoderSpec.of(Architecture.RESNET50, 3, 32, 2048);
    assertThat(last(asked.network())).isEqualTo(new Linear("fc", 2048, 2048));
  }

  @Test
  void convAlwaysEndsInALinearLayer() {
    EncoderSpec spec = new EncoderSpec(Architecture.CONV, 3, 16, 7, false);
    assertThat(last(spec.network())).isEqualTo(new Linear("fc", 256 * 2 * 2, 7));
  }

  @Test
  void anyEncoderCanHaveOtherOutputs() {
    EncoderSpec pooled = EncoderSpec.of(Architecture.RESNET18, 3, 32, null);
    assertThat(last(pooled.withOutputs(1024).network())).isEqualTo(new Linear("fc", 512, 1024));
  }

  @Test
  void specIsReadBackAsItWasWritten() {
    EncoderSpec spec = EncoderSpec.of(Architecture.RESNET50, 1, 40, null);
    assertThat(Json.read(Json.line(spec), EncoderSpec.class, "spec")).isEqualTo(spec);
  }

  @Test
  void convRefusesSizesItCannotHalveThreeTimesAndAResnetDoesNot() {
    EncoderSpec conv = EncoderSpec.of(Architecture.CONV, 1, 12, 4);
    assertThatThrownBy(conv::network)
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("--size 16");
    assertThat(EncoderSpec.of(Architecture.RESNET18, 1, 12, null).network().layers()).isNotEmpty();
  }
}
