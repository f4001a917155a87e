package kindred.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.MapPlan;
import kindred.projection.EpochMaps;
import kindred.projection.ImageMap;

/** A map computed in a process of its own, for whoever must not load the engine. */
public final class MapProcess {
  private static final long LISTEN_MILLIS = 20;

  private MapProcess() {}

  /**
   * Has a map computed and kept beside the run, unless it is there already, and reads it.
   *
   * @param run id of a latent, byol or neighbors run
   * @param events told of progress on this thread
   * @param cancelled asked often; the process then ends and leaves what was there before
   * @throws BadInput if it fails, with what the process said
   * @throws CancellationException if it was cancelled
   */
  public static ImageMap compute(
      Workspace workspace,
      String run,
      MapPlan plan,
      Consumer<Event> events,
      BooleanSupplier cancelled) {
    carryOut(workspace, command(workspace, run, plan), events, cancelled);
    return Maps.read(workspace.run(run), plan.method()).orElseThrow(() -> gone(run));
  }

  /** The same for the epochs whose vectors a run kept. */
  public static EpochMaps computeEpochs(
      Workspace workspace,
      String run,
      MapPlan plan,
      Consumer<Event> events,
      BooleanSupplier cancelled) {
    List<String> command = command(workspace, run, plan);
    command.add("--epochs");
    carryOut(workspace, command, events, cancelled);
    return Maps.readEpochs(workspace.run(run), plan.method()).orElseThrow(() -> gone(run));
  }

  private static BadInput gone(String run) {
    return new BadInput("the map of " + run + " is gone; compute it again");
  }

  private static List<String> command(Workspace workspace, String run, MapPlan plan) {
    String folder = workspace.path().toString();
    return new ArrayList<>(
        List.of("map", run, "--plan", Json.line(plan), "--events", "--workspace", folder));
  }

  private static void carryOut(
      Workspace workspace,
      List<String> command,
      Consumer<Event> events,
      BooleanSupplier cancelled) {
    ProcessBuilder builder = EngineProcess.of(command, ComputeSettings.of(workspace));
    try {
      Path said = Files.createTempFile("kindred-map", ".txt");
      try {
        follow(builder.redirectError(said.toFile()).start(), said, events, cancelled);
      } finally {
        Files.delete(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  private static void follow(
      Process process, Path said, Consumer<Event> events, BooleanSupplier cancelled)
      throws IOException, InterruptedException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (process.isAlive() || lines.ready()) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("the map was cancelled");
        }
        if (lines.ready()) {
          hear(lines.readLine(), events);
        } else {
          process.waitFor(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
    if (process.exitValue() != 0) {
      String words = Files.readString(said, StandardCharsets.UTF_8).strip();
      throw new BadInput("the map failed: " + (words.isEmpty() ? "no reason given" : words));
    }
  }

  private static void hear(String line, Consumer<Event> events) {
    try {
      events.accept(Event.of(line));
    } catch (BadInput notAnEvent) {
      events.accept(Event.note(line));
    }
  }
}
