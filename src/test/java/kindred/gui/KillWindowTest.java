package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kindred.array.Vectors;
import kindred.data.ClassPictures;
import kindred.data.Datasets;
import kindred.data.ImageSet;
import kindred.run.JobQueue;
import kindred.run.RunFolder;
import kindred.run.RunState.Status;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a window that imports, queues, trains and exports, at random moments, and looks at what is
 * left each time. Twice as a matter of course; {@code -Dkindred.kills=20} does it more often.
 */
class KillWindowTest {
  private static final int KILLS = Integer.getInteger("kindred.kills", 2);
  private static final long SEED = Long.getLong("kindred.seed", System.nanoTime());
  private static final int EARLIEST_MILLIS = 1500;
  private static final int LATEST_MILLIS = 9000;

  @TempDir Path folder;
  private Path root;
  private final Map<String, String> done = new HashMap<>();
  private final Set<String> datasets = new TreeSet<>();

  @Test
  void nothingFinishedIsLostAndNothingIsHalf() throws Exception {
    root = folder.resolve("workspace");
    TinyWorkspace.open(root);
    Path pictures = ClassPictures.write(folder.resolve("pictures"), 400, 16, 1);
    Random random = new Random(SEED);
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        int after = EARLIEST_MILLIS + random.nextInt(LATEST_MILLIS - EARLIEST_MILLIS);
        Process window = start(pictures, "kill" + kill);
        boolean endedBefore = window.waitFor(after, TimeUnit.MILLISECONDS);
        window.destroyForcibly().waitFor();
        String when = "kill " + kill + " after " + after + " ms, seed " + SEED;
        assertThat(endedBefore).as(when + ": " + errors()).isFalse();
        assertWhole(when);
      }
      assertThat(datasets).as("data sets that were imported").isNotEmpty();
    } finally {
      endWorkers();
    }
  }

  private Process start(Path pictures, String name) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Djava.awt.headless=true",
            "-Dglass.platform=Monocle",
            "-Dmonocle.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            KillableWindow.class.getName()));
    command.addAll(List.of(root.toString(), pictures.toString(), name));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start();
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }

  private void assertWhole(String when) throws IOException {
    Workspace workspace = Workspace.open(root);
    assertDatasets(when, workspace);
    assertRuns(when, workspace);
    for (JobQueue.Job job : new JobQueue(workspace).jobs()) {
      assertThat(workspace.find(job.run())).as(when + ": run of job " + job).isPresent();
    }
    Path exported = root.resolve("vectors.npz");
    if (Files.exists(exported)) {
      assertThat(Vectors.read(exported).count()).as(when).isPositive();
    }
  }

  private void assertDatasets(String when, Workspace workspace) throws IOException {
    Set<String> now = new TreeSet<>();
    for (Datasets.Entry entry : new Datasets(workspace.datasets()).list()) {
      assertThat(entry.problem()).as(when + ": " + entry.name()).isEmpty();
      ImageSet images = workspace.images(entry.name());
      long pixels = Files.size(entry.folder().resolve("pixels.bin"));
      assertThat(pixels)
          .as(when + ": pixels of " + entry.name())
          .isEqualTo(
              (long) images.count()
                  * images.info().channels()
                  * images.info().height()
                  * images.info().width());
      if (entry.name().startsWith("kill")) {
        assertThat(images.count()).as(when + ": images of " + entry.name()).isEqualTo(pictures());
        now.add(entry.name());
      }
    }
    assertThat(now).as(when + ": data sets that were there before").containsAll(datasets);
    datasets.addAll(now);
  }

  private int pictures() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("pictures"))) {
      return (int) files.filter(Files::isRegularFile).count();
    }
  }

  private void assertRuns(String when, Workspace workspace) {
    Map<String, String> now = new HashMap<>();
    for (RunFolder run : workspace.all()) {
      assertThat(run.readableStage()).as(when + ": what " + run.id() + " was asked").isPresent();
      Status status = run.state().actualStatus();
      assertThat(run.state().message()).as(when + ": " + run.id() + " " + status).isNull();
      if (status == Status.DONE) {
        assertThat(run.state().result()).as(when + ": result of " + run.id()).isNotNull();
        now.put(run.id(), run.state().result().toString());
      }
    }
    assertThat(now).as(when + ": runs that were done before").containsAllEntriesOf(done);
    done.putAll(now);
  }

  private void endWorkers() {
    for (RunFolder run : Workspace.open(root).all()) {
      Long pid = run.state().pid();
      if (pid != null && run.state().actualStatus() == Status.RUNNING) {
        ProcessHandle.of(pid)
            .ifPresent(
                worker -> {
                  worker.destroyForcibly();
                  worker.onExit().join();
                });
      }
    }
  }
}
