package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import kindred.data.KnownPictures.Known;
import org.junit.jupiter.api.Test;

class BrokenPicturesTest extends ImportCase {
  private static final int EACH = 75;
  private static final long MOST_BYTES = 600_000_000; // of heap, a tenth of what headers ask for

  private final Random random = new Random(11);

  @Test
  void threeHundredBrokenImagesAreEachListedOrDecodedAndNoneCrashes() throws Exception {
    List<Known> known = KnownPictures.all();
    Set<String> certain = new HashSet<>(); // to be left out
    int written = 0;
    for (int i = 0; i < EACH; i++) {
      Known any = known.get(random.nextInt(known.size()));
      certain.add(put("cut", i, any, Arrays.copyOf(any.encoded(), cut(any))));
      put("flipped", i, any, flipped(any.encoded()));
      Known large = known.get(random.nextInt(known.size()));
      byte[] huge = huge(large);
      if (huge != null) {
        certain.add(put("huge", i, large, huge));
      } else {
        certain.add(put("empty", i, large, new byte[0]));
      }
      String lie = any.name().endsWith(".png") ? "bmp" : "png";
      String name = "liar/%03d.%s".formatted(i, lie);
      write(name, any.encoded());
      certain.add(name);
      written += 4;
    }
    Known good = known.get(0);
    write("good/" + good.name(), good.encoded());
    Files.createDirectories(images.resolve("good/x.png"));
    certain.add("good/x.png");
    resetPeaks();

    ImportResult result = run("broken");

    int skipped = result.skipped().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(skipped + result.imported()).isEqualTo(written + 2);
    SourceList sources = SourceList.of(new Datasets(datasets).open("broken"));
    Set<String> leftOut = new HashSet<>();
    for (SourceList.Skipped one : sources.skipped()) {
      leftOut.add(one.source());
      assertThat(one.reason()).as(one.source()).isNotBlank();
    }
    assertThat(leftOut).containsAll(certain).doesNotContain("good/" + good.name());
    assertThat(result.skipped().keySet())
        .allMatch(
            reason -> reason.matches("(empty|truncated|damaged|wrongly|larger|not|an? |colors).*"));
    assertThat(peak()).isLessThan(MOST_BYTES);
  }

  private String put(String kind, int number, Known known, byte[] bytes) throws IOException {
    String name =
        kind + "/%03d".formatted(number) + known.name().substring(known.name().indexOf('.'));
    write(name, bytes);
    return name;
  }

  /** Before the first image's last quarter, so that pixels are missing whatever else there is. */
  private int cut(Known known) {
    int length = known.encoded().length;
    int most = known.name().matches(".*(animated|png-).*") ? length / 8 : length * 3 / 4;
    return random.nextInt(most);
  }

  private byte[] flipped(byte[] good) {
    byte[] bytes = good.clone();
    for (int n = 1 + random.nextInt(8); n > 0; n--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** The same file with a header that promises 60,000×60,000; null where a header cannot. */
  private static byte[] huge(Known known) {
    byte[] bytes = known.encoded().clone();
    ByteBuffer big = ByteBuffer.wrap(bytes);
    ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    String ending = known.name().substring(known.name().indexOf('.') + 1);
    switch (ending) {
      case "png" -> {
        big.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(bytes, 12, 17);
        big.putInt(29, (int) crc.getValue());
      }
      case "bmp" -> little.putInt(18, 60_000).putInt(22, 60_000);
      case "pcx" -> little.putShort(8, (short) 60_000).putShort(10, (short) 60_000);
      case "jpg", "jpeg" -> {
        int at = 2;
        while ((bytes[at + 1] & 0xFF) != 0xC0 && (bytes[at + 1] & 0xFF) != 0xC2) {
          at += 2 + (big.getShort(at + 2) & 0xFFFF);
        }
        big.putShort(at + 5, (short) 60_000).putShort(at + 7, (short) 60_000);
      }
      default -> {
        return null;
      }
    }
    return bytes;
  }

  private static void resetPeaks() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  @Test
  void formatsThatCannotBeReadAreCalledByTheirNames() throws Exception {
    assertReason("RIFF....WEBPVP8 ", "WebP is not supported; convert it to PNG or JPEG");
    assertReason("\0\0\0 ftypheic....", "HEIC is not supported; convert it to PNG or JPEG");
    assertReason("\0\0\0 ftypavif....", "AVIF is not supported; convert it to PNG or JPEG");
    assertReason(
        "<?xml version='1.0'?>\n<svg xmlns=''>", "SVG is not supported; convert it to PNG or JPEG");
    assertReason("8BPS\0\1", "PSD is not supported; convert it to PNG or JPEG");
  }

  private static void assertReason(String content, String reason) {
    byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    List<String> reasons = new ArrayList<>();
    try (ImageDecoder decoder = new ImageDecoder()) {
      decoder.decode("image.webp", bytes, new SquareFit(16));
    } catch (UnusableImage e) {
      reasons.add(e.getMessage());
    }
    assertThat(reasons).containsExactly(reason);
  }
}
