package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kindred.array.JavaProcess;
import kindred.experiment.Json;
import kindred.run.RunFolder;
import kindred.run.RunState.Status;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies as a user starts, stops and kills them. */
class StudyCommandTest {
  @TempDir Path folder;
  private Workspace workspace;
  private Path file;

  @BeforeEach
  void writeStudy() throws Exception {
    workspace = TinyWorkspace.open(folder.resolve("workspace"));
    file = folder.resolve("study.json");
    Files.writeString(
        file,
        TinyWorkspace.study(
            "long",
            """
            "variations": [{"name": "long", "set": {"ae.training.epochs": 120}}]\
            """));
  }

  private List<String> arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("study", file.toString()));
    arguments.addAll(List.of("--workspace", workspace.path().toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  /** What one command printed. */
  private record Printed(int exit, String out, String err) {}

  private Printed here(String... more) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      int exit = Cli.run(new NoWindow(), arguments(more).toArray(String[]::new));
      return new Printed(
          exit,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Process process() throws Exception {
    return JavaProcess.of(List.of(), JavaProcess.PROGRAM, arguments("--json"))
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  /** Waits until the study's training is under way. */
  private RunFolder started(Process process) throws Exception {
    while (process.isAlive()) {
      List<RunFolder> runs = workspace.all();
      if (!runs.isEmpty() && Files.exists(runs.get(0).metrics())) {
        return runs.get(0);
      }
      Thread.sleep(20);
    }
    throw new AssertionError("ended early: " + Files.readString(folder.resolve("err.txt")));
  }

  private static void signal(String name, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }

  @Test
  void listShowsWhatWillRunAndRunsNothing() {
    Printed printed = here("--list", "--json");
    assertThat(printed.exit()).isZero();
    assertThat(printed.out())
        .contains("ae (ae)")
        .contains("to do")
        .contains("2 runs; 0 done already, 2 to do, time unknown until some have run");
    String last = printed.out().lines().reduce((first, second) -> second).orElseThrow();
    assertThat(Json.read(last, JsonNode.class, "").path("to_do")).hasToString("2");
    assertThat(workspace.all()).isEmpty();
  }

  @Test
  void mistakeInTheFileIsNamedBeforeAnythingRuns() throws Exception {
    Files.writeString(file, Files.readString(file).replace("ae.training.epochs", "ae.epochs"));
    Printed printed = here();
    assertThat(printed.exit()).isEqualTo(2);
    assertThat(printed.err())
        .contains("a latent stage has no field 'epochs'; fields: method, data");
    assertThat(workspace.all()).isEmpty();
  }

  @Test
  void interruptedStudySavesAndSaysHowToGoOn() throws Exception {
    Process process = process();
    RunFolder run = started(process);
    // A build in the background ignores Ctrl-C, and so would its children.
    signal("TERM", process.pid());
    assertThat(process.waitFor()).as("128 and the number of the signal").isEqualTo(143);
    assertThat(run.state().status()).isEqualTo(Status.STOPPED);
    assertThat(folder.resolve("err.txt"))
        .content()
        .contains("go on with: kindred --workspace " + workspace.path() + " study " + file);
    assertThat(folder.resolve("out.txt")).content().contains("\"status\":\"stopped\"");
    assertThat(workspace.studies().resolve("long").resolve("results.json")).exists();
  }

  @Test
  void killedStudyGoesOnWithTheWorkerItLeft() throws Exception {
    Process process = process();
    RunFolder run = started(process);
    signal("KILL", process.pid());
    process.waitFor();
    Printed printed = here("--json");
    assertThat(printed.exit()).isZero();
    assertThat(printed.err()).contains(run.id() + " is being worked on already");
    assertThat(run.log()).filteredOn(line -> line.contains("begins")).hasSize(1);
    assertThat(printed.out()).contains("\"runs\":2,\"done\":2,\"failed\":0");
    assertThat(workspace.all()).hasSize(2);
  }
}
