package kindred.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import kindred.experiment.BadInput;

/**
 * The files of a ZIP archive, read in place: nothing is extracted to disk. An entry that unpacks to
 * far more than it should is not read to its end.
 */
final class ZipFiles implements FileSource.Files {
  /** An entry may unpack to so many bytes, however few they were. */
  static final int HARMLESS_BYTES = 4_000_000;

  private static final int MAX_ENTRIES = 5_000_000;
  private static final long MAX_RATIO = 200; // images hardly pack at all
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*");
  private static final String DAMAGED = "damaged or encrypted ZIP entry";

  private final ZipFile zip;
  private final ZipReads reads;
  private final Map<String, Entry> entries;

  /** An entry, and its place in the archive's directory. */
  private record Entry(ZipEntry entry, int number) {}

  private ZipFiles(ZipFile zip, ZipReads reads, Map<String, Entry> entries) {
    this.zip = zip;
    this.reads = reads;
    this.entries = entries;
  }

  /**
   * @throws BadInput if the archive is damaged, has no files, or has an entry whose path leads out
   *     of it
   */
  static FileSource source(Path archive) throws IOException {
    return source(archive, MAX_ENTRIES);
  }

  static FileSource source(Path archive, int maxEntries) throws IOException {
    ZipFile zip = open(archive);
    boolean done = false;
    try {
      if (zip.size() > maxEntries) {
        throw new BadInput(
            "%s has %d entries, more than the %d that are allowed; import it in parts"
                .formatted(archive, zip.size(), maxEntries));
      }
      Map<String, Entry> entries = entries(archive, zip);
      ClassFolders folders = new ClassFolders(entries.keySet());
      if (folders.names().isEmpty()) {
        throw new BadInput(archive + " is empty: there is no file in it");
      }
      ZipReads reads = ZipReads.of(archive, zip.size());
      done = true;
      return new FileSource("ZIP", folders, new ZipFiles(zip, reads, entries));
    } finally {
      if (!done) {
        zip.close();
      }
    }
  }

  private static ZipFile open(Path archive) throws IOException {
    ZipException failure = null;
    // names are UTF-8 or, from old tools, in a one-byte code in which every byte is a letter
    for (Charset names : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      try {
        return new ZipFile(archive.toFile(), names);
      } catch (ZipException e) {
        failure = e;
      }
    }
    throw new BadInput(
        archive + " is a damaged ZIP: " + failure.getMessage() + "; get it anew", failure);
  }

  private static Map<String, Entry> entries(Path archive, ZipFile zip) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    int number = 0;
    for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
      ZipEntry entry = all.next();
      String path = entry.getName().replace('\\', '/');
      if (escapes(path)) {
        throw new BadInput(
            "%s is refused: its entry '%s' leads out of the archive"
                .formatted(archive, entry.getName()));
      }
      if (!entry.isDirectory()) {
        entries.put(path, new Entry(entry, number));
      }
      number++;
    }
    return entries;
  }

  private static boolean escapes(String path) {
    return path.startsWith("/")
        || (path.contains(":") && DRIVE.matcher(path).matches())
        || (path.contains("..") && List.of(path.split("/")).contains(".."));
  }

  @Override
  public byte[] read(String path) throws UnusableImage {
    Entry there = entries.get(path);
    ZipEntry entry = there.entry();
    byte[] bytes = reads.read(there.number(), entry);
    if (bytes != null && fits(entry, bytes)) {
      return bytes;
    }
    try {
      return streamed(entry);
    } catch (IOException e) {
      throw new UnusableImage(DAMAGED, e);
    }
  }

  private static boolean fits(ZipEntry entry, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue() == entry.getCrc();
  }

  /** However it is packed; {@link ZipFile} does not compare its checksum. */
  private byte[] streamed(ZipEntry entry) throws IOException, UnusableImage {
    long allowed =
        Math.min(
            FileSource.MAX_BYTES,
            Math.max(HARMLESS_BYTES, MAX_RATIO * Math.max(0, entry.getCompressedSize())));
    if (entry.getSize() > allowed) {
      throw tooLarge(allowed);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      long size = entry.getSize() < 0 ? allowed : entry.getSize();
      byte[] bytes = in.readNBytes((int) size);
      // the size that an entry declares may be a lie
      int rest = (int) Math.min(allowed - size, Integer.MAX_VALUE);
      if (in.read() >= 0 && in.readNBytes(rest).length >= allowed - size) {
        throw tooLarge(allowed);
      }
      if (!fits(entry, bytes)) {
        throw new UnusableImage(DAMAGED);
      }
      return bytes;
    }
  }

  private static UnusableImage tooLarge(long allowed) {
    return allowed == FileSource.MAX_BYTES
        ? FileSource.tooLarge()
        : new UnusableImage("ZIP bomb: unpacks to more than " + MAX_RATIO + " times its size");
  }

  @Override
  public void close() throws IOException {
    try (reads) {
      zip.close();
    }
  }
}
