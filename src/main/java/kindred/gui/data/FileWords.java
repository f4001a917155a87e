package kindred.gui.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kindred.data.PhotoFacts;
import kindred.data.UnusableImage;
import kindred.gui.core.Words;

/** What the file tells that an image was packed from, in a line. */
final class FileWords {
  private FileWords() {}

  /** For background threads; says so if the file is gone, and nothing if there never was one. */
  static String of(Opened data, int image) {
    Optional<String> source = data.sources().source(image);
    if (source.isEmpty()) {
      return "";
    }
    try {
      Optional<byte[]> file = data.files().file(image);
      return file.isEmpty()
          ? "There is no file of it where it came from."
          : words(PhotoFacts.of(file.get()));
    } catch (UnusableImage e) {
      return "The file has changed: " + e.getMessage() + ".";
    } catch (IOException e) {
      return "The file cannot be read: " + e.getMessage() + ".";
    }
  }

  /** Such as "JPEG · 4,032×3,024 px · 2.31 MB · Maker Model · 2024:05:01 10:12:30". */
  static String words(PhotoFacts facts) {
    List<String> words = new ArrayList<>();
    words.add(facts.format());
    words.add(Words.count(facts.width()) + "×" + Words.count(facts.height()) + " px");
    words.add(Words.bytes((double) facts.bytes()));
    facts.camera().ifPresent(words::add);
    facts.taken().ifPresent(words::add);
    return String.join(" · ", words);
  }
}
