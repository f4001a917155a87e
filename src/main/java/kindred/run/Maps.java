package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kindred.experiment.MapPlan;
import kindred.projection.Clusters;
import kindred.projection.EpochMaps;
import kindred.projection.ImageMap;

/**
 * The two-dimensional maps of runs' vectors, kept beside the run: one file for each method,
 * replaced when the same method is asked for with other settings.
 */
public final class Maps {
  private Maps() {}

  /** Where a run's map of a method is or would be; makes nothing. */
  public static Path file(RunFolder run, MapPlan.Method method) {
    return Artifacts.of(run, name(method));
  }

  private static String name(MapPlan.Method method) {
    return "map-" + method + ".npz";
  }

  /**
   * The map that a run has, if it has one of this method. Its origin says with which settings it
   * was made. Fast enough to be read at once, but not on an application thread.
   *
   * @throws kindred.experiment.BadInput if the file is damaged
   */
  public static Optional<ImageMap> read(RunFolder run, MapPlan.Method method) {
    Path file = file(run, method);
    return Files.isRegularFile(file) ? Optional.of(ImageMap.read(file)) : Optional.empty();
  }

  /**
   * The map along the two principal axes: the one that is there, or it is computed and kept. Takes
   * a second for 50,000 vectors and needs no engine, so a window may do it, in the background.
   *
   * @param name of a latent, byol or neighbors run
   * @throws kindred.experiment.BadInput if the run has no vectors
   */
  public static ImageMap pca(Workspace workspace, String name) {
    return compute(workspace, name, MapPlan.of(MapPlan.Method.PCA), event -> {}, () -> false);
  }

  /**
   * Computes a map in this process and keeps it, unless it is there already, of the same vectors
   * and with the same settings. All methods but pca load the engine to find neighbors; a window
   * asks a {@link MapProcess} for them.
   *
   * @param name of a latent, byol or neighbors run
   * @param events told of progress, on this thread and others, one at a time
   * @param stop asked often, by several threads
   * @return null after a stop, which leaves what was there before
   * @throws kindred.experiment.BadInput if the run has no vectors
   */
  public static ImageMap compute(
      Workspace workspace,
      String name,
      MapPlan plan,
      Consumer<Event> events,
      BooleanSupplier stop) {
    RunFolder run = workspace.run(name);
    MapSource source = MapSource.of(workspace, run);
    MapWork work = new MapWork(workspace, run, source, plan, events, stop);
    Optional<ImageMap> kept = read(run, plan.method()).filter(work::wouldRepeat);
    if (kept.isPresent()) {
      return kept.get();
    }
    ImageMap map = work.compute();
    if (map != null) {
      map.write(run.artifact(name(plan.method())));
    }
    return map;
  }

  /** The epochs of whose vectors a run can be mapped, ascending; empty if it kept none. */
  public static List<Integer> epochs(RunFolder run) {
    return EpochVectors.epochs(run);
  }

  /**
   * The maps of a run's epochs, if it has some of this method.
   *
   * @throws kindred.experiment.BadInput if the file is damaged
   */
  public static Optional<EpochMaps> readEpochs(RunFolder run, MapPlan.Method method) {
    Path file = epochsFile(run, method);
    return Files.isRegularFile(file) ? Optional.of(EpochMaps.read(file)) : Optional.empty();
  }

  /** Where those maps are or would be; makes nothing. */
  public static Path epochsFile(RunFolder run, MapPlan.Method method) {
    return Artifacts.of(run, epochsName(method));
  }

  private static String epochsName(MapPlan.Method method) {
    return "map-" + method + "-epochs.npz";
  }

  /**
   * The same as {@link #compute} for the epochs whose vectors a run kept: at most 5,000 images,
   * with places that go from epoch to epoch as steadily as the vectors let them.
   *
   * @throws kindred.experiment.BadInput if the run kept none
   */
  public static EpochMaps computeEpochs(
      Workspace workspace,
      String name,
      MapPlan plan,
      Consumer<Event> events,
      BooleanSupplier stop) {
    RunFolder run = workspace.run(name);
    EpochMapWork work = new EpochMapWork(run, MapSource.of(workspace, run), plan, events, stop);
    Optional<EpochMaps> kept = readEpochs(run, plan.method()).filter(work::wouldRepeat);
    if (kept.isPresent()) {
      return kept.get();
    }
    EpochMaps maps = work.compute();
    if (maps != null) {
      maps.write(run.artifact(epochsName(plan.method())));
    }
    return maps;
  }

  /**
   * Groups of a run's images by their vectors, for colors. Takes a second or two for 50,000 vectors
   * and needs no engine.
   *
   * @param plan says with which metric; the run's own where it leaves that open
   * @param k groups
   * @param stop asked now and then
   * @return the group of each image of the run's map, from 0, the largest first; null after a stop
   * @throws kindred.experiment.BadInput if the run has no vectors, or fewer than groups
   */
  public static int[] clusters(
      Workspace workspace, String name, MapPlan plan, int k, long seed, BooleanSupplier stop) {
    MapSource source = MapSource.of(workspace, workspace.run(name));
    return Clusters.of(
        source.vectors(),
        source.dimension(),
        plan.orElse(source.metric(), source.prepare()),
        k,
        seed,
        Runtime.getRuntime().availableProcessors(),
        stop);
  }
}
