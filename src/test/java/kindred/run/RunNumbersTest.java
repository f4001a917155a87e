package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kindred.array.JavaProcess;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNumbersTest {
  private static final int EACH = 25;

  @TempDir Path folder;

  /** What another process does. */
  static final class Maker {
    private Maker() {}

    /** Makes runs in the workspace that is given. */
    public static void main(String... arguments) {
      makeRuns(Workspace.open(Path.of(arguments[0])));
    }
  }

  /** Of two kinds in turn, as a folder's name is taken only for runs of its own kind. */
  private static void makeRuns(Workspace workspace) {
    for (int i = 0; i < EACH; i++) {
      workspace.create(i % 2 == 0 ? TinyWorkspace.autoEncoder(1) : variational());
    }
  }

  private static Stage variational() {
    return Json.read(
        """
        {"stage": "latent", "method": "vae", "data": "tiny"}
        """,
        Stage.class,
        "stage");
  }

  private static int number(RunFolder run) {
    return Integer.parseInt(run.id().substring(run.id().lastIndexOf('-') + 1));
  }

  @Test
  void runsMadeAtTheSameTimeByThreadsAndProcessesAllGetNumbersOfTheirOwn() throws Exception {
    Workspace workspace = TinyWorkspace.open(folder);
    List<Process> processes = List.of(maker(), maker());
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Void>> made = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Callable<Void> work =
            () -> {
              makeRuns(workspace);
              return null;
            };
        made.add(threads.submit(work));
      }
      for (Future<Void> one : made) {
        one.get();
      }
      for (Process process : processes) {
        assertThat(process.waitFor()).isZero();
      }
    } finally {
      threads.shutdownNow();
      processes.forEach(Process::destroyForcibly);
    }
    int all = EACH * 4;
    assertThat(workspace.all().stream().map(RunNumbersTest::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, all).boxed().toList());
    assertThat(workspace.runs().resolve(".last")).hasContent(String.valueOf(all));
  }

  private Process maker() throws Exception {
    return JavaProcess.of(List.of(), Maker.class.getName(), List.of(folder.toString()))
        .inheritIO()
        .start();
  }

  @Test
  void numberOfADeletedRunIsNotGivenAgain() {
    Workspace workspace = TinyWorkspace.open(folder);
    workspace.create(TinyWorkspace.autoEncoder(1));
    workspace.remove(workspace.create(TinyWorkspace.autoEncoder(1)));
    assertThat(number(workspace.create(TinyWorkspace.autoEncoder(1)))).isEqualTo(3);
  }

  @Test
  void damagedCounterIsNamedWithAWayOut() throws Exception {
    Workspace workspace = TinyWorkspace.open(folder);
    workspace.create(TinyWorkspace.autoEncoder(1));
    Path counter = workspace.runs().resolve(".last");
    Files.writeString(counter, "seven\n");
    assertThatThrownBy(() -> workspace.create(TinyWorkspace.autoEncoder(1)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(counter.toString())
        .hasMessageContaining("seven")
        .hasMessageContaining("remove the file");
    Files.delete(counter);
    assertThat(number(workspace.create(TinyWorkspace.autoEncoder(1)))).isEqualTo(2);
  }
}
