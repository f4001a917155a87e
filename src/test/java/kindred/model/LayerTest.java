package kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import kindred.model.Layer.BatchNorm;
import kindred.model.Layer.Conv2d;
import kindred.model.Layer.ConvTranspose2d;
import kindred.model.Layer.Linear;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The bounds of the first values are those of PyTorch 2.13: 1/√fan-in, and the largest of the many
 * values that it draws for the same layers stays below each by less than a percent.
 */
class LayerTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-6);

  private static double weightBound(Layer layer) {
    Initial initial = layer.parameters().get(0).initial();
    assertThat(initial.center()).isZero();
    assertThat(layer.parameters().get(1).initial()).as("bias").isEqualTo(initial);
    return initial.spread();
  }

  @Test
  void firstValuesLieWithinPytorchsBounds() {
    assertThat(weightBound(new Conv2d("c", 3, 32, 3, 1, 1))).isCloseTo(0.192450, ROUNDING);
    assertThat(weightBound(new Conv2d("c", 32, 64, 3, 2, 1))).isCloseTo(0.058926, ROUNDING);
    assertThat(weightBound(new Linear("l", 4096, 128))).isEqualTo(0.015625);
    assertThat(weightBound(new Linear("l", 128, 4096))).isCloseTo(0.088388, ROUNDING);
  }

  /** PyTorch takes the output for the fan-in here: 1/√(128·16), not 1/√(256·16). */
  @Test
  void transposedConvolutionTakesItsFanFromTheOutput() {
    assertThat(weightBound(new ConvTranspose2d("d", 256, 128, 4, 2, 1)))
        .isCloseTo(0.022097, ROUNDING);
    assertThat(weightBound(new ConvTranspose2d("d", 64, 32, 4, 2, 1)))
        .isCloseTo(0.044194, ROUNDING);
  }

  @Test
  void batchNormStartsAsTheIdentity() {
    assertThat(new BatchNorm("n", 5).parameters())
        .extracting(ParameterSpec::initial)
        .containsExactly(
            Initial.constant(1), Initial.constant(0), Initial.constant(0), Initial.constant(1));
  }

  @Test
  void parameterWithinANetworkBearsItsName() {
    ParameterSpec bias = new Linear("fc", 3, 2).parameters().get(1).within("online.encoder");
    assertThat(bias.name()).isEqualTo("online.encoder.fc.bias");
    assertThat(bias.shape()).containsExactly(2);
    assertThat(bias.size()).isEqualTo(2);
  }
}
