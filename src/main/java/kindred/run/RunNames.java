package kindred.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kindred.experiment.Architecture;
import kindred.experiment.ByolStage;
import kindred.experiment.EvaluateStage;
import kindred.experiment.LatentStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Positives;
import kindred.experiment.Stage;
import kindred.experiment.TrainingPlan;

/** Readable names of runs, made of what differs most: {@code ae 7 · 20 ep · seed 1}. */
public final class RunNames {
  private static final Pattern ID = Pattern.compile("([a-z][a-z-]*)-(\\d+)");

  private RunNames() {}

  /** The name of a run that was asked this. */
  public static String of(String id, Stage stage) {
    List<String> parts = new ArrayList<>();
    String number = id.substring(id.lastIndexOf('-') + 1);
    if (stage instanceof LatentStage latent) {
      parts.add(latent.method() + " " + number);
      add(parts, latent.training());
    } else if (stage instanceof NeighborStage neighbors) {
      parts.add(neighbors.metric() + " " + number);
      parts.add("of " + brief(neighbors.source()));
      parts.add("k " + neighbors.k());
    } else if (stage instanceof ByolStage byol) {
      parts.add(byol.way() + " " + number);
      if (byol.positives().from() != Positives.From.NEIGHBORS) {
        parts.add(byol.positives().from().toString());
      } else if (byol.neighbors() != null) {
        parts.add("with " + brief(byol.neighbors()));
      }
      add(parts, byol.training());
    } else if (stage instanceof EvaluateStage evaluate) {
      parts.add("evaluation " + number);
      parts.add("of " + brief(evaluate.source()));
    }
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, TrainingPlan training) {
    if (training.encoder() != Architecture.CONV) {
      parts.add(training.encoder().toString());
    }
    parts.add(training.epochs() + " ep");
    parts.add("seed " + training.seed());
  }

  /**
   * A run or file that another names: what the run's own name begins with, such as {@code cosine 3}
   * for {@code neighbors-cosine-3}; a file without its folder.
   */
  public static String brief(String source) {
    Matcher run = ID.matcher(source);
    if (run.matches()) {
      return run.group(1).equals("evaluate")
          ? "evaluation " + run.group(2)
          : run.group(1).replaceFirst("^(neighbors|byol)-", "") + " " + run.group(2);
    }
    int slash = Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'));
    return source.substring(slash + 1);
  }
}
