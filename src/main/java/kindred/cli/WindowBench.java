package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kindred.experiment.Json;
import kindred.run.CrowdedPairs;
import kindred.run.CrowdedWorkspace;

/**
 * Measures the window: this process makes a crowded workspace, and for {@code gui} writes to it as
 * a worker would; another one shows it in a window and measures.
 */
final class WindowBench {
  private static final int RUNS = 2000;
  private static final int STEPS = 1_000_000;
  private static final int EVENTS_PER_SECOND = 200;
  private static final int IMAGES = 50_000;
  private static final int NEIGHBORS = 10;

  private final KindredCommand kindred;

  WindowBench(KindredCommand kindred) {
    this.kindred = kindred;
  }

  /** What is done with a folder that is gone afterwards; returns the exit code. */
  @FunctionalInterface
  private interface Work {
    int in(Path folder) throws IOException, InterruptedException;
  }

  /** Makes a workspace with very many runs, starts the window and writes until it has measured. */
  int gui() {
    return inTemporaryFolder(
        folder -> {
          kindred.terminal().note("a workspace with 2,000 runs and a million steps is made");
          CrowdedWorkspace crowded = CrowdedWorkspace.create(folder, RUNS, STEPS);
          Process window = window("gui", folder, crowded.running()).inheritIO().start();
          while (window.isAlive()) {
            crowded.append(1);
            Thread.sleep(1000 / EVENTS_PER_SECOND);
          }
          return window.exitValue();
        });
  }

  /**
   * Opens a neighbors run in a window that measures.
   *
   * @param run of the workspace, or null for a workspace made for this, with very many pairs
   */
  int browser(String run) {
    return inTemporaryFolder(
        folder -> {
          Path workspace = kindred.workspace;
          String opened = run;
          if (run == null) {
            kindred.terminal().note("a workspace with 50,000 images and 500,000 pairs is made");
            workspace = folder;
            opened = CrowdedPairs.create(folder, IMAGES, NEIGHBORS);
          }
          return window("browser", workspace, opened).inheritIO().start().waitFor();
        });
  }

  private static int inTemporaryFolder(Work work) {
    try {
      Path folder = Files.createTempDirectory("kindred-bench");
      try {
        return work.in(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Failures.FAILED;
    }
  }

  private ProcessBuilder window(String what, Path folder, String run) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "kindred.Kindred"));
    command.addAll(List.of("bench", what, "--in-process", "--run", run));
    command.addAll(List.of("--workspace", folder.toString()));
    if (kindred.json) {
      command.add("--json");
    }
    return new ProcessBuilder(command);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Opens the window and measures. */
  int measure(String what, String run) {
    AtomicReference<Map<String, Double>> figures = new AtomicReference<>();
    kindred.shown(() -> figures.set(kindred.window.bench(what, kindred.workspace, run)));
    if (figures.get().isEmpty()) {
      // Another process, of which this one only was the door, has measured and said so.
      return 0;
    }
    ObjectNode result = Json.object();
    result.put("what", what);
    if (what.equals("gui")) {
      result.put("runs", RUNS).put("points", STEPS);
    }
    Terminal terminal = kindred.terminal();
    figures
        .get()
        .forEach(
            (name, value) -> {
              result.put(name, Math.round(value * 10) / 10.0);
              terminal.line(String.format(Locale.ROOT, "%s: %.1f", name, value));
            });
    terminal.result(result);
    return 0;
  }
}
