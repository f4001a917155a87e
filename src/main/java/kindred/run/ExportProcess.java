package kindred.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import kindred.experiment.BadInput;

/** An export in a process of its own, for those that need the engine. */
public final class ExportProcess {
  private ExportProcess() {}

  /**
   * Writes a file or a folder, whole or not at all.
   *
   * @param cancelled asked often
   * @return what was written, in words
   * @throws BadInput if it fails, with what the process said
   * @throws CancellationException if it was cancelled
   */
  public static String write(
      Workspace workspace, String run, ExportOrder order, BooleanSupplier cancelled) {
    List<String> command = new ArrayList<>(command(run, order.at(order.out().toAbsolutePath())));
    command.addAll(List.of("--workspace", workspace.path().toString()));
    List<String> said = new ArrayList<>();
    CancelableProcess.run(workspace, command, "the export", said::add, cancelled);
    return said.isEmpty() ? "" : said.get(said.size() - 1);
  }

  /** The words of a command that does the same, without the workspace. */
  public static List<String> command(String run, ExportOrder order) {
    List<String> words =
        new ArrayList<>(List.of("export", run, "--format", order.format().toString()));
    words.addAll(List.of("--part", order.part().toString()));
    if (order.pixels()) {
      words.add("--normalize");
    }
    if (!order.license().isBlank()) {
      words.addAll(List.of("--license", order.license()));
    }
    words.addAll(List.of("--out", place(order)));
    return words;
  }

  /** A folder is known by what its name ends in. */
  private static String place(ExportOrder order) {
    Path out = order.out();
    return order.folder() ? out + out.getFileSystem().getSeparator() : out.toString();
  }
}
