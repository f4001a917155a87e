package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import kindred.array.JavaProcess;
import kindred.array.Safetensors;
import kindred.array.Vectors;
import kindred.data.ClassPictures;
import kindred.data.Datasets;
import kindred.data.ImageSet;
import kindred.gui.core.Board;
import kindred.run.JobQueue;
import kindred.run.Jobs;
import kindred.run.Leftovers;
import kindred.run.RunFolder;
import kindred.run.RunState.Status;
import kindred.run.Standing;
import kindred.run.TinyWorkspace;
import kindred.run.Worker;
import kindred.run.Workspace;
import org.junit.jupiter.api.Test;

/**
 * Kills a window that imports, queues, trains and exports, at random moments, and looks at what is
 * left each time; then opens one for good. Twice as a matter of course; {@code -Dkindred.kills=20}
 * does it more often, {@code -Dkindred.seed=N} at the same moments again.
 */
class KillWindowTest extends WindowCase {
  private static final int KILLS = Integer.getInteger("kindred.kills", 2);
  private static final long SEED = Long.getLong("kindred.seed", System.nanoTime());
  private static final int LATEST_MILLIS = 4000;

  /** Among so many windows some have time for everything. */
  private static final int MANY = 10;

  private static final int START_MILLIS = 60_000;
  private static final Pattern TEMPORARY = Pattern.compile("\\..*\\.(\\d+)\\.tmp");

  private Path root;
  private final Map<String, String> done = new HashMap<>();
  private final Set<String> datasets = new TreeSet<>();
  private final Set<String> seen = new TreeSet<>();

  @Test
  void nothingFinishedIsLostAndNothingIsHalf() throws Exception {
    closeWorkbench();
    root = folder.resolve("workspace");
    Workspace workspace = TinyWorkspace.open(root);
    RunFolder first = workspace.create(TinyWorkspace.autoEncoder(2));
    Worker.work(workspace, first, event -> {}, () -> false);
    Path pictures = ClassPictures.write(folder.resolve("pictures"), 400, 16, 1);
    Random random = new Random(SEED);
    System.err.println("windows are killed at moments of seed " + SEED);
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        killOne(kill, pictures, random);
      }
      if (KILLS >= MANY) {
        assertThat(datasets).as("data sets that were imported").isNotEmpty();
        assertThat(seen).contains("imported", "queued", "exported");
      }
      endWorkers();
      theNextStartShowsItAllAndGoesOn();
    } finally {
      closeWorkbench();
      endWorkers();
    }
  }

  /** Every fifth dies while it starts, the others at work. */
  private void killOne(int kill, Path pictures, Random random) throws Exception {
    boolean starting = kill % 5 == 4;
    int after = random.nextInt(LATEST_MILLIS);
    String when =
        "kill %d, %d ms after its %s, seed %d"
            .formatted(kill, after, starting ? "birth" : "start", SEED);
    Process window = start(pictures, "kill" + kill);
    if (!starting) {
      awaitOpen(window, when);
    }
    boolean endedBefore = window.waitFor(after, TimeUnit.MILLISECONDS);
    window.destroyForcibly().waitFor();
    assertThat(endedBefore).as(when + ": " + said()).isFalse();
    seen.addAll(said().lines().toList());
    assertWhole(when);
  }

  private void awaitOpen(Process window, String when) throws Exception {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
    while (said().lines().noneMatch("open"::equals)) {
      boolean ended = window.waitFor(20, TimeUnit.MILLISECONDS);
      assertThat(ended || System.nanoTime() > end).as(when + ": " + said()).isFalse();
    }
  }

  /** A real window again: it complains of nothing, and what was cut short is taken up. */
  private void theNextStartShowsItAllAndGoesOn() throws Exception {
    Workspace workspace = Workspace.open(root);
    Optional<RunFolder> cut =
        workspace.all().stream().filter(run -> Standing.of(run) == Standing.LOST).findFirst();
    openWorkbench();
    Board board = workbench.session().board();
    await("all runs", 20, () -> board.runs().size() == workspace.all().size());
    assertThat(onWindowThread(() -> board.datasets().size()))
        .isEqualTo(new Datasets(workspace.datasets()).list().size());
    if (cut.isPresent()) {
      String id = cut.get().id();
      workbench.session().jobs().resume(cut.get());
      await(id + " done", 120, () -> board.run(id).get().standing() == Standing.DONE);
    }
    for (String run : done.keySet()) {
      await(run + " done", 10, () -> board.run(run).get().standing() == Standing.DONE);
    }
  }

  private Process start(Path pictures, String name) throws IOException {
    return JavaProcess.of(
            List.of(
                "-Djava.awt.headless=true",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw"),
            KillableWindow.class.getName(),
            List.of(root.toString(), pictures.toString(), name))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }

  private void assertWhole(String when) throws IOException {
    Workspace workspace = Workspace.open(root);
    Leftovers.remove(workspace); // as the next window does when it opens
    new Jobs(workspace).adopt(Duration.ZERO);
    assertDatasets(when, workspace);
    assertRuns(when, workspace);
    assertNothingHalf(when);
    for (JobQueue.Job job : new JobQueue(workspace).jobs()) {
      assertThat(workspace.find(job.run())).as(when + ": run of job " + job).isPresent();
    }
    assertExports(when);
  }

  private void assertExports(String when) throws IOException {
    if (Files.exists(root.resolve("vectors.npz"))) {
      assertThat(Vectors.read(root.resolve("vectors.npz")).count()).as(when).isEqualTo(40);
    }
    Path weights = root.resolve("encoder.safetensors");
    if (Files.exists(weights)) {
      assertThat(Safetensors.read(weights).arrays()).as(when).isNotEmpty();
    }
    Path network = root.resolve("encoder.pt");
    if (Files.exists(network)) {
      try (ZipFile zip = new ZipFile(network.toFile())) {
        assertThat(zip.size()).as(when).isPositive();
      }
    }
  }

  /** Only workers, which go on, may be in the middle of writing something. */
  private void assertNothingHalf(String when) throws IOException {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      Matcher temporary = TEMPORARY.matcher(name);
      boolean left =
          temporary.matches()
              && ProcessHandle.of(Long.parseLong(temporary.group(1))).isEmpty()
              && Files.exists(file);
      assertThat(left).as(when + ": " + file).isFalse();
      assertThat(file.getParent().getFileName().toString()).as(when).doesNotStartWith(".importing");
    }
  }

  /** All files of the workspace, though workers make and remove some meanwhile. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
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
    List<String> queued = new Jobs(workspace).order();
    for (RunFolder run : workspace.all()) {
      assertThat(run.readableStage()).as(when + ": what " + run.id() + " was asked").isPresent();
      Status status = run.state().actualStatus();
      Standing standing = Standing.of(run);
      boolean goesOn = standing.active() || standing.resumable() || queued.contains(run.id());
      assertThat(status == Status.DONE || goesOn).as(when + ": " + run.id() + standing).isTrue();
      assertThat(status).as(run.state().message()).isNotEqualTo(Status.FAILED);
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
