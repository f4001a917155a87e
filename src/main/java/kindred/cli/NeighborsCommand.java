package kindred.cli;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import kindred.array.AtomicFile;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.experiment.NeighborStage;
import kindred.experiment.Prepare;
import kindred.experiment.Stage;
import kindred.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Finds neighbors. */
@Command(name = "neighbors", description = "Find each image's nearest others in a latent space.")
final class NeighborsCommand implements Callable<Integer> {
  @ParentCommand KindredCommand kindred;

  @Parameters(
      index = "0",
      paramLabel = "RUN|FILE",
      description = "A latent or byol run, or a file of vectors: .npz, .npy, .csv or .pkl")
  String source;

  @Parameters(
      index = "1..*",
      arity = "0..2",
      paramLabel = "OUT.npz|euclidean|cosine",
      description = "A file for a copy of what is found, and the metric. Default: euclidean")
  List<String> outAndMetric = new ArrayList<>();

  @Option(names = "--k", description = "Neighbors of each image. Default: 1")
  Integer k;

  @Option(
      names = "--prepare",
      description =
          "${COMPLETION-CANDIDATES}: what is done to the vectors before the search. Center or"
              + " whiten BYOL's before a cosine search. Default: none")
  Prepare prepare;

  @Option(names = "--data", description = "The data set whose images a file's rows stand for.")
  String data;

  @Override
  public Integer call() {
    RunFolder run = kindred.open().create(stage());
    int exit = new Stages(kindred).carryOut(run);
    if (exit == 0 && out() != null) {
      copy(run.artifact("neighbors.npz"), out());
    }
    return exit;
  }

  /** What the words ask for. */
  Stage stage() {
    Path out = out();
    if (out != null && !out.toString().endsWith(".npz")) {
      throw new BadInput(
          "'" + out + "' is neither a metric (euclidean, cosine) nor a file name ending in .npz");
    }
    return new NeighborStage(source, data, metric(), prepare, k);
  }

  private Metric metric() {
    return outAndMetric.stream()
        .map(NeighborsCommand::metric)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Where to copy the result to, or null. */
  private Path out() {
    Path out = null;
    boolean metric = false;
    for (String word : outAndMetric) {
      if (metric(word) != null && !metric) {
        metric = true;
      } else if (out == null) {
        out = Path.of(word);
      } else {
        throw new BadInput("'" + word + "' is no metric; known are euclidean and cosine");
      }
    }
    return out;
  }

  private static Metric metric(String word) {
    for (Metric metric : Metric.values()) {
      if (metric.toString().equals(word.toLowerCase(Locale.ROOT))) {
        return metric;
      }
    }
    return null;
  }

  private static void copy(Path from, Path to) {
    AtomicFile.write(
        to,
        channel -> {
          try (FileChannel source = FileChannel.open(from)) {
            long size = source.size();
            for (long at = 0; at < size; ) {
              at += source.transferTo(at, size - at, channel);
            }
          }
        });
  }
}
