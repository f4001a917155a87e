package kindred.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.model.Layer.Linear;
import kindred.model.Layer.Unflatten;
import kindred.model.Network;
import org.junit.jupiter.api.Test;

class DecoderTest {
  @Test
  void normalizedValuesBecomePixelsAgain() {
    Network network = new Network("decoder", List.of(new Linear("fc", 1, 4), new Unflatten(1, 2)));
    ImageFormat format = new ImageFormat(1, 2, List.of(0.4), List.of(0.2));
    Map<String, NamedArray> weights =
        Map.of(
            "fc.weight", NamedArray.floats(new float[] {0, 1, 10, -10}, 4, 1),
            "fc.bias", NamedArray.floats(new float[4], 4));
    try (Torch torch = Torch.open("cpu", 1);
        Decoder decoder = new Decoder(torch, network, format, weights)) {
      byte[] pixels = decoder.decode(new float[] {1, -1.5f}, 2);

      // 255 · (0.4 + 0.2 x), rounded, between 0 and 255.
      assertThat(pixels)
          .containsExactly(102, (byte) 153, (byte) 255, 0, /* image 2 */ 102, 26, 0, (byte) 255);
      int alive = torch.alive();
      decoder.decode(new float[] {1}, 1);
      assertThat(torch.alive()).isEqualTo(alive);
    }
  }
}
