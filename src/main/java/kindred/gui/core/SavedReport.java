package kindred.gui.core;

import java.nio.file.Path;
import kindred.report.Report;

/** The report of a run or a study, saved where a user wants it; for the application thread. */
public final class SavedReport {
  private SavedReport() {}

  /**
   * Asks where to and writes it in the background; nothing happens if the user turns away.
   *
   * @param name of a run or a study
   */
  public static void ask(Session session, String name) {
    String suffix = "." + Report.SUFFIX;
    Saving.ask(session, "Save report", name + suffix, suffix, file -> write(session, name, file));
  }

  private static void write(Session session, String name, Path file) {
    session
        .background()
        .start(
            "Report of " + name,
            activity -> {
              activity.update(-1, "collecting what is known of " + name);
              Report.write(session.workspace(), name, file);
              return file;
            },
            session.notices()::saved,
            failure -> session.notices().problem(failure));
  }
}
