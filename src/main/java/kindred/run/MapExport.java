package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import kindred.array.AtomicFile;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.projection.ImageMap;

/** Writes a map's coordinates for other programs. */
public final class MapExport {
  private MapExport() {}

  /**
   * Refuses a file that cannot be written, before anything is computed for it.
   *
   * @throws BadInput if its folder is missing or its suffix is neither {@code .csv} nor {@code
   *     .npz}
   */
  public static void requireWritable(Path out) {
    Path folder = out.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInput("there is no folder " + folder + " to write " + out.getFileName() + " to");
    }
    if (!isCsv(out) && !out.toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
      throw new BadInput(out + ": files of coordinates end in .csv or .npz");
    }
  }

  private static boolean isCsv(Path out) {
    return out.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /**
   * Writes the map, whole or not at all: {@code .npz} as the program keeps it, {@code .csv} with a
   * line for each image: its number, x, y and, if it has one, its class.
   *
   * @param workspace that has the map's data set, if it has one
   * @throws BadInput as {@link #requireWritable}
   */
  public static void write(Workspace workspace, ImageMap map, Path out) {
    requireWritable(out);
    if (!isCsv(out)) {
      map.write(out);
      return;
    }
    String data = map.origin().data();
    ImageSet images = data == null ? null : workspace.images(data);
    boolean labeled = images != null && images.labeled();
    StringBuilder text = new StringBuilder(labeled ? "image,x,y,class\n" : "image,x,y\n");
    for (int i = 0; i < map.count(); i++) {
      text.append(map.images()[i]).append(',').append(map.x(i)).append(',').append(map.y(i));
      if (labeled) {
        text.append(',').append(quoted(className(images, map.images()[i])));
      }
      text.append('\n');
    }
    AtomicFile.writeString(out, text.toString());
  }

  private static String className(ImageSet images, int image) {
    List<String> classes = images.info().classes();
    int label = images.label(image);
    return label < 0 ? "" : classes.get(label);
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
