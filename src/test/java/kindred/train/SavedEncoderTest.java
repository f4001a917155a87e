package kindred.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.experiment.Architecture;
import kindred.model.EncoderSpec;
import kindred.model.ParameterSpec;
import kindred.torch.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedEncoderTest {
  private static final String COUNTER = "layer1.0.bn1.num_batches_tracked";

  @TempDir Path folder;

  @Test
  void fileHasPyTorchsCountersOfBatchesAndTheEncoderReadBackDoesNot() {
    EncoderSpec spec = EncoderSpec.of(Architecture.RESNET18, 1, 8, null);
    Map<String, NamedArray> weights = new LinkedHashMap<>();
    for (ParameterSpec parameter : spec.network().parameters()) {
      weights.put(
          parameter.name(), NamedArray.floats(new float[parameter.size()], parameter.shape()));
    }
    Path file = folder.resolve("encoder.safetensors");

    new SavedEncoder(spec, new ImageFormat(1, 8, List.of(0.5), List.of(0.25)), weights).write(file);

    NamedArray counter = Safetensors.read(file).arrays().get(COUNTER);
    assertThat(counter.type()).isEqualTo(NamedArray.Type.INT64);
    assertThat(counter.shape()).isEmpty();
    assertThat(SavedEncoder.read(file).weights()).containsOnlyKeys(weights.keySet());
  }
}
