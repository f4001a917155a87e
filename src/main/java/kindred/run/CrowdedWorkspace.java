package kindred.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.SplittableRandom;
import kindred.experiment.Experiment;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.run.RunState.Status;

/**
 * A workspace with more in it than most people ever have, to measure the window with: many runs
 * that are done, and one that is running and has written down very many steps. Nothing was learned
 * in it.
 */
public final class CrowdedWorkspace {
  private static final int STEPS_PER_EPOCH = 1000;

  private final RunFolder running;
  private final SplittableRandom noise = new SplittableRandom(1);
  private long step;

  private CrowdedWorkspace(RunFolder running) {
    this.running = running;
  }

  /**
   * Makes it.
   *
   * @param runs how many there are
   * @param steps that the last of them, which this process seems to work on, has done
   */
  public static CrowdedWorkspace create(Path folder, int runs, int steps) throws IOException {
    Workspace workspace = Workspace.open(folder);
    Stage stage = Experiment.sample().stages().values().iterator().next();
    for (int number = 1; number < runs; number++) {
      RunFolder run = folder(workspace, stage, number);
      Files.writeString(run.path().resolve("state.json"), Json.pretty(state(Status.DONE, number)));
    }
    RunFolder last = folder(workspace, stage, runs);
    last.write(RunStates.taken(state(Status.QUEUED, 0)));
    CrowdedWorkspace crowded = new CrowdedWorkspace(last);
    crowded.append(steps);
    return crowded;
  }

  private static RunFolder folder(Workspace workspace, Stage stage, int number) throws IOException {
    Path path = workspace.runs().resolve(stage.title() + "-" + number);
    RunFolder run = new RunFolder(Files.createDirectory(path));
    // Not by way of a fsync each: these files need not outlive a power failure.
    Files.writeString(path.resolve(RunFolder.EXPERIMENT), Json.pretty(stage));
    return run;
  }

  private static RunState state(Status status, int epochs) {
    String now = Instant.now().toString();
    return new RunState(
        status, now, now, null, null, epochs, 1000L * epochs, 60.0 * epochs, null, false, null);
  }

  /** Its id. */
  public String running() {
    return running.id();
  }

  /** Lets the running one write down so many steps more, in one go. */
  public void append(int steps) throws IOException {
    try (Writer lines =
        new BufferedWriter(
            Files.newBufferedWriter(
                running.metrics(),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND),
            1 << 16)) {
      for (int i = 0; i < steps; i++) {
        step++;
        lines.write(Json.line(line("step")) + "\n");
        if (step % STEPS_PER_EPOCH == 0) {
          lines.write(Json.line(line("epoch")) + "\n");
        }
      }
    }
  }

  private ObjectNode line(String kind) {
    ObjectNode line = Json.object();
    line.put("kind", kind).put("step", step).put("epoch", (step - 1) / STEPS_PER_EPOCH + 1);
    line.put("time", step * 0.25);
    line.put("loss", 2 / Math.sqrt(1 + step * 1e-3) + 0.2 * noise.nextDouble());
    line.put("learning_rate", 4e-4);
    line.put("images_per_s", 500 + 20 * noise.nextDouble());
    return line;
  }
}
