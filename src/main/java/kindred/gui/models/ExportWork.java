package kindred.gui.models;

import java.util.concurrent.CancellationException;
import kindred.export.ExportFormat;
import kindred.gui.core.Activity;
import kindred.gui.core.RunRow;
import kindred.gui.core.Saving;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
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
   * Asks the user for a file, or for a folder to make one in, and begins; does nothing if the user
   * turns away.
   *
   * @param pixels of ONNX, whether normalization is part of the model
   */
  void ask(RunRow run, ExportOption option, boolean pixels) {
    boolean normalizes = pixels && option.format() == ExportFormat.ONNX;
    Saving.ask(
        session,
        "Export " + option.title(),
        option.suggestedName(run.id()),
        "." + option.suffix(),
        option.format()::fits,
        file ->
            start(
                run, new ExportOrder(option.format(), option.part(), normalizes, "", file, false)));
  }

  private void start(RunRow run, ExportOrder order) {
    session
        .background()
        .start(
            "Export " + order.out().getFileName(),
            activity -> write(run, order, activity),
            said -> session.notices().done("Exported " + said + "."),
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
    ModelExport.Written written =
        ModelExport.write(
            session.workspace(),
            run.id(),
            order,
            (done, total) -> activity.update((double) done / total, "embedding images"));
    return written.file() + ": " + written.content() + ", " + Words.bytes((double) written.bytes());
  }
}
