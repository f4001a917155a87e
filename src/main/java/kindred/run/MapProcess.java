package kindred.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.MapPlan;
import kindred.projection.EpochMaps;
import kindred.projection.ImageMap;

/** A map computed in a process of its own, for whoever must not load the engine. */
public final class MapProcess {
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
    CancelableProcess.run(workspace, command, "the map", line -> hear(line, events), cancelled);
  }

  private static void hear(String line, Consumer<Event> events) {
    try {
      events.accept(Event.of(line));
    } catch (BadInput notAnEvent) {
      events.accept(Event.note(line));
    }
  }
}
