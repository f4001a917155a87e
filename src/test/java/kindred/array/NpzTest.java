package kindred.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
  @TempDir Path folder;

  private static final NamedArray VECTORS = NamedArray.floats(new float[] {1, Float.NaN}, 2, 1);
  private static final NamedArray LABELS = NamedArray.ints(new int[] {3, -1}, 2);

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.npz"), bytes);
  }

  @Test
  void arraysComeBackByName() {
    Path file = folder.resolve("x.npz");
    Npz.write(file, Map.of("vectors", VECTORS, "held.out", LABELS));
    Map<String, NamedArray> back = Npz.read(file);
    assertThat(back).containsOnlyKeys("vectors", "held.out");
    assertThat(back.get("vectors").shape()).containsExactly(2, 1);
    assertThat(back.get("vectors").toFloats()).containsExactly(1, Float.NaN);
    assertThat(back.get("held.out").type()).isEqualTo(NamedArray.Type.INT32);
    assertThat(back.get("held.out").toInts()).containsExactly(3, -1);
  }

  @Test
  void sameArraysGiveTheSameBytesWhateverTheirOrder() throws IOException {
    Map<String, NamedArray> oneWay = new LinkedHashMap<>();
    oneWay.put("a", VECTORS);
    oneWay.put("b", LABELS);
    Map<String, NamedArray> otherWay = new LinkedHashMap<>();
    otherWay.put("b", LABELS);
    otherWay.put("a", VECTORS);
    Npz.write(folder.resolve("1.npz"), oneWay);
    Npz.write(folder.resolve("2.npz"), otherWay);
    assertThat(Files.readAllBytes(folder.resolve("1.npz")))
        .isEqualTo(Files.readAllBytes(folder.resolve("2.npz")));
  }

  @Test
  void readsWhatNumpyCompressed() throws IOException {
    Map<String, NamedArray> arrays = Npz.read(file(NumpyFiles.COMPRESSED));
    assertThat(arrays.get("vectors").type()).isEqualTo(NamedArray.Type.FLOAT64);
    assertThat(arrays.get("vectors").toFloats()).containsExactly(0, 0.25f, 0.5f, 0.75f, 1, 1.25f);
    assertThat(arrays.get("labels").toInts()).containsExactly(3, 1, 2);
  }

  @Test
  void fileCutOffAnywhereIsRefused() throws IOException {
    for (int length = 0; length < NumpyFiles.COMPRESSED.length; length += 9) {
      Path cut = file(Arrays.copyOf(NumpyFiles.COMPRESSED, length));
      assertThatThrownBy(() -> Npz.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("x.npz is no .npz file or damaged");
    }
  }

  @Test
  void everyFlippedBitOfTheNumbersIsNoticed() throws IOException {
    Path file = folder.resolve("x.npz");
    Npz.write(file, Map.of("v", VECTORS));
    byte[] bytes = Files.readAllBytes(file);
    byte[] numbers = VECTORS.toBytes();
    int start = indexOf(bytes, numbers);
    for (int bit = 0; bit < 8 * numbers.length; bit++) {
      byte[] damaged = bytes.clone();
      damaged[start + bit / 8] ^= (byte) (1 << (bit % 8));
      file(damaged);
      assertThatThrownBy(() -> Npz.read(file))
          .as("bit %d", bit)
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("x.npz is no .npz file or damaged")
          .hasMessageContaining("v.npy");
    }
  }

  @Test
  void damageAnywhereIsReadOrRefusedButNeverADefect() throws IOException {
    for (int bit = 0; bit < 8 * NumpyFiles.COMPRESSED.length; bit += 3) {
      byte[] damaged = NumpyFiles.COMPRESSED.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      Path file = file(damaged);
      try {
        assertThat(Npz.read(file).keySet()).hasSizeLessThan(3);
      } catch (BadInput refused) {
        assertThat(refused).hasMessageContaining("x.npz");
      }
    }
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("the numbers are not stored as they are");
  }

  @Test
  void anythingButArraysOfNumbersIsRefused() throws IOException {
    Path file = folder.resolve("x.npz");
    for (String name : new String[] {"readme.txt", "objects.npy"}) {
      try (OutputStream out = Files.newOutputStream(file);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(NumpyFiles.OBJECT);
      }
      assertThatThrownBy(() -> Npz.read(file))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining(
              name.endsWith(".txt")
                  ? "x.npz holds readme.txt, which is no array"
                  : "x.npz/objects holds elements of type '|O'");
    }
  }

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("lost.npz");
    assertThatThrownBy(() -> Npz.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessage("there is no file " + file);
  }
}
