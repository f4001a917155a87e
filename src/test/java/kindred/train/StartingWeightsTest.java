package kindred.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Safetensors;
import kindred.experiment.BadInput;
import kindred.model.Layer.BatchNorm;
import kindred.model.Layer.Flatten;
import kindred.model.Layer.Linear;
import kindred.model.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingWeightsTest {
  private static final Network ENCODER =
      new Network(
          "encoder",
          List.of(
              new Flatten(), new Linear("a", 4, 2), new BatchNorm("bn", 2), new Linear("b", 2, 3)));

  private static NamedArray array(long... shape) {
    int size = 1;
    for (long side : shape) {
      size *= (int) side;
    }
    return NamedArray.floats(new float[size], shape);
  }

  private static Map<String, NamedArray> file() {
    Map<String, NamedArray> file = new LinkedHashMap<>();
    file.put("a.weight", array(2, 4));
    file.put("a.bias", array(2));
    file.put("bn.running_mean", array(2));
    file.put("bn.num_batches_tracked", array());
    file.put("b.weight", array(1000, 2));
    file.put("head.weight", array(7));
    return file;
  }

  @Test
  void whatFitsIsTakenAndTheRestIsListedByItsReason() {
    StartingWeights found = StartingWeights.match(ENCODER, file());

    assertThat(found.taken().keySet()).containsExactly("a.weight", "a.bias", "bn.running_mean");
    assertThat(found.missing()).containsExactly("bn.weight", "bn.bias", "bn.running_var", "b.bias");
    assertThat(found.unexpected()).containsExactly("head.weight");
    assertThat(found.otherShape()).containsExactly("b.weight [3, 2] but [1000, 2] in the file");
  }

  @Test
  void notesNameEveryTensorThatDidNotMatch() {
    Notes notes = new Notes();
    StartingWeights.match(ENCODER, file()).describe(notes);

    assertThat(notes.sentences())
        .containsExactly(
            "3 of the encoder's 8 tensors start from the file",
            "not in the file: bn.weight, bn.bias, bn.running_var, b.bias",
            "not in the encoder: head.weight",
            "of another shape: b.weight [3, 2] but [1000, 2] in the file");
  }

  @Test
  void fileInWhichNothingFitsIsRefused(@TempDir Path folder) {
    Path file = folder.resolve("other.safetensors");
    Safetensors.write(
        file, Map.of("conv1.weight", array(64, 3, 7, 7), "a.weight", array(9, 9)), Map.of());

    assertThatThrownBy(() -> StartingWeights.read(file, ENCODER))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("other.safetensors")
        .hasMessageContaining("a.weight [2, 4]")
        .hasMessageContaining("--encoder");
  }

  @Test
  void missingFileIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> StartingWeights.read(folder.resolve("none.safetensors"), ENCODER))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("none.safetensors");
  }

  /** Keeps the notes. */
  private static final class Notes implements TrainingObserver {
    private final List<String> sentences = new java.util.ArrayList<>();

    List<String> sentences() {
      return sentences;
    }

    @Override
    public void step(StepReport report) {
      throw new AssertionError("no step is taken here");
    }

    @Override
    public void epoch(EpochReport report) {
      throw new AssertionError("no epoch is done here");
    }

    @Override
    public void note(String sentence) {
      sentences.add(sentence);
    }
  }
}
