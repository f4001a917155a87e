package kindred.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive: a ZIP of stored entries with the source of one class {@code
 * Program}, and a pickle that makes one object of it. {@code torch.jit.load} opens the same bytes.
 */
final class Archive {
  private static final String ROOT = "program/";

  private Archive() {}

  /** The archive of a class without tensors of its own. */
  static byte[] of(String source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "data.pkl", object());
      put(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      put(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
      put(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Protocol-2 pickle: {@code __torch__.Program} with the attribute {@code training = True}. */
  private static byte[] object() throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.write(new byte[] {(byte) 0x80, 2});
    ascii(pickle, "c__torch__\nProgram\n");
    pickle.write(new byte[] {')', (byte) 0x81, '}', '('});
    pickle.write(new byte[] {'X', 8, 0, 0, 0});
    ascii(pickle, "training");
    pickle.write(new byte[] {(byte) 0x88, 'u', 'b', '.'});
    return pickle.toByteArray();
  }

  private static void ascii(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
