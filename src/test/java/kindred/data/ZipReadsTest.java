package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries are the same however they are read; what is unusual is not read at one go. */
class ZipReadsTest {
  private static final int FLAGS = 6; // in a local header

  @TempDir Path temp;
  private Path archive;

  @BeforeEach
  void name() {
    archive = temp.resolve("some.zip");
  }

  private static byte[] content(int number) {
    byte[] bytes = new byte[number % 7 * 100];
    new Random(number).nextBytes(bytes);
    Arrays.fill(bytes, 0, bytes.length / 2, (byte) number); // so that it packs
    return bytes;
  }

  /** Every second entry is stored as it is, the others are deflated. */
  private static byte[] zipped(int entries, String comment) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(comment);
      zip.putNextEntry(new ZipEntry("folder/"));
      for (int n = 0; n < entries; n++) {
        byte[] content = content(n);
        ZipEntry entry = new ZipEntry("folder/größe" + n);
        if (n % 2 == 0) {
          CRC32 crc = new CRC32();
          crc.update(content);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(content.length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  private List<byte[]> contents() throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive.toFile());
        ZipReads reads = ZipReads.of(archive, zip.size())) {
      int number = 0;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        contents.add(reads.read(number++, entry));
      }
    }
    return contents;
  }

  private void assertReadsAll(int entries) throws IOException {
    List<byte[]> contents = contents();
    assertThat(contents).hasSize(entries + 1);
    assertThat(contents.get(0)).as("the folder").isEmpty();
    for (int n = 0; n < entries; n++) {
      assertThat(contents.get(n + 1)).isEqualTo(content(n));
    }
  }

  @Test
  void storedAndDeflatedEntriesAreReadWhole() throws IOException {
    Files.write(archive, zipped(40, null));
    assertReadsAll(40);
  }

  @Test
  void whatStandsBeforeOrAfterTheEntriesDoesNotMatter() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("a program that unpacks what follows".getBytes(StandardCharsets.UTF_8));
    bytes.write(zipped(40, "a comment\nof two lines"));
    Files.write(archive, bytes.toByteArray());
    assertReadsAll(40);
  }

  @Test
  void anArchiveOfMoreEntriesThanTheFirstFormatKnewIsReadToo() throws IOException {
    Files.write(archive, zipped(66_000, null));
    assertReadsAll(66_000);
  }

  @Test
  void encryptedEntriesAndThoseThatAreNotWhereTheDirectorySaysAreLeftToOthers() throws IOException {
    byte[] bytes = zipped(2, null);
    bytes[FLAGS] |= 1; // the folder's
    int second = indexOfName(bytes, "größe0") - 30 - "folder/".length();
    bytes[second] = 0;
    Files.write(archive, bytes);
    List<byte[]> contents = contents();
    assertThat(contents.get(0)).isNull();
    assertThat(contents.get(1)).isNull();
    assertThat(contents.get(2)).isEqualTo(content(1));
  }

  private static int indexOfName(byte[] bytes, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; ; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
  }

  @Test
  void entriesThatUnpackToMoreOrLessThanTheySayAreLeftToOthers() throws IOException {
    Files.write(archive, zipped(6, null));
    try (ZipFile zip = new ZipFile(archive.toFile());
        ZipReads reads = ZipReads.of(archive, zip.size())) {
      ZipEntry entry = zip.getEntry("folder/größe5");
      assertThat(reads.read(6, entry)).isEqualTo(content(5));
      entry.setSize(content(5).length - 1);
      assertThat(reads.read(6, entry)).isNull();
      entry.setSize(content(5).length + 1);
      assertThat(reads.read(6, entry)).isNull();
    }
  }

  @Test
  void anArchiveWhoseDirectoryHasAnotherNumberOfEntriesIsLeftToOthers() throws IOException {
    Files.write(archive, zipped(2, null));
    try (ZipFile zip = new ZipFile(archive.toFile());
        ZipReads reads = ZipReads.of(archive, zip.size() + 1)) {
      assertThat(reads.read(1, zip.getEntry("folder/größe0"))).isNull();
    }
  }

  @Test
  void anArchiveWhoseDirectoryIsNotWhereItSaysIsLeftToOthers() throws IOException {
    byte[] bytes = zipped(2, null);
    int end = bytes.length - 22;
    bytes[end + 12] ^= 1; // the directory's length
    Files.write(archive, bytes);
    try (ZipReads reads = ZipReads.of(archive, 3)) {
      assertThat(reads.read(1, entry("folder/größe0", content(0).length))).isNull();
    }
    Files.write(archive, Arrays.copyOf(bytes, 10));
    try (ZipReads reads = ZipReads.of(archive, 3)) {
      assertThat(reads.read(1, entry("folder/größe0", content(0).length))).isNull();
    }
  }

  private static ZipEntry entry(String name, int size) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setCompressedSize(size);
    entry.setSize(size);
    return entry;
  }

  @Test
  void sizesThatNobodyKnowsOrThatAreBeyondReasonAreLeftToOthers() throws IOException {
    Files.write(archive, zipped(2, null));
    try (ZipReads reads = ZipReads.of(archive, 3)) {
      ZipEntry unknown = new ZipEntry("folder/größe0");
      assertThat(reads.read(1, unknown)).isNull();
      ZipEntry vast = entry("folder/größe0", 1);
      vast.setCompressedSize(1L << 40);
      assertThat(reads.read(1, vast)).isNull();
      vast.setCompressedSize(-1L << 40);
      assertThat(reads.read(1, vast)).isNull();
    }
  }

  @Test
  void threadsReadWithoutDisturbingEachOther() throws IOException {
    int entries = 2000;
    Files.write(archive, zipped(entries, null));
    try (ZipFile zip = new ZipFile(archive.toFile());
        ZipReads reads = ZipReads.of(archive, zip.size())) {
      List<? extends ZipEntry> all = Collections.list(zip.entries());
      List<Integer> wrong =
          IntStream.range(0, entries)
              .parallel()
              .filter(n -> !Arrays.equals(content(n), reads.read(n + 1, all.get(n + 1))))
              .boxed()
              .toList();
      assertThat(wrong).isEmpty();
    }
  }
}
