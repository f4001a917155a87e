package kindred.gui.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import kindred.export.ExportFormat;
import kindred.gui.core.Activity;
import kindred.gui.core.RunRow;
import kindred.gui.core.Saving;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.report.Report;
import kindred.run.ExportProcess;
import kindred.run.ModelExport;

/** Asks where to, and writes the file in the background. */
final class ExportWork {
  private final Session session;

  ExportWork(Session session) {
    this.session = session;
  }

  /** Asks the user for a file and begins; does nothing if the user turns away. */
  void ask(RunRow run, ExportOption option) {
    Saving.ask(
        session,
        "Export " + option.title(),
        option.suggestedName(run.id()),
        option.suffix().isEmpty() ? "" : "." + option.suffix(),
        file -> option.suffix().isEmpty() || option.format().fits(file),
        file -> start(run, option, file));
  }

  private void start(RunRow run, ExportOption option, Path file) {
    session
        .background()
        .start(
            "Export " + file.getFileName(),
            activity -> write(run, option, file, activity),
            bytes ->
                session
                    .notices()
                    .done("Exported " + file + ", " + Words.bytes((double) bytes) + "."),
            failure -> session.notices().problem(failure));
  }

  private long write(RunRow run, ExportOption option, Path file, Activity activity)
      throws IOException {
    activity.update(-1, option.title());
    if (ModelExport.needsEngine(session.workspace(), run.id(), option.format())) {
      activity.update(-1, "embedding the images that have no vector yet");
      ExportProcess.embeddings(session.workspace(), run.id(), file, activity::cancelled);
      return Files.size(file);
    }
    if (activity.cancelled()) {
      throw new CancellationException();
    }
    if (option.format() == ExportFormat.REPORT) {
      Report.write(session.workspace(), run.id(), file);
      return Files.size(file);
    }
    return ModelExport.write(
            session.workspace(),
            run.id(),
            option.format(),
            option.part(),
            file,
            (done, total) -> activity.update((double) done / total, "embedding images"))
        .bytes();
  }
}
