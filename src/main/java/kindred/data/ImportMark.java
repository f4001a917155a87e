package kindred.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * How far the files of an unfinished import are to be trusted, kept among them: what lies behind is
 * cut off when a later import of the same images goes on from here.
 *
 * @param key of the import; see {@link ImportKey}
 * @param done images of the source that were looked at
 * @param images of them that were packed
 * @param channels of the packed images
 * @param sourceBytes length of {@code sources.jsonl}
 */
record ImportMark(String key, int done, int images, int channels, long sourceBytes) {
  private static final String FILE = "import.json";

  static Path in(Path staged) {
    return staged.resolve(FILE);
  }

  void write(Path staged) {
    AtomicFile.writeString(in(staged), Json.line(this));
  }

  /** That of a folder; nothing if it has none that can be read. */
  static Optional<ImportMark> of(Path staged) {
    if (!Files.exists(in(staged))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readString(in(staged)), ImportMark.class, FILE));
    } catch (BadInput | IOException damaged) {
      return Optional.empty(); // the import begins anew
    }
  }
}
