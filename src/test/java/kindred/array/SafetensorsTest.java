package kindred.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  /**
   * What the Python package safetensors 0.8 wrote for {@code {"b.weight": float32 [[1.5, -2.5]],
   * "a": int64 [1, 2**40], "mask": bool [True, False], "n": uint8 7}} and the metadata {@code
   * {"format": "np"}}.
   */
  private static final String PYTHON =
      "CAEAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiJucCJ9LCJhIjp7ImR0eXBlIjoiSTY0Iiwi"
          + "c2hhcGUiOlsyXSwiZGF0YV9vZmZzZXRzIjpbMCwxNl19LCJiLndlaWdodCI6eyJkdHlwZSI6IkYzMiIs"
          + "InNoYXBlIjpbMSwyXSwiZGF0YV9vZmZzZXRzIjpbMTYsMjRdfSwibiI6eyJkdHlwZSI6IlU4Iiwic2hh"
          + "cGUiOltdLCJkYXRhX29mZnNldHMiOlsyNCwyNV19LCJtYXNrIjp7ImR0eXBlIjoiQk9PTCIsInNoYXBl"
          + "IjpbMl0sImRhdGFfb2Zmc2V0cyI6WzI1LDI3XX19ICABAAAAAAAAAAAAAAAAAQAAAADAPwAAIMAHAQA=";

  private static final Map<String, NamedArray> ARRAYS =
      Map.of(
          "convs.0.weight", NamedArray.floats(new float[] {0.5f, Float.NaN, -0f, 3}, 2, 2),
          "convs.0.bias", NamedArray.floats(new float[] {7, 8}, 2),
          "empty", NamedArray.floats(new float[0], 0, 4),
          "step", NamedArray.ints(new int[] {41}));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("model.safetensors");
  }

  /** A file of a header and numbers. */
  private Path file(String header, byte[] numbers) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + numbers.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).put(numbers);
    return Files.write(file, bytes.array());
  }

  private byte[] written() throws IOException {
    Safetensors.write(file, ARRAYS, Map.of("epoch", "3"));
    return Files.readAllBytes(file);
  }

  private static int numbersFrom(byte[] bytes) {
    return 8 + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
  }

  private void damaged(String why) {
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessage("model.safetensors is damaged: " + why);
  }

  @Test
  void arraysAndMetadataComeBackBitForBit() throws IOException {
    written();
    Safetensors.Content back = Safetensors.read(file);
    assertThat(back.metadata()).containsExactly(Map.entry("epoch", "3"));
    assertThat(back.arrays()).containsOnlyKeys(ARRAYS.keySet());
    ARRAYS.forEach(
        (name, array) -> {
          assertThat(back.arrays().get(name).type()).isEqualTo(array.type());
          assertThat(back.arrays().get(name).shape()).isEqualTo(array.shape());
          assertThat(back.arrays().get(name).toBytes()).isEqualTo(array.toBytes());
        });
  }

  @Test
  void everyTypeComesBack() {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    for (NamedArray.Type type : NamedArray.Type.values()) {
      ByteBuffer data = ByteBuffer.allocate(3 * type.bytes()).put(type.bytes(), (byte) 1);
      arrays.put(type.name(), new NamedArray(type, new long[] {3}, data));
    }
    Safetensors.write(file, arrays, Map.of());
    Safetensors.read(file)
        .arrays()
        .forEach(
            (name, array) -> {
              assertThat(array.type().name()).isEqualTo(name);
              assertThat(array.toBytes()).isEqualTo(arrays.get(name).toBytes());
            });
  }

  @Test
  void sameContentGivesTheSameBytesWhateverItsOrder() throws IOException {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    ARRAYS.keySet().stream()
        .sorted(java.util.Comparator.reverseOrder())
        .forEach(name -> arrays.put(name, ARRAYS.get(name)));
    byte[] once = written();
    Safetensors.write(file, arrays, Map.of("epoch", "3"));
    assertThat(Files.readAllBytes(file)).isEqualTo(once);
  }

  @Test
  void numbersBeginAtAMultipleOfEightBytes() throws IOException {
    for (int length = 0; length < 9; length++) {
      Safetensors.write(file, ARRAYS, Map.of("note", "x".repeat(length)));
      assertThat(numbersFrom(Files.readAllBytes(file)) % 8).isZero();
    }
  }

  @Test
  void readsWhatPythonWrites() throws IOException {
    Files.write(file, Base64.getDecoder().decode(PYTHON));
    Safetensors.Content content = Safetensors.read(file);
    Map<String, NamedArray> arrays = content.arrays();
    assertThat(content.metadata()).containsExactly(Map.entry("format", "np"));
    assertThat(arrays).containsOnlyKeys("a", "b.weight", "mask", "n");
    assertThat(arrays.get("a").get(1)).isEqualTo(0x1p40);
    assertThat(arrays.get("b.weight").shape()).containsExactly(1, 2);
    assertThat(arrays.get("b.weight").toFloats()).containsExactly(1.5f, -2.5f);
    assertThat(arrays.get("mask").toInts()).containsExactly(1, 0);
    assertThat(arrays.get("n").get(0)).isEqualTo(7);
  }

  /** The format asks for no order of the header; Python reads such a file as well. */
  @Test
  void headerMayNameTheTensorsInAnyOrder() throws IOException {
    byte[] numbers = NamedArray.floats(new float[] {1, 2}, 2).toBytes();
    file(
        "{'x':{'dtype':'F32','shape':[1],'data_offsets':[4,8]},'e':{'dtype':'F32','shape':[0],"
                .replace('\'', '"')
            + "'data_offsets':[4,4]},'y':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}"
                .replace('\'', '"'),
        numbers);
    Map<String, NamedArray> arrays = Safetensors.read(file).arrays();
    assertThat(arrays.get("y").toFloats()).containsExactly(1);
    assertThat(arrays.get("x").toFloats()).containsExactly(2);
    assertThat(arrays.get("e").size()).isZero();
  }

  @Test
  void fileCutOffAnywhereIsRefused() throws IOException {
    byte[] bytes = written();
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Safetensors.read(file))
          .as("%d of %d bytes", length, bytes.length)
          .isInstanceOf(BadInput.class)
          .hasMessageStartingWith("model.safetensors is damaged: ")
          .hasMessageContaining("cut off");
    }
  }

  @Test
  void fileThatGoesOnIsRefused() throws IOException {
    byte[] bytes = written();
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 3));
    damaged("it has 3 bytes too many");
  }

  @Test
  void everyFlippedBitOfTheNumbersIsNoticed() throws IOException {
    byte[] bytes = written();
    for (int bit = 8 * numbersFrom(bytes); bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, flipped);
      damaged("its checksum does not match its numbers");
    }
  }

  @Test
  void damagedHeaderIsReadOrRefusedButNeverADefect() throws IOException {
    byte[] bytes = written();
    for (int bit = 0; bit < 8 * numbersFrom(bytes); bit += 3) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, flipped);
      try {
        assertThat(Safetensors.read(file).arrays()).hasSizeLessThanOrEqualTo(ARRAYS.size());
      } catch (BadInput refused) {
        assertThat(refused).hasMessageContaining("model.safetensors");
      }
    }
  }

  @Test
  void impossibleOffsetsAreRefused() throws IOException {
    for (String offsets :
        new String[] {"[4,8]", "[-4,0]", "[4,0]", "[0]", "[]", "[0,9999999999]"}) {
      file(
          "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":" + offsets + "}}",
          new byte[8]);
      damaged("tensor w has impossible offsets");
    }
  }

  @Test
  void overlappingTensorsAreRefused() throws IOException {
    String tensor = "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
    file("{\"v\":" + tensor + ",\"w\":" + tensor + "}", new byte[4]);
    damaged("tensor w has impossible offsets");
  }

  /** More than the memory of the tests, so that asking for it first would end in an error. */
  @Test
  void tensorBeyondTheEndIsRefusedWithoutAskingForItsMemory() throws IOException {
    file(
        "{\"w\":{\"dtype\":\"U8\",\"shape\":[2147483646],\"data_offsets\":[0,2147483646]}}",
        new byte[8]);
    damaged("it is cut off");
  }

  @Test
  void offsetsThatContradictTheShapeAreRefused() throws IOException {
    file("{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", new byte[8]);
    damaged("tensor w: an array of shape [3] needs 12 bytes, not 8");
  }

  @Test
  void typesThatAreNotKnownAreNamed() throws IOException {
    file("{\"w\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[0,8]}}", new byte[8]);
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessage(file + ": tensor w is of the unknown type 'BF16'");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    for (String header : new String[] {"null", "[]", "12", "no JSON", "{\"w\":5}"}) {
      file(header, new byte[0]);
      assertThatThrownBy(() -> Safetensors.read(file))
          .as(header)
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("model.safetensors");
    }
    Files.writeString(file, "a text file of some length");
    damaged("its header is cut off");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessage("there is no file " + file);
  }
}
