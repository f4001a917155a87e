package kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kindred.experiment.Json;
import kindred.run.CrowdedWorkspace;

/**
 * Measures the window: this process makes a crowded workspace and then writes to it as a worker
 * would; another one shows it in a window and measures.
 */
final class WindowBench {
  private static final int RUNS = 2000;
  private static final int STEPS = 1_000_000;
  private static final int EVENTS_PER_SECOND = 200;

  /** Where a window finds the name of the file for its figures, in its environment. */
  private static final String FIGURES = "KINDRED_MEASURE";

  private final KindredCommand kindred;

  WindowBench(KindredCommand kindred) {
    this.kindred = kindred;
  }

  /**
   * Makes the workspace, starts the window as its users do, writes until it has measured, and says
   * what it found.
   */
  int measure() {
    kindred.requireWindow();
    try {
      Path folder = Files.createTempDirectory("kindred-bench");
      try {
        kindred.terminal().note("a workspace with 2,000 runs and a million steps is made");
        Path workspace = folder.resolve("workspace");
        Path figures = folder.resolve("figures.json");
        CrowdedWorkspace crowded = CrowdedWorkspace.create(workspace, RUNS, STEPS);
        Process window = window(workspace, figures).start();
        while (window.isAlive()) {
          crowded.append(1);
          Thread.sleep(1000 / EVENTS_PER_SECOND);
        }
        if (window.exitValue() != 0 || !Files.exists(figures)) {
          return Failures.FAILED;
        }
        say(Json.read(Files.readString(figures), ObjectNode.class, "the window's figures"));
        return 0;
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

  private static ProcessBuilder window(Path workspace, Path figures) {
    ProcessBuilder window =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "kindred.Kindred",
                "--workspace",
                workspace.toString())
            .inheritIO();
    window.environment().put(FIGURES, figures.toString());
    return window;
  }

  private void say(ObjectNode figures) {
    ObjectNode result = Json.object();
    result.put("what", "gui").put("runs", RUNS).put("points", STEPS);
    Terminal terminal = kindred.terminal();
    for (Map.Entry<String, JsonNode> figure : figures.properties()) {
      double value = figure.getValue().asDouble();
      result.put(figure.getKey(), Math.round(value * 10) / 10.0);
      terminal.line(String.format(Locale.ROOT, "%s: %.1f", figure.getKey(), value));
    }
    terminal.result(result);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
