package kindred.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsTest {
  @TempDir Path folder;

  private static final NamedArray MATRIX = NamedArray.floats(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
  private static final NamedArray OTHER = NamedArray.floats(new float[6], 3, 2);

  private Path npz(Map<String, NamedArray> arrays) {
    Path file = folder.resolve("x.npz");
    Npz.write(file, arrays);
    return file;
  }

  private static void isTheMatrix(Vectors vectors) {
    assertThat(vectors.count()).isEqualTo(3);
    assertThat(vectors.dimension()).isEqualTo(2);
    assertThat(vectors.values()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> Vectors.read(file)).isInstanceOf(BadInput.class).hasMessage(message);
  }

  @Test
  void anArrayOfTheNameWinsOverOtherMatrices() {
    isTheMatrix(Vectors.read(npz(Map.of("a", OTHER, "vectors", MATRIX))));
    isTheMatrix(Vectors.read(npz(Map.of("a", OTHER, "embeddings", MATRIX))));
  }

  @Test
  void theOnlyMatrixNeedsNoName() {
    NamedArray labels = NamedArray.ints(new int[] {0, 1, 0}, 3);
    isTheMatrix(Vectors.read(npz(Map.of("z", MATRIX, "labels", labels))));
  }

  @Test
  void severalMatricesWithoutANameAreRefusedAndListed() {
    Path file = npz(Map.of("b", OTHER, "a", MATRIX));
    refused(file, file + " has no array named 'vectors'; it holds a, b");
  }

  @Test
  void readsNumpysOwnFiles() throws IOException {
    Path compressed = Files.write(folder.resolve("c.npz"), NumpyFiles.COMPRESSED);
    assertThat(Vectors.read(compressed).values()).containsExactly(0, 0.25f, 0.5f, 0.75f, 1, 1.25f);
    Path unnamed = Files.write(folder.resolve("u.npz"), NumpyFiles.UNNAMED);
    assertThat(Vectors.read(unnamed).values()).containsExactly(0, 1, 2, 3);
    Path fortran = Files.write(folder.resolve("F.NPY"), NumpyFiles.FORTRAN);
    assertThat(Vectors.read(fortran).values()).containsExactly(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f);
    assertThat(Vectors.read(fortran).count()).isEqualTo(2);
  }

  @Test
  void nanIsNamedByRowAndColumn() throws IOException {
    Path file = Files.write(folder.resolve("x.npy"), NumpyFiles.MATRIX);
    refused(
        file,
        file + ": row 2, column 2 is NaN; distances to it mean nothing. Repair or remove that row");
  }

  @Test
  void infinityIsRefusedAlsoWhenItComesFromRounding() throws IOException {
    Path file = folder.resolve("x.csv");
    Files.writeString(file, "1,2,3\n4,5,1e39\n");
    assertThatThrownBy(() -> Vectors.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("row 2, column 3 is Infinity");
  }

  @Test
  void whatIsNoMatrixIsRefusedWithItsShape() throws IOException {
    Path line = Files.write(folder.resolve("line.npy"), NumpyFiles.BOOLS);
    refused(line, line + " has shape [3]; vectors are a matrix with a row for each image");
    Path empty = Files.write(folder.resolve("empty.npy"), NumpyFiles.EMPTY);
    refused(empty, empty + " has shape [0, 3]; vectors are a matrix with a row for each image");
  }

  @Test
  void objectsAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("x.npy"), NumpyFiles.OBJECT);
    assertThatThrownBy(() -> Vectors.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("type '|O'");
  }

  @Test
  void missingAndOtherFilesAreNamed() throws IOException {
    Path lost = folder.resolve("lost.npy");
    refused(lost, "there is no file " + lost);
    Path other = Files.writeString(folder.resolve("x.txt"), "1 2");
    refused(other, other + ": files of vectors end in .npz, .npy, .csv or .pkl");
  }
}
