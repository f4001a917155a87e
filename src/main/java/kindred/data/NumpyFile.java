package kindred.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import kindred.array.NamedArray;
import kindred.array.Npy;
import kindred.array.NpyHeader;
import kindred.experiment.BadInput;

/** The arrays of a {@code .npy} or {@code .npz} file, which may be larger than memory. */
final class NumpyFile implements Closeable {
  /** The name of the only array of a {@code .npy} file. */
  static final String ONLY = "";

  private static final String SUFFIX = ".npy";
  private static final int BUFFER = 1 << 16;
  private static final int LARGEST_LABELS = 1 << 30; // bytes

  private final Path file;
  private final ZipFile zip; // null for .npy
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  private NumpyFile(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
    if (zip != null) {
      zip.stream()
          .filter(entry -> entry.getName().endsWith(SUFFIX))
          .forEach(entry -> entries.put(withoutSuffix(entry.getName()), entry));
    }
  }

  private static String withoutSuffix(String name) {
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /** Whether a file is of either kind: by its first bytes, or by the name of an archive. */
  static boolean is(Path file, byte[] start) {
    return NpyHeader.begins(start) || named(file, ".npz");
  }

  private static boolean named(Path file, String suffix) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(suffix);
  }

  /**
   * Opens a file of either kind.
   *
   * @throws BadInput if it is damaged
   */
  static NumpyFile open(Path file) throws IOException {
    if (!named(file, ".npz")) {
      return new NumpyFile(file, null);
    }
    try {
      return new NumpyFile(file, new ZipFile(file.toFile()));
    } catch (ZipException e) {
      throw new BadInput(
          file + " is no .npz file or damaged: " + e.getMessage() + "; save it anew", e);
    }
  }

  /** Names of the arrays, in the order of the file. */
  List<String> arrays() {
    return zip == null ? List.of(ONLY) : List.copyOf(entries.keySet());
  }

  /** The file and the array in it, for messages and as the source of images. */
  String what(String array) {
    return file.getFileName() + (array.equals(ONLY) ? "" : "/" + array);
  }

  /** Size of an array with its header. */
  long bytes(String array) throws IOException {
    return zip == null ? Files.size(file) : entries.get(array).getSize();
  }

  /** What an array is. */
  NpyHeader header(String array) throws IOException {
    try (InputStream in = raw(array)) {
      return NpyHeader.read(in, what(array));
    }
  }

  /**
   * The numbers of an array. An archive's checksum is compared when the stream comes to its end.
   */
  InputStream numbers(String array) throws IOException {
    InputStream in = raw(array);
    boolean opened = false;
    try {
      NpyHeader.read(in, what(array));
      opened = true;
      return in;
    } finally {
      if (!opened) {
        in.close();
      }
    }
  }

  /** An array that fits in memory, such as labels. */
  NamedArray read(String array) throws IOException {
    try (InputStream in = raw(array)) {
      return Npy.decode(in.readNBytes(LARGEST_LABELS), what(array));
    }
  }

  private InputStream raw(String array) throws IOException {
    if (zip == null) {
      return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }
    ZipEntry entry = entries.get(array);
    return new BufferedInputStream(new Checked(zip.getInputStream(entry), entry), BUFFER);
  }

  /** {@link ZipFile} does not compare checksums. */
  private static final class Checked extends CheckedInputStream {
    private final ZipEntry entry;

    Checked(InputStream in, ZipEntry entry) {
      super(in, new CRC32());
      this.entry = entry;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read < 0 && getChecksum().getValue() != entry.getCrc()) {
        throw new ZipException("the checksum of " + entry.getName() + " does not match");
      }
      return read;
    }
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
