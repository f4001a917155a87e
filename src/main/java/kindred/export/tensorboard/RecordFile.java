package kindred.export.tensorboard;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * TensorFlow's framing of records: length, its checksum, the bytes, their checksum, all
 * little-endian. A checksum is a CRC-32C rotated by 15 bits plus a constant.
 */
final class RecordFile {
  private static final int MASK = 0xA282EAD8;
  private static final int HEAD = 12;
  private static final int TAIL = 4;

  private RecordFile() {}

  /** A record with its frame around it. */
  static byte[] framed(byte[] record) {
    ByteBuffer frame =
        ByteBuffer.allocate(HEAD + record.length + TAIL).order(ByteOrder.LITTLE_ENDIAN);
    frame.putLong(record.length);
    frame.putInt(masked(frame.array(), 0, Long.BYTES));
    frame.put(record);
    frame.putInt(masked(record, 0, record.length));
    return frame.array();
  }

  static int masked(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }

  /** Hands on every whole record, up to the end or to the first that is torn or damaged. */
  static void read(Path file, Consumer<byte[]> records) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file));
        DataInputStream in = new DataInputStream(stream)) {
      long left = Files.size(file);
      byte[] head = new byte[HEAD];
      while (left >= HEAD + TAIL) {
        in.readFully(head);
        ByteBuffer frame = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        long length = frame.getLong();
        left -= HEAD + TAIL + length;
        if (frame.getInt() != masked(head, 0, Long.BYTES) || length < 0 || left < 0) {
          return;
        }
        byte[] record = in.readNBytes((int) length);
        if (Integer.reverseBytes(in.readInt()) != masked(record, 0, record.length)) {
          return;
        }
        records.accept(record);
      }
    } catch (EOFException shortened) {
      return; // by whoever writes it, since its size was asked for
    }
  }
}
