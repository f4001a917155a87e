package kindred.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.run.Artifacts;
import kindred.run.RunFolder;

/** What there is to see of a training: sheets of what it decodes, pairs that it learned from. */
final class TrainingPictures {
  private static final Pattern SHEET = Pattern.compile("([a-z]+)-(\\d+)\\.png");
  private static final int PAIRS = 16;
  private static final Map<String, String> MEANING =
      Map.of(
          "reconstructions", "Each image beside what its vector gives back",
          "interpolations", "From one image's vector to another's, in equal steps",
          "samples", "Decoded draws from the prior");

  private final RunFolder run;

  TrainingPictures(RunFolder run) {
    this.run = run;
  }

  /** Reconstructions of the first and the last epoch, and the last of every other kind. */
  Html sheets() {
    Map<String, NavigableMap<Integer, Path>> kinds = kinds();
    Html html = new Html();
    for (String kind : List.of("reconstructions", "interpolations", "samples")) {
      NavigableMap<Integer, Path> epochs = kinds.getOrDefault(kind, new TreeMap<>());
      if (epochs.size() > 1 && kind.equals("reconstructions")) {
        html.add(sheet(kind, epochs.firstEntry()));
      }
      if (!epochs.isEmpty()) {
        html.add(sheet(kind, epochs.lastEntry()));
      }
    }
    return html;
  }

  private static Html sheet(String kind, Map.Entry<Integer, Path> sheet) {
    return Pictures.sheet(sheet.getValue(), MEANING.get(kind) + ", after epoch " + sheet.getKey());
  }

  private Map<String, NavigableMap<Integer, Path>> kinds() {
    Map<String, NavigableMap<Integer, Path>> kinds = new TreeMap<>();
    Path folder = Artifacts.of(run, Artifacts.SHEETS);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Matcher name = SHEET.matcher(file.getFileName().toString());
          if (name.matches()) {
            kinds
                .computeIfAbsent(name.group(1), kind -> new TreeMap<>())
                .put(Integer.parseInt(name.group(2)), file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return kinds;
  }

  /** Some of the pairs of the newest epoch that the run wrote down. */
  Html positives(ImageSet images) {
    List<JsonNode> lines = lines();
    if (lines.isEmpty()) {
      return new Html();
    }
    JsonNode last = lines.get(lines.size() - 1);
    Pictures pictures = new Pictures(images);
    Html all = new Html();
    for (int i = 0; i < Math.min(PAIRS, last.path("pairs").size()); i++) {
      int image = last.path("pairs").get(i).path(0).asInt();
      int positive = last.path("pairs").get(i).path(1).asInt();
      all.add(pictures.pair(image, positive, pictures.kinds(image, positive)));
    }
    String how = "Images with the ones they were drawn to in epoch " + last.path("epoch").asInt();
    return all.isEmpty()
        ? all
        : new Html().element("p", how + ".", "class", "quiet").around("div", all, "class", "pairs");
  }

  private List<JsonNode> lines() {
    Path file = Artifacts.of(run, Artifacts.POSITIVES);
    List<JsonNode> lines = new ArrayList<>();
    if (Files.exists(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          read(line, lines);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lines;
  }

  private static void read(String line, List<JsonNode> lines) {
    try {
      lines.add(Json.read(line, ObjectNode.class, Artifacts.POSITIVES));
    } catch (BadInput torn) {
      return; // A worker that was killed left half a line; the epoch is repeated after it.
    }
  }
}
