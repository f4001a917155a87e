package kindred.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import kindred.array.NamedArray;

/**
 * Writes a TorchScript archive: a ZIP of stored entries with the source of one class {@code
 * Program}, a pickle that makes one object of it, and the numbers of its tensors. {@code
 * torch.jit.load} opens the same bytes.
 */
final class Archive {
  private static final String ROOT = "program/";
  private static final String EXTRA = "extra/";

  private Archive() {}

  /** The archive of a class without tensors of its own. */
  static byte[] of(String source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(bytes, source, true, Map.of(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes the archive of a class with tensors.
   *
   * @param training the object's mode when it is loaded
   * @param tensors float32, by the attribute that holds each
   * @param extra text that {@code torch.jit.load} gives back on request, by name
   */
  static void write(
      OutputStream out,
      String source,
      boolean training,
      Map<String, NamedArray> tensors,
      Map<String, String> extra)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    put(zip, "data.pkl", ObjectPickle.of(training, tensors));
    put(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
    put(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    put(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, String> text : extra.entrySet()) {
      put(zip, EXTRA + text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8));
    }
    int key = 0;
    for (NamedArray tensor : tensors.values()) {
      put(zip, "data/" + key++, tensor.toBytes());
    }
    zip.finish();
    zip.flush();
  }

  /**
   * A text that was written along.
   *
   * @return null if the archive has none of that name
   * @throws IOException if the file is no archive or cannot be read
   */
  static String extra(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith("/" + EXTRA + name)) {
          return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      return null;
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setTime(0); // the same program always gives the same bytes
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
