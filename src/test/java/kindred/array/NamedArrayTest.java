package kindred.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;

class NamedArrayTest {
  private static NamedArray longs(long... values) {
    ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      data.putLong(value);
    }
    return new NamedArray(NamedArray.Type.INT64, new long[] {values.length}, data.flip());
  }

  @Test
  void elementsAreLittleEndian() {
    assertThat(NamedArray.floats(new float[] {1}, 1).toBytes()).containsExactly(0, 0, 0x80, 0x3f);
    assertThat(NamedArray.ints(new int[] {0x01020304}, 1).toBytes()).containsExactly(4, 3, 2, 1);
  }

  @Test
  void everyTypeIsReadAsANumber() {
    assertThat(NamedArray.floats(new float[] {0, -1.5f}, 2).get(1)).isEqualTo(-1.5);
    assertThat(NamedArray.ints(new int[] {0, Integer.MIN_VALUE}, 2).get(1)).isEqualTo(-0x1p31);
    assertThat(longs(0, 1L << 40).get(1)).isEqualTo(0x1p40);
    assertThat(NamedArray.bytes(new byte[] {0, (byte) 200}, 2).get(1)).isEqualTo(200);
    ByteBuffer third = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0, 1 / 3.0);
    assertThat(new NamedArray(NamedArray.Type.FLOAT64, new long[0], third).get(0))
        .isEqualTo(1 / 3.0);
    ByteBuffer truth = ByteBuffer.wrap(new byte[] {1});
    assertThat(new NamedArray(NamedArray.Type.BOOL, new long[] {1}, truth).get(0)).isEqualTo(1);
  }

  @Test
  void readingTwiceGivesTheSame() {
    NamedArray array = NamedArray.floats(new float[] {1, 2, 3}, 3);
    assertThat(array.toFloats()).containsExactly(1, 2, 3);
    assertThat(array.toFloats()).containsExactly(1, 2, 3);
    assertThat(array.toBytes()).hasSize(12).isEqualTo(array.toBytes());
  }

  @Test
  void onlyWholeNumbersOf32BitsBecomeInts() {
    assertThat(longs(7, Integer.MAX_VALUE).toInts()).containsExactly(7, Integer.MAX_VALUE);
    assertThat(NamedArray.floats(new float[] {-3}, 1).toInts()).containsExactly(-3);
    assertThatThrownBy(() -> longs(7, 1L << 31).toInts())
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("element 1 is 2.147483648E9");
    assertThatThrownBy(() -> NamedArray.floats(new float[] {0.5f}, 1).toInts())
        .isInstanceOf(BadInput.class)
        .hasMessage("element 0 is 0.5, which is no 32-bit whole number");
    assertThatThrownBy(() -> NamedArray.floats(new float[] {Float.NaN}, 1).toInts())
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("element 0 is NaN");
  }

  @Test
  void shapeMustMatchTheNumbers() {
    assertThatThrownBy(() -> NamedArray.floats(new float[5], 2, 3))
        .isInstanceOf(BadInput.class)
        .hasMessage("an array of shape [2, 3] needs 24 bytes, not 20");
    assertThat(NamedArray.floats(new float[0], 0, 3).size()).isZero();
    assertThat(NamedArray.floats(new float[1]).size()).isEqualTo(1);
  }

  @Test
  void negativeOrAbsurdShapesAreRefused() {
    for (long[] shape :
        new long[][] {{-1}, {1L << 31}, {1 << 16, 1 << 16}, {1L << 32, 1L << 32}, {3, -1, 0}}) {
      assertThatThrownBy(() -> NamedArray.elements(shape))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("larger than 2 GiB");
    }
    assertThat(NamedArray.elements(new long[] {Integer.MAX_VALUE, 0})).isZero();
  }
}
