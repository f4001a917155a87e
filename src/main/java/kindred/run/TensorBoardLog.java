package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import kindred.data.ImageSet;
import kindred.data.ImageSheet;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.export.tensorboard.EventFiles;
import kindred.export.tensorboard.Png;
import kindred.export.tensorboard.Projector;
import kindred.metrics.LineTail;

/**
 * Says what a run's folder says in the files that TensorBoard reads: metrics as scalars, sheets and
 * pairs as images, at last the vectors. Follows a run that goes on, or copies one that ended.
 */
final class TensorBoardLog implements AutoCloseable {
  private static final int AT_ONCE = 1 << 22;
  private static final int PAIRS = 16;
  private static final List<String> AXES = List.of("step", "epoch", "time");
  private static final List<String> SHEETS =
      List.of("reconstructions", "interpolations", "samples");

  private final Workspace workspace;
  private final RunFolder run;
  private final Path folder;
  private final double began;
  private final EventFiles events;
  private final LineTail metrics;
  private final LineTail positives;
  private final Map<Integer, JsonNode> pairs = new HashMap<>();

  private TensorBoardLog(Workspace workspace, RunFolder run, Path folder, double began) {
    this.workspace = workspace;
    this.run = run;
    this.folder = folder;
    this.began = began;
    this.events = new EventFiles(folder);
    this.metrics = new LineTail(run.metrics());
    this.positives = new LineTail(Artifacts.of(run, Artifacts.POSITIVES));
  }

  /**
   * Files in the run's own folder, as it works.
   *
   * @param seconds worked before
   */
  static TensorBoardLog beside(Workspace workspace, RunFolder run, double seconds) {
    double now = System.currentTimeMillis() / 1e3;
    return new TensorBoardLog(workspace, run, run.path(), now - seconds);
  }

  /** Files in another folder, which exists. */
  static TensorBoardLog copy(Workspace workspace, RunFolder run, Path folder) {
    double created = Instant.parse(run.state().created()).toEpochMilli() / 1e3;
    return new TensorBoardLog(workspace, run, folder, created);
  }

  /** Writes what has come since the last call. */
  void catchUp() {
    try {
      do {
        positives.read(AT_ONCE, pairs::clear, this::pairs);
      } while (positives.behind());
      do {
        metrics.read(AT_ONCE, () -> {}, this::metric);
      } while (metrics.behind());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pairs(byte[] bytes, int from, int to) {
    JsonNode line = parsed(bytes, from, to, "{\"epoch\"");
    pairs.put(line.path("epoch").asInt(), line.path("pairs"));
  }

  /**
   * A line cut short by a kill runs into the first of the next worker, which is whole; what it
   * would have said comes again.
   */
  private static JsonNode parsed(byte[] bytes, int from, int to, String begin) {
    String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    try {
      String whole = line.substring(Math.max(0, line.lastIndexOf(begin)));
      return Json.read(whole, ObjectNode.class, "a line");
    } catch (BadInput torn) {
      return Json.object();
    }
  }

  private void metric(byte[] bytes, int from, int to) throws IOException {
    JsonNode line = parsed(bytes, from, to, "{\"kind\"");
    String kind = line.path("kind").asText();
    Map<String, Float> values = new LinkedHashMap<>();
    line.properties().stream()
        .filter(field -> field.getValue().isNumber() && !AXES.contains(field.getKey()))
        .forEach(f -> values.put(kind + "/" + f.getKey(), (float) f.getValue().asDouble()));
    long step = line.path("step").asLong();
    double time = began + line.path("time").asDouble();
    events.scalars(time, step, values);
    if (kind.equals("epoch")) {
      pictures(line.path("epoch").asInt(), step, time);
    }
  }

  private void pictures(int epoch, long step, double time) throws IOException {
    Path sheets = Artifacts.of(run, Artifacts.SHEETS);
    for (String name : SHEETS) {
      Path file = sheets.resolve("%s-%04d.png".formatted(name, epoch));
      if (events.lacks(name, step) && Files.exists(file)) {
        BufferedImage picture = ImageIO.read(file.toFile());
        events.image(time, step, name, Png.of(picture));
      }
    }
    JsonNode drawn = pairs.remove(epoch);
    if (drawn != null && !drawn.isEmpty() && events.lacks("positives", step)) {
      events.image(time, step, "positives", Png.of(sheet(drawn)));
    }
  }

  /** Images, each beside the one it was drawn to. */
  private BufferedImage sheet(JsonNode drawn) {
    ImageSet images = workspace.images(Embeddings.dataOf(run));
    int shown = Math.min(PAIRS, drawn.size());
    int length = images.info().imageBytes();
    byte[] pixels = new byte[2 * shown * length];
    for (int i = 0; i < shown; i++) {
      images.pixels(drawn.get(i).path(0).asInt(), pixels, 2 * i * length);
      images.pixels(drawn.get(i).path(1).asInt(), pixels, (2 * i + 1) * length);
    }
    return new ImageSheet(
            ImageSheet.USUAL_COLUMNS, images.info().channels(), images.info().height())
        .draw(pixels);
  }

  /** Writes the vectors that a run left for the projector; nothing if it left none. */
  void vectors() {
    if (Files.exists(Artifacts.of(run, Artifacts.EMBEDDINGS))) {
      Embeddings own = Embeddings.read(workspace, run);
      new Projector(own.images(), own.vectors(), own.dimension(), own.numbers(), own.heldOut())
          .write(folder);
    }
  }

  @Override
  public void close() {
    events.close();
  }
}
