package kindred.gui.results.latent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sheets that a training has drawn so far.
 *
 * @param epochs of each kind that there is, ascending
 */
public record SheetFolder(Path folder, Map<SheetKind, List<Integer>> epochs) {
  private static final Pattern NAME = Pattern.compile("([a-z]+-)(\\d+)\\.png");

  /** Looks; null if nothing was drawn yet. */
  public static SheetFolder read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    Map<SheetKind, List<Integer>> epochs = new EnumMap<>(SheetKind.class);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        for (SheetKind kind : SheetKind.values()) {
          if (name.matches() && name.group(1).equals(kind.prefix())) {
            epochs
                .computeIfAbsent(kind, k -> new ArrayList<>())
                .add(Integer.parseInt(name.group(2)));
          }
        }
      }
    }
    epochs.values().forEach(numbers -> numbers.sort(null));
    return epochs.isEmpty() ? null : new SheetFolder(folder, epochs);
  }

  /** The file of a sheet. */
  Path file(SheetKind kind, int epoch) {
    return folder.resolve("%s%04d.png".formatted(kind.prefix(), epoch));
  }
}
