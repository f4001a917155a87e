package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Small images in every format with the pixels that Pillow reads; see make_images.py. */
final class KnownPictures {
  private KnownPictures() {}

  /**
   * One of them.
   *
   * @param reference H×W×3, over the background
   */
  record Known(
      String name,
      byte[] encoded,
      Background background,
      int height,
      int width,
      byte[] reference) {}

  static List<Known> all() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream in = KnownPictures.class.getResourceAsStream("images.zip");
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(in.readAllBytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    byte[] references = files.get("references.bin");
    List<Known> all = new ArrayList<>();
    int at = 0;
    for (String line : new String(files.get("index.csv"), StandardCharsets.UTF_8).split("\n")) {
      String[] fields = line.split(",");
      int height = Integer.parseInt(fields[2]);
      int width = Integer.parseInt(fields[3]);
      byte[] reference = Arrays.copyOfRange(references, at, at + height * width * 3);
      at += reference.length;
      all.add(
          new Known(
              fields[0], files.get(fields[0]), Background.of(fields[1]), height, width, reference));
    }
    assertThat(at).isEqualTo(references.length);
    return all;
  }
}
