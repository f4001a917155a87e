package kindred.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsWriteTest {
  private static final float[] VALUES = {0.1f, -1e-30f, 3.4e38f, 16777217, -0f, 1 / 3f};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x.npz", "x.npy", "x.csv", "x.pkl", "X.PICKLE"})
  void whatIsWrittenIsReadBackToTheBit(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "an older file");

    new Vectors(VALUES, 3, 2, RowKeys.NONE).write(file);

    Vectors read = Vectors.read(file);
    assertThat(read.values()).containsExactly(VALUES);
    assertThat(read.count()).isEqualTo(3);
    assertThat(read.dimension()).isEqualTo(2);
    assertThat(new int[] {read.imageOf(0), read.imageOf(1), read.imageOf(2)})
        .containsExactly(0, 1, 2);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.npz", "x.csv", "x.pkl"})
  void imageNumbersAreKept(String name) {
    Path file = folder.resolve(name);

    new Vectors(VALUES, 3, 2, RowKeys.of(new int[] {70_000, 0, 200})).write(file);

    assertThat(Vectors.read(file).keys().numbers()).containsExactly(70_000, 0, 200);
  }

  @Test
  void csvBeginsWithTheImage() throws IOException {
    Path file = folder.resolve("x.csv");

    new Vectors(new float[] {0.5f, -1, 2, 3}, 2, 2, RowKeys.NONE).write(file);

    assertThat(file).hasContent("image,v0,v1\n0,0.5,-1.0\n1,2.0,3.0\n");
  }

  @Test
  void csvMayNameSourcesInItsFirstColumn() throws IOException {
    Path file = folder.resolve("x.csv");
    Files.writeString(file, "file;x;y\n\"cat/1.jpg\";0.5;-1\n2;3;4\n");

    Vectors read = Vectors.read(file);

    assertThat(read.keys().names()).containsExactly("cat/1.jpg", "2");
    assertThat(read.values()).containsExactly(0.5f, -1, 3, 4);
  }

  @Test
  void unknownSuffixIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> new Vectors(VALUES, 3, 2, RowKeys.NONE).write(folder.resolve("x.mat")))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll("x.mat", ".npz, .npy, .csv or .pkl");
  }
}
