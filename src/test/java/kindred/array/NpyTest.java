package kindred.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;

class NpyTest {
  private static final int NUMPY_HEADER = 128;

  private static NamedArray decode(byte[] bytes) {
    return Npy.decode(bytes, "x.npy");
  }

  /** A version 1 file of a header and no numbers. */
  private static byte[] file(String header) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(header.length());
    out.write(0);
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static void refused(byte[] bytes, String message) {
    assertThatThrownBy(() -> decode(bytes)).isInstanceOf(BadInput.class).hasMessage(message);
  }

  @Test
  void everyTypeAndShapeComesBackBitForBit() {
    long[][] shapes = {{}, {1}, {7}, {2, 3}, {0, 3}, {2, 1, 2}, {1, 2, 1, 2, 1}};
    for (NamedArray.Type type : NamedArray.Type.values()) {
      for (long[] shape : shapes) {
        byte[] data = new byte[(int) NamedArray.elements(shape) * type.bytes()];
        for (int i = 0; i < data.length; i++) {
          data[i] = (byte) (type == NamedArray.Type.BOOL ? i % 2 : 251 * i + 17);
        }
        NamedArray back = decode(Npy.encode(new NamedArray(type, shape, ByteBuffer.wrap(data))));
        assertThat(back.type()).isEqualTo(type);
        assertThat(back.shape()).isEqualTo(shape);
        assertThat(back.toBytes()).isEqualTo(data);
      }
    }
  }

  @Test
  void numbersBeginAtAMultipleOf64Bytes() {
    for (int dimensions = 0; dimensions < 20; dimensions++) {
      long[] shape = new long[dimensions];
      Arrays.fill(shape, 1);
      byte[] file = Npy.encode(NamedArray.floats(new float[1], shape));
      assertThat((file.length - 4) % 64).isZero();
      assertThat(file[file.length - 5]).isEqualTo((byte) '\n');
    }
  }

  @Test
  void readsNumpysMatrixWithItsNan() {
    NamedArray array = decode(NumpyFiles.MATRIX);
    assertThat(array.type()).isEqualTo(NamedArray.Type.FLOAT32);
    assertThat(array.shape()).containsExactly(2, 3);
    assertThat(array.toFloats())
        .containsExactly(1.5f, -2, 3, 0.25f, Float.NaN, Float.NEGATIVE_INFINITY);
  }

  @Test
  void fortranOrderIsTurnedIntoRows() {
    NamedArray array = decode(NumpyFiles.FORTRAN);
    assertThat(array.type()).isEqualTo(NamedArray.Type.FLOAT64);
    assertThat(array.shape()).containsExactly(2, 3);
    assertThat(array.toFloats()).containsExactly(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f);
  }

  @Test
  void readsAllHeaderVersions() {
    NamedArray second = decode(NumpyFiles.VERSION_2);
    assertThat(second.type()).isEqualTo(NamedArray.Type.INT64);
    assertThat(second.get(0)).isEqualTo(-1);
    assertThat(second.get(1)).isEqualTo(0x1p40);
    NamedArray third = decode(NumpyFiles.VERSION_3);
    assertThat(third.shape()).containsExactly(2, 1);
    assertThat(third.toInts()).containsExactly(7, Integer.MIN_VALUE);
  }

  @Test
  void readsTruthValuesSingleNumbersAndEmptyArrays() {
    assertThat(decode(NumpyFiles.BOOLS).toInts()).containsExactly(1, 0, 1);
    assertThat(decode(NumpyFiles.SCALAR).shape()).isEmpty();
    assertThat(decode(NumpyFiles.SCALAR).get(0)).isEqualTo(2.5);
    assertThat(decode(NumpyFiles.EMPTY).shape()).containsExactly(0, 3);
  }

  @Test
  void objectsAreRefusedUnread() {
    refused(
        NumpyFiles.OBJECT,
        "x.npy holds elements of type '|O'; known are float32, float64, int32, int64, uint8 and"
            + " bool, little-endian");
  }

  @Test
  void typesThatAreNotKnownAreNamed() {
    assertThatThrownBy(() -> decode(NumpyFiles.BIG_ENDIAN)).hasMessageContaining("'>f4'; known");
    assertThatThrownBy(() -> decode(NumpyFiles.HALF)).hasMessageContaining("'<f2'; known");
    assertThatThrownBy(() -> decode(NumpyFiles.STRUCTURED))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(
            "x.npy has a header that describes no array: {'descr': [('a', '<i4')");
    refused(NumpyFiles.FORTRAN_CUBE, "x.npy is in Fortran order with more than two dimensions");
  }

  @Test
  void fileCutOffAnywhereIsRefused() {
    for (int length = 0; length < NumpyFiles.MATRIX.length; length++) {
      byte[] cut = Arrays.copyOf(NumpyFiles.MATRIX, length);
      assertThatThrownBy(() -> decode(cut))
          .as("%d bytes", length)
          .isInstanceOf(BadInput.class)
          .hasMessageStartingWith("x.npy ");
    }
    refused(
        Arrays.copyOf(NumpyFiles.MATRIX, NUMPY_HEADER + 20),
        "x.npy has 20 bytes of numbers instead of 24");
  }

  @Test
  void fileLongerThanItsShapeIsRefused() {
    refused(
        Arrays.copyOf(NumpyFiles.MATRIX, NUMPY_HEADER + 25),
        "x.npy has 25 bytes of numbers instead of 24");
  }

  @Test
  void damagedHeaderIsReadOrRefusedButNeverADefect() {
    for (int bit = 0; bit < 8 * NUMPY_HEADER; bit++) {
      byte[] damaged = NumpyFiles.MATRIX.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        assertThat(decode(damaged).size()).isBetween(3, 24);
      } catch (BadInput refused) {
        assertThat(refused).hasMessageContaining("x.npy");
      }
    }
  }

  @Test
  void absurdShapesAreRefused() {
    assertThatThrownBy(
            () ->
                decode(
                    file(
                        "{'descr': '<f4', 'fortran_order': False,"
                            + " 'shape': (99999999999999999999,), }\n")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("x.npy")
        .hasMessageContaining("99999999999999999999");
    assertThatThrownBy(
            () ->
                decode(
                    file(
                        "{'descr': '<f4', 'fortran_order': False,"
                            + " 'shape': (65536, 65536), }\n")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("x.npy")
        .hasMessageContaining("[65536, 65536] is larger than 2 GiB");
  }

  @Test
  void textIsNoArray() {
    refused("1,2,3\n4,5,6\n".getBytes(StandardCharsets.US_ASCII), "x.npy is no numpy array");
  }
}
