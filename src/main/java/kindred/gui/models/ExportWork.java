package kindred.gui.models;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import kindred.export.ExportFormat;
import kindred.gui.core.Activity;
import kindred.gui.core.CopiedCommand;
import kindred.gui.core.RunRow;
import kindred.gui.core.Saving;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.report.Report;
import kindred.run.ExportOrder;
import kindred.run.ExportProcess;
import kindred.run.ModelExport;

/** Asks where to, and writes the file in the background. */
final class ExportWork {
  private final Session session;

  ExportWork(Session session) {
    this.session = session;
  }

  /**
   * Asks the user for a file, or for a folder to make a new one in, and begins; does nothing if the
   * user turns away.
   *
   * @param pixels of ONNX, whether normalization is part of the model
   */
  void ask(RunRow run, ExportOption option, boolean pixels, String license) {
    String title = "Export " + option.title();
    String name = option.suggestedName(run.id());
    if (option.folder()) {
      session
          .choosers()
          .folder(title)
          .ifPresent(folder -> start(run, order(option, pixels, license, folder.resolve(name))));
    } else {
      Saving.ask(
          session,
          title,
          name,
          "." + option.suffix(),
          option.format()::fits,
          file -> start(run, order(option, pixels, license, file)));
    }
  }

  /** Copies the command that does the same in the current folder. */
  void copy(RunRow run, ExportOption option, boolean pixels, String license) {
    Path name = Path.of(option.suggestedName(run.id()));
    List<String> words = ExportProcess.command(run.id(), order(option, pixels, license, name));
    CopiedCommand.copy(session, CopiedCommand.of(session, words));
  }

  private static ExportOrder order(ExportOption option, boolean pixels, String license, Path out) {
    return new ExportOrder(
        option.format(),
        option.part(),
        pixels && option.format() == ExportFormat.ONNX,
        license.strip(),
        out,
        option.folder());
  }

  private void start(RunRow run, ExportOrder order) {
    session
        .background()
        .start(
            "Export " + order.out().getFileName(),
            activity -> write(run, order, activity),
            said -> session.notices().saved("Exported " + said + ".", order.out()),
            failure -> session.notices().problem(failure));
  }

  /** Returns what was written, in words. */
  private String write(RunRow run, ExportOrder order, Activity activity) {
    activity.update(-1, "writing " + order.out().getFileName());
    if (ModelExport.needsEngine(session.workspace(), run.id(), order.format())) {
      activity.update(
          -1,
          order.format() == ExportFormat.ONNX
              ? "writing it and comparing on real images"
              : "embedding the images that have no vector yet");
      return ExportProcess.write(session.workspace(), run.id(), order, activity::cancelled);
    }
    if (activity.cancelled()) {
      throw new CancellationException();
    }
    if (order.format() == ExportFormat.REPORT) {
      Report.write(session.workspace(), run.id(), order.out());
      return order.out() + ": a report of " + run.id();
    }
    ModelExport.Written written =
        ModelExport.write(
            session.workspace(),
            run.id(),
            order,
            (done, total) -> activity.update((double) done / total, "embedding images"));
    return written.file() + ": " + written.content() + ", " + Words.bytes((double) written.bytes());
  }
}
