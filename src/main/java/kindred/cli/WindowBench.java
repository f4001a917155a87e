package kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kindred.array.JavaProcess;
import kindred.experiment.Json;
import kindred.run.CrowdedPairs;
import kindred.run.CrowdedWorkspace;

/**
 * Measures the window: this process makes a crowded workspace and then writes to it as a worker
 * would; another one shows it in a window and measures.
 */
final class WindowBench {
  private static final int RUNS = 2000;
  private static final int STEPS = 1_000_000;
  private static final int EVENTS_PER_SECOND = 200;
  private static final int IMAGES = 50_000;
  private static final int NEIGHBORS = 10;

  /** Where a window finds the name of the file for its figures, in its environment. */
  private static final String FIGURES = "KINDRED_MEASURE";

  /** The same for the neighbors run that it opens to be measured. */
  private static final String RUN = "KINDRED_MEASURE_RUN";

  private final KindredCommand kindred;

  WindowBench(KindredCommand kindred) {
    this.kindred = kindred;
  }

  /** What is done with a folder that is gone afterwards; returns the exit code. */
  @FunctionalInterface
  private interface Work {
    int in(Path folder) throws IOException, InterruptedException;
  }

  /** Measures it with very many runs, of which one is written to meanwhile. */
  int gui() {
    return inTemporaryFolder(
        folder -> {
          kindred.terminal().note("a workspace with 2,000 runs and a million steps is made");
          Path workspace = folder.resolve("workspace");
          CrowdedWorkspace crowded = CrowdedWorkspace.create(workspace, RUNS, STEPS);
          Path figures = folder.resolve("figures.json");
          Process window = window(workspace, figures, null);
          while (window.isAlive()) {
            crowded.append(1);
            Thread.sleep(1000 / EVENTS_PER_SECOND);
          }
          ObjectNode result = Json.object();
          result.put("what", "gui").put("runs", RUNS).put("points", STEPS);
          return say(window, figures, result);
        });
  }

  /**
   * Measures how neighbors are seen.
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
            workspace = folder.resolve("workspace");
            opened = CrowdedPairs.create(workspace, IMAGES, NEIGHBORS);
          }
          Path figures = folder.resolve("figures.json");
          Process window = window(workspace, figures, opened);
          window.waitFor();
          return say(window, figures, Json.object().put("what", "browser"));
        });
  }

  private int inTemporaryFolder(Work work) {
    kindred.requireWindow();
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

  /** Starts the window as its users do. */
  private static Process window(Path workspace, Path figures, String run) throws IOException {
    ProcessBuilder window =
        JavaProcess.of(List.of(), JavaProcess.PROGRAM, List.of("--workspace", workspace.toString()))
            .inheritIO();
    window.environment().put(FIGURES, figures.toString());
    if (run != null) {
      window.environment().put(RUN, run);
    }
    return window.start();
  }

  private int say(Process window, Path figures, ObjectNode result) throws IOException {
    if (window.exitValue() != 0 || !Files.exists(figures)) {
      return Failures.FAILED;
    }
    ObjectNode found =
        Json.read(Files.readString(figures), ObjectNode.class, "the window's figures");
    Terminal terminal = kindred.terminal();
    for (Map.Entry<String, JsonNode> figure : found.properties()) {
      double value = figure.getValue().asDouble();
      result.put(figure.getKey(), Math.round(value * 10) / 10.0);
      terminal.line(String.format(Locale.ROOT, "%s: %.1f", figure.getKey(), value));
    }
    terminal.result(result);
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
