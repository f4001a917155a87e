package kindred.data.published;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import kindred.data.published.PublishedSet.Parts;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A set as CIFAR-10 is one, of six images. */
public final class SmallSet {
  public static final String FILE = "small.tar.gz";

  private SmallSet() {}

  /** Its archive; every time the same. */
  public static byte[] archive() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("small/data_batch_1.bin", records(0, 1, 2, 9));
    entries.put("small/test_batch.bin", records(9, 0));
    String names =
        IntStream.range(0, 10).mapToObj(i -> "class" + i).collect(Collectors.joining("\n"));
    entries.put("small/batches.meta.txt", names.getBytes(StandardCharsets.UTF_8));
    return tarGz(entries);
  }

  private static byte[] records(int... labels) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Random random = new Random(1);
    for (int label : labels) {
      byte[] pixels = new byte[3072];
      random.nextBytes(pixels);
      out.write(label);
      out.writeBytes(pixels);
    }
    return out.toByteArray();
  }

  static byte[] tarGz(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (Map.Entry<String, byte[]> file : entries.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** The set whose archive this is. */
  public static PublishedSet of(byte[] archive, long unpacked) {
    return new PublishedSet(
        "small",
        "Small",
        "6 images",
        "none",
        URI.create("http://127.0.0.1/"),
        URI.create("http://127.0.0.1:1/"),
        List.of(new PublishedFile(FILE, archive.length, Checksum.md5(md5(archive)))),
        6,
        3,
        32,
        unpacked,
        new Parts("small", Optional.of("small/test_batch.bin"), List.of()));
  }

  static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
