package kindred.report;

import java.nio.file.Files;
import java.nio.file.Path;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.run.Studies;
import kindred.run.Workspace;

/**
 * Writes what is known of a run or a study as one HTML file that needs nothing beside itself: no
 * script, no other file, no network. Whatever a user named is escaped.
 */
public final class Report {
  /** What its file is called at the end. */
  public static final String SUFFIX = "html";

  private Report() {}

  /**
   * Writes a report, whole or not at all; for background threads.
   *
   * @param name of a run or a study; a run's full id goes before a study, which goes before a part
   *     of an id
   * @param out in an existing folder
   * @throws BadInput if there is neither, or it cannot be read here
   */
  public static void write(Workspace workspace, String name, Path out) {
    Path folder = out.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInput("there is no folder " + folder + " to write " + out.getFileName() + " to");
    }
    AtomicFile.writeString(out, page(workspace, name).document());
  }

  private static Page page(Workspace workspace, String name) {
    boolean study = workspace.find(name).isEmpty() && new Studies(workspace).names().contains(name);
    return study
        ? new StudyReport(workspace, name).page()
        : new RunReport(workspace, workspace.run(name)).page();
  }
}
