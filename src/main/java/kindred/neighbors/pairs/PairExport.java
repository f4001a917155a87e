package kindred.neighbors.pairs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import kindred.array.AtomicFile;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.BadInput;
import kindred.neighbors.verdict.Verdict;

/** Writes rows of a table for other programs: CSV or npz, by the file's suffix. */
public final class PairExport {
  private static final String HEADER =
      "image,neighbor,rank,distance,rank_back,occurrence,class,neighbor_class,duplicate,verdict\n";

  private final PairTable table;
  private final int[] rows;
  private final List<String> classes;

  private PairExport(PairTable table, int[] rows, List<String> classes) {
    this.table = table;
    this.rows = rows;
    this.classes = classes;
  }

  /**
   * Replaces a file, whole or not at all.
   *
   * @param rows in the order in which they are to be written
   * @param classes names of the classes, none without labels
   * @throws BadInput if the suffix is neither .csv nor .npz
   */
  public static void write(PairTable table, int[] rows, List<String> classes, Path file) {
    PairExport export = new PairExport(table, rows, classes);
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      AtomicFile.write(
          file,
          channel ->
              export.csv(
                  new BufferedWriter(
                      Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16)));
    } else if (name.endsWith(".npz")) {
      Npz.write(file, export.arrays());
    } else {
      throw new BadInput("pairs are written as .csv or .npz, not as " + file.getFileName());
    }
  }

  private void csv(Writer out) throws IOException {
    out.write(HEADER);
    for (int row : rows) {
      out.write(
          table.image(row)
              + ","
              + table.neighbor(row)
              + ","
              + (table.rank(row) + 1)
              + ","
              + (Float.isNaN(table.distance(row)) ? "" : table.distance(row))
              + ","
              + (table.isMutual(row) ? table.back(row) + 1 : "")
              + ","
              + table.hubness().of(table.neighbor(row))
              + ","
              + className(table.image(row))
              + ","
              + className(table.neighbor(row))
              + ","
              + (table.isDuplicate(row) ? 1 : 0)
              + ","
              + (table.verdict(row) == null ? "" : table.verdict(row))
              + "\n");
    }
    out.flush();
  }

  private String className(int image) {
    int label = table.label(image);
    if (label < 0) {
      return "";
    }
    String name = classes.get(label);
    return name.matches("[^,\"\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private Map<String, NamedArray> arrays() {
    Map<String, NamedArray> arrays = new TreeMap<>();
    put(arrays, "image", table::image);
    put(arrays, "neighbor", table::neighbor);
    put(arrays, "rank", row -> table.rank(row) + 1);
    put(arrays, "rank_back", row -> table.back(row) + 1);
    put(arrays, "occurrence", row -> table.hubness().of(table.neighbor(row)));
    put(arrays, "label", row -> table.label(table.image(row)));
    put(arrays, "neighbor_label", row -> table.label(table.neighbor(row)));
    put(arrays, "duplicate", row -> table.isDuplicate(row) ? 1 : 0);
    put(arrays, "verdict", row -> code(table.verdict(row)));
    float[] distances = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      distances[i] = table.distance(rows[i]);
    }
    arrays.put("distance", NamedArray.floats(distances, rows.length));
    return arrays;
  }

  private void put(Map<String, NamedArray> arrays, String name, IntUnaryOperator value) {
    arrays.put(name, NamedArray.ints(Arrays.stream(rows).map(value).toArray(), rows.length));
  }

  private static int code(Verdict verdict) {
    if (verdict == null) {
      return -1;
    }
    return switch (verdict) {
      case SAME -> 0;
      case DIFFERENT -> 1;
      case UNSURE -> 2;
      case SKIP -> 3;
    };
  }
}
