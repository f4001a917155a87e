package kindred.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/** Which image of a data set came from which source, as its {@code sources.jsonl} says. */
public final class ImageNumbers {
  private ImageNumbers() {}

  /**
   * Image numbers by source.
   *
   * @throws BadInput if the data set's list of sources is missing or damaged
   */
  public static Map<String, Integer> bySource(ImageSet images) {
    Path file = images.folder().resolve(ImageSet.SOURCES);
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new BadInput(
          "data set "
              + images.name()
              + " has no readable "
              + ImageSet.SOURCES
              + "; import it again",
          e);
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (String line : lines) {
      SourceLines.Source source = Json.read(line, SourceLines.Source.class, file.toString());
      if (source.image() != null) {
        numbers.put(source.source(), source.image());
      }
    }
    return numbers;
  }
}
