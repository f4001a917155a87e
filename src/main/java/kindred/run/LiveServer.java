package kindred.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/** What a live process does: it loads a run and answers questions about it, line by line. */
public final class LiveServer {
  private LiveServer() {}

  /**
   * Answers until the questions end.
   *
   * @param name of a finished run with vectors; if it has none, a refusal is all that is said
   * @param questions lines of {@link LiveRequest}
   * @param answers lines of {@link LiveAnswer}; the first says that the run is loaded
   */
  public static void serve(
      Workspace workspace, String name, InputStream questions, OutputStream answers)
      throws IOException {
    PrintStream out = new PrintStream(answers, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(questions, StandardCharsets.UTF_8));
    try (LiveRun run = new LiveRun(workspace, workspace.run(name))) {
      say(out, run.ready());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        say(out, answer(run, line));
      }
    } catch (BadInput e) {
      say(out, new LiveAnswer.Refused(e.getMessage()));
    }
  }

  private static LiveAnswer answer(LiveRun run, String line) {
    try {
      return run.answer(Json.read(line, LiveRequest.class, "question"));
    } catch (BadInput e) {
      return new LiveAnswer.Refused(e.getMessage());
    }
  }

  private static void say(PrintStream out, LiveAnswer answer) throws IOException {
    out.println(Json.line(answer));
    if (out.checkError()) {
      throw new IOException("nobody listens any more");
    }
  }
}
