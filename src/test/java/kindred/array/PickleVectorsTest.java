package kindred.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Python wrote; {@code make_vectors.py} beside them says how. */
class PickleVectorsTest {
  @TempDir Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = PickleVectorsTest.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }

  private Path pickle(String text) throws IOException {
    Path file = folder.resolve("x.pkl");
    return Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void isTheMatrix(Vectors vectors) {
    assertThat(vectors.count()).isEqualTo(3);
    assertThat(vectors.dimension()).isEqualTo(2);
    assertThat(vectors.values()).containsExactly(0.5f, -1, 2, 0.25f, -3, 8);
  }

  private static void refused(Path file, String... words) {
    assertThatThrownBy(() -> Vectors.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContainingAll(words);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4, 5})
  void readsMatricesAndListsOfEveryProtocol(int protocol) throws IOException {
    Vectors matrix = Vectors.read(file("matrix-" + protocol + ".pkl"));
    isTheMatrix(matrix);
    assertThat(matrix.keys()).isEqualTo(RowKeys.NONE);
    isTheMatrix(Vectors.read(file("lists-" + protocol + ".pkl")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4, 5})
  void aDictSaysWhichImageAVectorIsOf(int protocol) throws IOException {
    Vectors numbered = Vectors.read(file("numbers-" + protocol + ".pkl"));
    assertThat(numbered.keys().numbers()).containsExactly(2, 0, 1);
    assertThat(numbered.values()).containsExactly(-3, 8, 0.5f, -1, 2, 0.25f);

    Vectors named = Vectors.read(file("sources-" + protocol + ".pkl"));
    assertThat(named.keys().names()).containsExactly("cat/0.jpg", "cat/1.jpg", "cat/2.jpg");
    isTheMatrix(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"scalars-4.pkl", "columns-first-2.pkl", "columns-first-5.pkl", "named-4.pkl"})
  void readsOtherWaysToHoldAMatrix(String name) throws IOException {
    isTheMatrix(Vectors.read(file(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"theft-0.pkl", "theft-4.pkl"})
  void aPickleThatWouldRunACommandIsRefusedByTheCommandsName(String name) throws IOException {
    refused(file(name), "posix.system", "nothing of it was run", "numpy.save");
  }

  @Test
  void everyOtherWayToMakeAnObjectIsRefused() throws IOException {
    refused(file("own-class-4.pkl"), "pathlib");
    // INST, OBJ, PERSID and an extension's number, all older than STACK_GLOBAL
    refused(pickle("(S'id'\nios\nsystem\n."), "classes");
    refused(pickle("(S'id'\no."), "classes");
    refused(pickle("P1\n."), "classes");
    refused(pickle("\u0080\u0002\u0082\u0001."), "classes");
    refused(pickle("cbuiltins\neval\n(S'1'\ntR."), "builtins.eval");
    // a state for something that takes none
    refused(pickle("]}b."), "classes");
  }

  @Test
  void arraysOfObjectsAreRefused() throws IOException {
    refused(file("objects-4.pkl"), "only numbers are read");
  }

  @Test
  void whatHoldsNoVectorsIsDescribed() throws IOException {
    refused(file("ragged-4.pkl"), "vector 2 has 1 numbers instead of 2");
    refused(pickle("I7\n."), "holds the number 7");
    refused(pickle("(lp0\n."), "holds no vectors");
    refused(pickle("(I1\nI2\nl."), "vector 1 is the number 1 instead of a list");
    refused(pickle("((I1\nS'a'\nll."), "vector 1 holds a string, which is no number");
    refused(pickle("(S'a'\n(I1\nlI3\n(I2\nld."), "has the key a", "of one kind");
    refused(pickle("((F1\nG\u007f\u00f8\0\0\0\0\0\0ll."), "row 1, column 2 is NaN");
  }

  @Test
  void damagedPicklesAreRefused() throws IOException {
    Path whole = file("matrix-4.pkl");
    byte[] bytes = Files.readAllBytes(whole);
    for (int length = 0; length < bytes.length; length++) {
      Path cut = Files.write(folder.resolve("cut.pkl"), java.util.Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Vectors.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(BadInput.class);
    }
    refused(pickle("no pickle"), "no pickle or damaged");
    // two gigabytes of text are promised, and one byte comes
    refused(pickle("X\u00ff\u00ff\u00ff\u007fa."), "cut off");
  }

  @Test
  void rowsOfACompressedNpzAreNumberedByItsImages() throws IOException {
    Vectors vectors = Vectors.read(file("vectors.npz"));

    isTheMatrix(vectors);
    assertThat(vectors.keys().numbers()).containsExactly(2, 0, 1);
  }
}
