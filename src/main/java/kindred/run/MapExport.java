package kindred.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kindred.array.AtomicFile;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.projection.EpochMaps;
import kindred.projection.ImageMap;

/**
 * Writes maps for other programs, whole or not at all: {@code .npz} as the program keeps them,
 * {@code .csv} with a line for each image.
 */
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
    if (!ends(out, ".csv") && !ends(out, ".npz")) {
      throw new BadInput(out + ": files of coordinates end in .csv or .npz");
    }
  }

  private static boolean ends(Path out, String suffix) {
    return out.toString().toLowerCase(Locale.ROOT).endsWith(suffix);
  }

  /**
   * Writes a map; as text each image's number, x, y, its class if the data set has classes, and its
   * cluster if there are some.
   *
   * @param workspace that has the map's data set, if it has one
   * @param clusters of the map's images, or null; a {@code .npz} has them too
   * @throws BadInput as {@link #requireWritable}
   */
  public static void write(Workspace workspace, ImageMap map, int[] clusters, Path out) {
    requireWritable(out);
    if (ends(out, ".npz")) {
      map.write(out, clusters);
      return;
    }
    ImageSet images = labeled(workspace, map.origin());
    StringBuilder text = new StringBuilder("image,x,y");
    text.append(images == null ? "" : ",class").append(clusters == null ? "" : ",cluster");
    text.append('\n');
    for (int i = 0; i < map.count(); i++) {
      place(text, map, i, images);
      if (clusters != null) {
        text.append(',').append(clusters[i]);
      }
      text.append('\n');
    }
    AtomicFile.writeString(out, text.toString());
  }

  /**
   * Writes the maps of epochs; as text each line begins with the epoch.
   *
   * @throws BadInput as {@link #requireWritable}
   */
  public static void write(Workspace workspace, EpochMaps maps, Path out) {
    requireWritable(out);
    if (ends(out, ".npz")) {
      maps.write(out);
      return;
    }
    ImageSet images = labeled(workspace, maps.origin());
    StringBuilder text = new StringBuilder("epoch,image,x,y");
    text.append(images == null ? "\n" : ",class\n");
    for (int epoch = 0; epoch < maps.epochs().length; epoch++) {
      ImageMap map = maps.map(epoch);
      for (int i = 0; i < map.count(); i++) {
        text.append(maps.epochs()[epoch]).append(',');
        place(text, map, i, images);
        text.append('\n');
      }
    }
    AtomicFile.writeString(out, text.toString());
  }

  private static ImageSet labeled(Workspace workspace, ImageMap.Origin origin) {
    ImageSet images = origin.data() == null ? null : workspace.images(origin.data());
    return images != null && images.labeled() ? images : null;
  }

  private static void place(StringBuilder text, ImageMap map, int i, ImageSet images) {
    text.append(map.images()[i]).append(',').append(map.x(i)).append(',').append(map.y(i));
    if (images != null) {
      int label = images.label(map.images()[i]);
      text.append(',').append(label < 0 ? "" : quoted(images.info().classes().get(label)));
    }
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
