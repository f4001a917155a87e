package kindred.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import kindred.array.Sha256;

/**
 * Tells whether an import is the same as an earlier one: same settings, same images by name and
 * order, same archives and lists by size and date. Of a folder the files' dates do not count, as an
 * import that was never stopped does not look twice either.
 */
final class ImportKey {
  private final MessageDigest digest; // of all but the images, until the text is made
  private final ImageSource source;
  private String text;

  private ImportKey(MessageDigest digest, ImageSource source) {
    this.digest = digest;
    this.source = source;
  }

  /** Looks at the files now; the images' names count when the text is first asked for. */
  static ImportKey of(ImportRequest request, ImageSource source) throws IOException {
    MessageDigest digest = Sha256.begin();
    add(digest, request.name());
    add(digest, request.size() + " " + request.background() + " " + request.layout());
    add(digest, request.unlabeled() ? "unlabeled" : "labeled");
    List<Path> paths =
        Stream.of(request.paths().stream(), request.labels().stream(), request.test().stream())
            .flatMap(all -> all)
            .toList();
    for (Path path : paths) {
      add(digest, path.toAbsolutePath().normalize().toString());
      if (Files.isRegularFile(path)) {
        add(digest, Files.size(path) + " " + Files.getLastModifiedTime(path));
      }
    }
    return new ImportKey(digest, source);
  }

  /** A digest of all that, as hexadecimal digits. */
  String text() {
    if (text == null) {
      source.classes().forEach(name -> add(digest, name));
      for (int image = 0; image < source.count(); image++) {
        add(digest, source.name(image));
      }
      text = HexFormat.of().formatHex(digest.digest());
    }
    return text;
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
