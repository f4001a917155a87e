package kindred.array;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import kindred.experiment.BadInput;

/** Numpy's {@code .npz} format: a ZIP of {@code .npy} files. */
public final class Npz {
  private static final String SUFFIX = ".npy";

  private Npz() {}

  /** Replaces the file. The same arrays always give the same bytes. */
  public static void write(Path file, Map<String, NamedArray> arrays) {
    AtomicFile.write(
        file,
        channel -> {
          ZipOutputStream zip =
              new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
          zip.setMethod(ZipOutputStream.STORED);
          for (Map.Entry<String, NamedArray> array : new TreeMap<>(arrays).entrySet()) {
            byte[] bytes = Npy.encode(array.getValue());
            ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
            entry.setTime(0);
            entry.setSize(bytes.length);
            entry.setCrc(crc(bytes));
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
          }
          zip.finish();
          zip.flush();
        });
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /**
   * Reads all arrays of numbers.
   *
   * @throws BadInput if the file is missing, damaged, or holds anything but arrays of numbers
   */
  public static Map<String, NamedArray> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("there is no file " + file);
    }
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.getName().endsWith(SUFFIX)) {
          throw new BadInput(file + " holds " + entry.getName() + ", which is no array");
        }
        String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] bytes = in.readNBytes(Integer.MAX_VALUE - 8);
          if (crc(bytes) != entry.getCrc()) { // which ZipFile does not look at
            throw new ZipException("the checksum of " + entry.getName() + " does not match");
          }
          arrays.put(name, Npy.decode(bytes, file.getFileName() + "/" + name));
        }
      }
    } catch (ZipException | EOFException e) {
      throw new BadInput(file + " is no .npz file or damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return arrays;
  }
}
