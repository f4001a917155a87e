package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Study;

/**
 * A study's folder in the workspace: what is asked and what it came to so far, in four files that
 * are each replaced whole.
 */
public final class StudyFolder {
  static final String STUDY = "study.json";
  static final String RESULTS = "results.json";

  private final Workspace workspace;
  private final String name;
  private final Path path;

  StudyFolder(Workspace workspace, String name) {
    this.workspace = workspace;
    this.name = name;
    this.path = workspace.studies().resolve(name);
  }

  public Path path() {
    return path;
  }

  /**
   * Makes the caller the only one who works on the study.
   *
   * @throws BadInput if somebody does already
   */
  Claim claim() {
    return Claim.tryOn(workspace.locks().resolve("study-" + name))
        .orElseThrow(
            () ->
                new BadInput(
                    "study "
                        + name
                        + " is being worked on by another process; wait for its end, or stop it"
                        + " there with Ctrl-C"));
  }

  void write(Study study) {
    replace(STUDY, Json.pretty(study));
  }

  void write(StudyResults results) {
    replace(RESULTS, Json.pretty(results));
    replace("results.csv", StudyTables.csv(results));
    replace("results.md", StudyTables.markdown(results));
  }

  private void replace(String file, String text) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.writeString(path.resolve(file), text);
  }
}
