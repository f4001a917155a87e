package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import kindred.experiment.Json;

/** The end of a command that wrote one file for other programs. */
final class WrittenFile {
  private final Terminal terminal;
  private final Path file;
  private final long start = System.nanoTime();

  /** The work begins now. */
  WrittenFile(Terminal terminal, Path file) {
    this.terminal = terminal;
    this.file = file;
  }

  /** How many images have a vector by now. */
  void embedded(long done, long total) {
    terminal.progress("embedding images", done, total, "", null);
  }

  /**
   * Says that the file is there.
   *
   * @param content what it holds, in a phrase
   * @param facts for scripts, beside its name and the seconds it took
   */
  void tell(String content, ObjectNode facts) {
    terminal.line(file + ": " + content);
    ObjectNode result = Json.object();
    result.put("file", file.toString());
    result.setAll(facts);
    result.put("seconds", Math.round((System.nanoTime() - start) * 1e-6) / 1e3);
    terminal.result(result);
  }
}
