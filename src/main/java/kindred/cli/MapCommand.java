package kindred.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.MapPlan;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import kindred.projection.EpochMaps;
import kindred.projection.ImageMap;
import kindred.run.Event;
import kindred.run.MapExport;
import kindred.run.Maps;
import kindred.run.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lays a run's vectors out in two dimensions. */
@Command(
    name = "map",
    description =
        "Lay the vectors of a run out on a two-dimensional map. It is kept beside the run and not"
            + " computed again while vectors and settings stay the same.")
final class MapCommand implements Callable<Integer> {
  private static final int STOPPED = 130;
  private static final long SEED = 1;

  @ParentCommand KindredCommand kindred;

  @Parameters(paramLabel = "RUN", description = "A latent, byol or neighbors run.")
  String run;

  @Option(names = "--method", description = "${COMPLETION-CANDIDATES}. Default: pca")
  MapPlan.Method method;

  @Option(names = "--seed", description = "Of every draw. Default: 1")
  Long seed;

  @Option(
      names = "--metric",
      description =
          "${COMPLETION-CANDIDATES}: what neighbors are near by. Default: a neighbors run's own,"
              + " else euclidean")
  Metric metric;

  @Option(
      names = "--prepare",
      description =
          "${COMPLETION-CANDIDATES}: what is done to the vectors before the search for neighbors."
              + " Default: a neighbors run's own, else none")
  Prepare prepare;

  @Option(names = "--neighbors", description = "umap: so many pull each image. Default: 15")
  Integer neighbors;

  @Option(names = "--min-dist", description = "umap: how close images may lie. Default: 0.1")
  Double minDist;

  @Option(
      names = "--perplexity",
      description = "tsne: how many others an image regards as its own. Default: 30")
  Double perplexity;

  @Option(
      names = "--epochs",
      description =
          "Maps of the vectors that the run kept of its epochs (trained with --keep-every), each"
              + " moved onto the one after it.")
  boolean epochs;

  @Option(
      names = "--clusters",
      paramLabel = "K",
      description = "With --out: also the group of each image, of K groups by k-means.")
  Integer clusters;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Copy the coordinates to a file that ends in .csv or .npz.")
  Path out;

  @Option(names = "--plan", hidden = true, description = "All settings at once, as JSON.")
  String plan;

  @Option(names = "--events", hidden = true, description = "Print events, as `work` does.")
  boolean events;

  @Override
  public Integer call() {
    if (clusters != null && (out == null || epochs)) {
      throw new BadInput("--clusters goes with --out and without --epochs");
    }
    if (out != null) {
      MapExport.requireWritable(out);
    }
    CountDownLatch saved = new CountDownLatch(1);
    Interruption interruption = Interruption.untilReleased(saved);
    try {
      Terminal terminal = kindred.terminal();
      Consumer<Event> listener = listener(terminal);
      ObjectNode result = epochs ? mapEpochs(listener, interruption) : map(listener, interruption);
      if (result == null) {
        return STOPPED;
      }
      if (!events) {
        terminal.line(result.get("file").asText());
        terminal.result(result);
      }
      return 0;
    } finally {
      saved.countDown();
    }
  }

  private MapPlan plan() {
    return plan != null
        ? Json.read(plan, MapPlan.class, "--plan")
        : new MapPlan(method, metric, prepare, seed, neighbors, minDist, perplexity);
  }

  private Consumer<Event> listener(Terminal terminal) {
    if (events) {
      PrintStream lines = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      return event -> lines.println(event.line());
    }
    return event ->
        terminal.progress(event.doing(), event.done(), event.total(), "", event.secondsLeft());
  }

  /** Returns what to tell, or null after a stop. */
  private ObjectNode map(Consumer<Event> listener, Interruption interruption) {
    Workspace workspace = kindred.open();
    ImageMap map = Maps.compute(workspace, run, plan(), listener, interruption::happened);
    int[] groups =
        map == null || clusters == null
            ? null
            : Maps.clusters(
                workspace, run, map.origin().plan(), clusters, SEED, interruption::happened);
    if (map == null || interruption.happened()) {
      return null;
    }
    if (out != null) {
      MapExport.write(workspace, map, groups, out);
    }
    Path kept = Maps.file(workspace.run(run), map.origin().plan().method());
    return result(map.origin(), map.count(), kept);
  }

  private ObjectNode mapEpochs(Consumer<Event> listener, Interruption interruption) {
    Workspace workspace = kindred.open();
    EpochMaps maps = Maps.computeEpochs(workspace, run, plan(), listener, interruption::happened);
    if (maps == null) {
      return null;
    }
    if (out != null) {
      MapExport.write(workspace, maps, out);
    }
    Path kept = Maps.epochsFile(workspace.run(run), maps.origin().plan().method());
    ObjectNode result = result(maps.origin(), maps.images().length, kept);
    ArrayNode each = result.putArray("epochs");
    for (int epoch : maps.epochs()) {
      each.add(epoch);
    }
    return result;
  }

  private ObjectNode result(ImageMap.Origin origin, int images, Path kept) {
    ObjectNode result = Json.tree(origin);
    result.put("images", images);
    result.put("file", (out == null ? kept : out).toString());
    return result;
  }
}
