package kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kindred.array.AtomicFile;
import kindred.array.RowKeys;
import kindred.array.Vectors;
import kindred.data.ImageFiles;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.metrics.NumberWords;
import kindred.run.Prediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Vectors or classes of new images. */
@Command(
    name = "predict",
    description = "Embed image files that are in no data set, or say their classes with --probe.")
final class PredictCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "An exported .onnx or .pt file, a folder with one, or a latent or byol run.")
  String model;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGES",
      description = "Files, folders.")
  List<Path> images;

  @Option(
      names = "--probe",
      paramLabel = "RUN",
      description = "An evaluation of the model's run: its linear probe gives each image a class.")
  String probe;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Ends in .csv, a line for each image; or in .npy, a matrix of vectors in the order of the"
              + " images. Default: CSV on standard output")
  Path out;

  @Override
  public Integer call() {
    boolean matrix = out != null && out.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
    boolean text = out == null || out.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    if ((!text && !matrix) || (matrix && probe != null)) {
      throw new BadInput(
          out + ": name a file that ends in .csv" + (probe == null ? " or .npy" : ""));
    }
    Terminal terminal = kindred.terminal();
    Prediction found =
        Prediction.of(
            kindred.open(),
            model,
            probe,
            ImageFiles.of(images),
            (file, reason) -> terminal.note("left out: " + file + ": " + reason),
            (done, total) -> terminal.progress("embedding images", done, total, "", null));
    int count = found.files().size();
    if (matrix) {
      new Vectors(found.vectors(), count, found.dimension(), RowKeys.NONE).write(out);
    } else if (out != null) {
      AtomicFile.writeString(out, String.join("\n", lines(found)) + "\n");
    } else {
      lines(found).forEach(terminal::line);
    }
    ObjectNode result = Json.object();
    result.put("images", count);
    result.put("dimension", found.dimension());
    if (out != null) {
      terminal.line(out + ": " + content(found));
      result.put("file", out.toString());
    }
    terminal.result(result);
    return 0;
  }

  private static String content(Prediction found) {
    int count = found.files().size();
    return found.guesses().isEmpty()
        ? NumberWords.count(count, "vector", "vectors") + " of " + found.dimension() + " numbers"
        : "the classes of " + NumberWords.count(count, "image", "images");
  }

  private static List<String> lines(Prediction found) {
    boolean classes = !found.guesses().isEmpty();
    int d = found.dimension();
    String head =
        classes
            ? "file,class,probability"
            : "file,"
                + IntStream.range(0, d).mapToObj(j -> "v" + j).collect(Collectors.joining(","));
    List<String> lines =
        IntStream.range(0, found.files().size())
            .mapToObj(
                row ->
                    quoted(found.files().get(row).toString())
                        + ","
                        + (classes ? guess(found, row) : vector(found, row)))
            .collect(Collectors.toList());
    lines.add(0, head);
    return lines;
  }

  private static String guess(Prediction found, int row) {
    var guess = found.guesses().get(row);
    return quoted(found.classes().get(guess.label()))
        + String.format(Locale.ROOT, ",%.4f", guess.probability());
  }

  private static String vector(Prediction found, int row) {
    int d = found.dimension();
    return IntStream.range(row * d, (row + 1) * d)
        .mapToObj(i -> Float.toString(found.vectors()[i]))
        .collect(Collectors.joining(","));
  }

  /** A field of CSV (RFC 4180). */
  private static String quoted(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
