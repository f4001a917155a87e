package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.data.ClassPictures;
import kindred.data.ImageSet;
import org.junit.jupiter.api.Test;

/** Test images that a data set keeps apart, through training and evaluation. */
class KeptSplitStagesTest extends CommandLineCase {
  @Test
  void noStageTrainsOnTestImagesAndTheEvaluationTestsOnThem() {
    Path images = temp.resolve("split");
    ClassPictures.write(images.resolve("train"), 16, 16, 1);
    ClassPictures.write(images.resolve("test"), 5, 16, 2);
    Said imported = type("import", images.toString(), "--name", "kept", "--size", "16", "--json");
    assertThat(imported.json().path("test").asInt()).isEqualTo(15);
    ImageSet set = ImageSet.open(workspace.resolve("datasets/kept"));
    int[] tests = IntStream.range(0, set.count()).filter(set::test).toArray();
    assertThat(tests).hasSize(15);

    Said ae =
        type("latent", "ae", "--data", "kept", "--latent", "8", "--batch", "16", "--epochs", "1");
    assertThat(ae.exit()).as(ae.err()).isZero();
    assertThat(ae.err() + ae.out()).contains("held out: the 15 test images of the data set");
    Map<String, NamedArray> vectors =
        Npz.read(workspace.resolve("runs/ae-1/artifacts/embeddings.npz"));
    int[] numbers = vectors.get("images").toInts();
    int[] heldOut = vectors.get("held_out").toInts();
    assertThat(IntStream.range(0, numbers.length).filter(i -> heldOut[i] == 1).map(i -> numbers[i]))
        .containsExactlyInAnyOrder(Arrays.stream(tests).boxed().toArray(Integer[]::new));

    Said evaluation = type("evaluate", "ae-1", "--holdout", "0.5");
    assertThat(evaluation.exit()).as(evaluation.err()).isZero();
    assertThat(evaluation.err() + evaluation.out()).contains("test images that the data set keeps");
    int[] tested =
        Npz.read(workspace.resolve("runs/evaluate-2/artifacts/predictions.npz"))
            .get("images")
            .toInts();
    assertThat(tested).containsExactlyInAnyOrder(tests);
  }
}
