package kindred.gui.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kindred.data.ArrayLayout;
import kindred.data.Background;
import kindred.data.ImageSource;
import kindred.data.ImageSources;
import kindred.data.ImportParts;
import kindred.data.ImportParts.Part;
import kindred.data.ImportRequest;
import kindred.experiment.BadInput;
import kindred.gui.core.Words;

/**
 * What was found at the places that a user pointed to.
 *
 * @param parts the data sets that can be made of it
 * @param descriptions what each part is, such as {@code ZIP of 50,000 files in 10 class folders}
 * @param problem why some or all of it cannot be imported; empty if it can
 * @param layoutOpen whether it is one numpy array whose shape leaves open where its channels are
 */
record Gathered(List<Part> parts, List<String> descriptions, String problem, boolean layoutOpen) {
  static final Gathered NOTHING = new Gathered(List.of(), List.of(), "", false);

  /** Looks at the places; for background threads. */
  static Gathered at(List<Path> paths, Collection<String> taken) {
    List<Part> parts = new ArrayList<>();
    List<String> descriptions = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try {
      for (Part part : ImportParts.of(paths, taken)) {
        try (ImageSource source = ImageSources.open(part.paths(), part.labels())) {
          descriptions.add(source.description());
          parts.add(part);
        } catch (BadInput e) {
          Optional<String> either = inBothLayouts(part);
          if (paths.size() == 1 && either.isPresent()) {
            return new Gathered(List.of(part), List.of(either.get()), "", true);
          }
          problems.add(e.getMessage());
        }
      }
    } catch (BadInput e) {
      problems.add(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Gathered(
        List.copyOf(parts), List.copyOf(descriptions), String.join("\n", problems), false);
  }

  /** What a numpy array is that can be read with its channels first and with them last. */
  private static Optional<String> inBothLayouts(Part part) throws IOException {
    List<String> readings = new ArrayList<>();
    for (ArrayLayout layout : ArrayLayout.values()) {
      ImportRequest request =
          new ImportRequest(
              part.paths(),
              part.name(),
              ImportRequest.DEFAULT_SIZE,
              part.labels(),
              false,
              Optional.of(layout),
              Optional.empty(),
              Background.WHITE);
      try (ImageSource source = ImageSources.open(request)) {
        readings.add(source.description());
      } catch (BadInput other) {
        return Optional.empty();
      }
    }
    return Optional.of(String.join(", or ", readings));
  }

  /** All of it in a few words. */
  String description() {
    if (parts.size() <= 1) {
      return descriptions.isEmpty() ? "" : Words.capital(descriptions.get(0));
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      lines.add(parts.get(i).name() + ": " + descriptions.get(i));
    }
    return parts.size() + " data sets, one after another\n" + String.join("\n", lines);
  }
}
