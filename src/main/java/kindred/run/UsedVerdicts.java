package kindred.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kindred.array.AtomicFile;
import kindred.array.Sha256;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Positives;
import kindred.neighbors.verdict.VerdictFile;
import kindred.neighbors.verdict.Verdicts;

/**
 * The verdicts that a training heeds: a copy in the run's folder of the file as it was when the run
 * began, so that a resumed one goes on with the same and another can repeat it.
 */
final class UsedVerdicts {
  static final String COPY = "verdicts.jsonl";

  private UsedVerdicts() {}

  /**
   * Copies the file, unless the run has it, and notes in the provenance what it is.
   *
   * @throws BadInput if there are no verdicts, or they are on other images
   */
  static Verdicts of(Positives asked, ImageSet images, RunFolder run) {
    if (!asked.verdicts()) {
      return Verdicts.none();
    }
    Path copy = run.artifact(COPY);
    if (!Files.exists(copy)) {
      VerdictFile.read(existing(asked, images), images.count()); // which may throw
      AtomicFile.writeBytes(copy, bytes(existing(asked, images)));
    }
    Verdicts verdicts = VerdictFile.read(copy, images.count());
    note(run, copy, verdicts);
    return verdicts;
  }

  private static Path file(Positives asked, ImageSet images) {
    return asked.verdictFile() == null
        ? VerdictFile.of(images).path()
        : Path.of(asked.verdictFile());
  }

  private static Path existing(Positives asked, ImageSet images) {
    Path file = file(asked, images);
    if (!Files.isRegularFile(file)) {
      throw new BadInput(
          asked.verdictFile() != null
              ? "there is no file of verdicts " + file
              : "data set "
                  + images.name()
                  + " has no verdicts yet; judge pairs of it first, or leave out --verdicts");
    }
    return file;
  }

  private static void note(RunFolder run, Path copy, Verdicts verdicts) {
    ObjectNode provenance =
        run.provenance()
            .map(text -> Json.read(text, ObjectNode.class, "provenance.json"))
            .orElseGet(Json::object);
    ObjectNode noted = provenance.putObject("verdicts");
    noted.put("file", "artifacts/" + COPY);
    noted.put("sha256", Sha256.hex(bytes(copy)));
    verdicts
        .counts()
        .forEach((verdict, count) -> noted.put(verdict.name().toLowerCase(Locale.ROOT), count));
    run.writeProvenance(provenance);
  }

  /**
   * What the provenance of a run tells of its verdicts, if it began by now: the SHA-256 of the
   * file.
   *
   * @return of a run that did not heed any an empty string
   */
  static String noted(ObjectNode provenance) {
    return provenance.path("verdicts").path("sha256").asText("");
  }

  /** The SHA-256 of the file that a training would heed now; empty if it heeds none. */
  static String current(Positives asked, ImageSet images) {
    Path file = file(asked, images);
    return asked.verdicts() && Files.isRegularFile(file) ? Sha256.hex(bytes(file)) : "";
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
