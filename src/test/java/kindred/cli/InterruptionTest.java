package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kindred.array.JavaProcess;
import kindred.experiment.Json;
import kindred.run.Jobs;
import kindred.run.RunFolder;
import kindred.run.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes, killed and interrupted in mid-epoch. */
class InterruptionTest extends CommandLineCase {
  private static final String[] OPTIONS = {
    "--data", "tiny", "--latent", "8", "--batch", "4", "--epochs", "2", "--threads", "1"
  };

  private Process start(String stage, String method, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(stage, method));
    arguments.addAll(List.of(OPTIONS));
    arguments.addAll(List.of(more));
    return started(arguments);
  }

  private Process started(List<String> command) throws IOException {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--workspace", workspace.toString()));
    ProcessBuilder kindred = JavaProcess.of(List.of(), JavaProcess.PROGRAM, arguments);
    if (Files.isReadable(Path.of("/proc/self/status"))) {
      // A shell lets what it runs in the background ignore Ctrl-C, and this test may run there.
      kindred.command().addAll(0, List.of("env", "--default-signal=INT"));
    }
    return kindred
        .redirectOutput(temp.resolve("out.txt").toFile())
        .redirectError(temp.resolve("err.txt").toFile())
        .start();
  }

  private static void await(BooleanSupplier condition, String what) throws InterruptedException {
    for (int i = 0; i < 6000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(10);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }

  /** The run's training is past the given step. */
  private boolean past(Path run, int step) {
    Path metrics = run.resolve("metrics.jsonl");
    try {
      return Files.exists(metrics) && Files.readString(metrics).contains("\"step\":" + step + ",");
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] finalCheckpoint(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("checkpoint/step-000000036.safetensors"));
  }

  private static JsonNode state(Path run) throws IOException {
    return Json.read(Files.readString(run.resolve("state.json")), JsonNode.class, "state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ae", "byol"})
  void runKilledInMidEpochResumesToTheSameBits(String method) throws Exception {
    boolean byol = method.equals("byol");
    String stage = byol ? "byol" : "latent";
    String variant = byol ? "baseline" : "ae";
    String id = byol ? "byol-baseline-" : "ae-";
    assertThat(start(stage, variant).waitFor()).isZero();
    Path whole = workspace.resolve("runs/" + id + 1);

    Process terminal = start(stage, variant);
    Path killed = workspace.resolve("runs/" + id + 2);
    await(() -> past(killed, 22), "training reaches the second epoch");
    ProcessHandle.of(state(killed).path("pid").asLong()).orElseThrow().destroyForcibly();
    assertThat(terminal.waitFor()).isEqualTo(1);
    assertThat(Files.readString(temp.resolve("err.txt")))
        .contains("died", "kindred --workspace " + workspace + " resume " + id + 2);
    assertThat(state(killed).path("epoch").asInt()).as("it had not finished").isEqualTo(1);

    Said resumed = type("resume", id + 2);

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("goes on after epoch 1, step 18");
    assertThat(finalCheckpoint(killed)).isEqualTo(finalCheckpoint(whole));
  }

  @Test
  void interruptStopsAtTheNextStepSavedAndSaysHowToGoOn() throws Exception {
    assertThat(start("byol", "baseline").waitFor()).isZero();
    Process terminal = start("byol", "baseline");
    Path run = workspace.resolve("runs/byol-baseline-2");
    await(() -> past(run, 20), "training reaches the second epoch");

    new ProcessBuilder("kill", "-INT", Long.toString(terminal.pid())).start().waitFor();

    assertThat(terminal.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(terminal.exitValue()).isEqualTo(130);
    assertThat(Files.readString(temp.resolve("err.txt")))
        .containsOnlyOnce("kindred --workspace " + workspace + " resume byol-baseline-2");
    JsonNode state = state(run);
    assertThat(state.path("status").asText()).isEqualTo("stopped");
    assertThat(state.path("step").asInt()).isBetween(20, 35);

    Said resumed = type("resume", "byol-baseline-2");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(finalCheckpoint(run))
        .isEqualTo(finalCheckpoint(workspace.resolve("runs/byol-baseline-1")));
  }

  @Test
  void anExperimentThatWasInterruptedGoesOnAsAWhole() throws Exception {
    Path file = temp.resolve("chain.json");
    Files.writeString(
        file,
        """
        {"name": "chain", "stages": {
          "space": {"stage": "latent", "method": "ae", "data": "tiny",
                    "training": {"epochs": 1, "batch": 4, "latent": 8, "threads": 1}},
          "self": {"stage": "byol", "way": "baseline", "data": "tiny",
                   "training": {"epochs": 2, "batch": 4, "latent": 8, "threads": 1}},
          "near": {"stage": "neighbors", "source": "self"}}}
        """);
    Process terminal = started(List.of("run", file.toString()));
    await(() -> past(workspace.resolve("runs/byol-baseline-2"), 20), "the second epoch");
    new ProcessBuilder("kill", "-INT", Long.toString(terminal.pid())).start().waitFor();
    assertThat(terminal.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(temp.resolve("err.txt")))
        .contains("not begun: 1 run after it", " run " + file + " --go-on");

    Said again = type("run", file.toString(), "--go-on");

    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err()).contains("goes on after epoch 1");
    assertThat(Workspace.open(workspace).all().stream().map(RunFolder::id))
        .containsExactly("ae-1", "byol-baseline-2", "neighbors-euclidean-3");
  }

  @Test
  void aPausedRunSaysHowItGoesOnAndDoes() throws Exception {
    Process terminal = start("byol", "baseline");
    Path run = workspace.resolve("runs/byol-baseline-1");
    await(() -> past(run, 2), "training begins");
    Workspace opened = Workspace.open(workspace);
    new Jobs(opened).pause(opened.run("baseline 1"), false);
    String way = "it goes on with: kindred --workspace " + workspace + " resume byol-baseline-1";
    await(() -> said().contains(way), "the way on");
    assertThat(type("runs").out()).contains("byol-baseline-1            paused");

    assertThat(type("resume", "1").err()).contains("goes on, in the process that has it");
    assertThat(terminal.waitFor()).isZero();
    assertThat(state(run).path("status").asText()).isEqualTo("done");
  }

  private String said() {
    try {
      return Files.readString(temp.resolve("err.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void stopCommandStopsARunOfAnotherTerminal() throws Exception {
    Process terminal = start("byol", "baseline");
    Path run = workspace.resolve("runs/byol-baseline-1");
    await(() -> past(run, 2), "training begins");

    Said said = type("stop", "byol");

    assertThat(said.exit()).isZero();
    assertThat(terminal.waitFor()).isEqualTo(130);
    assertThat(state(run).path("status").asText()).isEqualTo("stopped");
    assertThat(type("stop", "byol").err()).contains("nothing to stop");
  }
}
