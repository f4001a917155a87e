package kindred.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import kindred.array.AtomicFile;
import kindred.experiment.Json;

/**
 * What a person adds to a run: {@code notes.json} in its folder, which no worker ever touches.
 *
 * @param favorite whether it has a star
 * @param tags short words, each once, in the order they were given
 * @param note free text, empty for none
 */
public record RunNotes(boolean favorite, List<String> tags, String note) {
  /** Of a run that nobody wrote about. */
  public static final RunNotes NONE = new RunNotes(false, List.of(), "");

  private static final String FILE = "notes.json";

  public RunNotes {
    LinkedHashSet<String> words = new LinkedHashSet<>();
    for (String tag : tags == null ? List.<String>of() : tags) {
      if (!tag.isBlank()) {
        words.add(tag.strip());
      }
    }
    tags = List.copyOf(new ArrayList<>(words));
    note = note == null ? "" : note;
  }

  /**
   * Reads a run's notes.
   *
   * @throws kindred.experiment.BadInput if the file is there and is no such notes
   */
  public static RunNotes of(RunFolder run) {
    Path file = run.path().resolve(FILE);
    try {
      return Files.exists(file)
          ? Json.read(Files.readString(file), RunNotes.class, run.id() + "/" + FILE)
          : NONE;
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(file + " cannot be read: " + e.getMessage(), e));
    }
  }

  /** Keeps these notes with a run, in place of those it had. */
  public void writeTo(RunFolder run) {
    AtomicFile.writeString(run.path().resolve(FILE), Json.pretty(this));
  }

  public RunNotes withFavorite(boolean star) {
    return new RunNotes(star, tags, note);
  }

  public RunNotes withTags(List<String> words) {
    return new RunNotes(favorite, words, note);
  }

  public RunNotes withNote(String text) {
    return new RunNotes(favorite, tags, text);
  }

  /** Whether there is nothing to keep. */
  @JsonIgnore
  public boolean isEmpty() {
    return equals(NONE);
  }
}
