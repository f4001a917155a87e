package kindred.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Something that runs write down as they go: one field of the lines of one kind in {@code
 * metrics.jsonl}.
 *
 * @param kind of line: {@code step} or {@code epoch}
 * @param key the field's name
 */
public record Quantity(String kind, String key) {
  public static final String STEP = "step";
  public static final String EPOCH = "epoch";

  /** What quantities are looked at together, in the order of the tabs. */
  public enum Group {
    LOSS("Loss"),
    HEALTH("Health"),
    KNN("k-NN"),
    POSITIVES("Positives"),
    RATES("Rate and speed"),
    MEMORY("Memory"),
    OTHER("Other");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private record Known(String title, Group group) {}

  private static final List<String> ORDER =
      List.of(
          "loss",
          "mse",
          "kl",
          "prior",
          "std_ratio",
          "effective_rank",
          "std",
          "dead_share",
          "knn",
          "purity",
          "coverage",
          "learning_rate",
          "images_per_s",
          "resident_mb",
          "heap_mb");

  private static final Map<String, Known> KNOWN =
      Map.ofEntries(
          Map.entry("loss", new Known("Loss", Group.LOSS)),
          Map.entry("mse", new Known("Reconstruction MSE", Group.LOSS)),
          Map.entry("kl", new Known("KL from the prior", Group.LOSS)),
          Map.entry("prior", new Known("Prior of the codes", Group.LOSS)),
          Map.entry("std_ratio", new Known("Spread of the vectors, std × √d", Group.HEALTH)),
          Map.entry("effective_rank", new Known("Effective rank", Group.HEALTH)),
          Map.entry("std", new Known("Standard deviation, mean of dimensions", Group.HEALTH)),
          Map.entry("dead_share", new Known("Share of dead dimensions", Group.HEALTH)),
          Map.entry("knn", new Known("Online k-NN accuracy", Group.KNN)),
          Map.entry("purity", new Known("Purity of the positives", Group.POSITIVES)),
          Map.entry("coverage", new Known("Coverage of the positives", Group.POSITIVES)),
          Map.entry("learning_rate", new Known("Learning rate", Group.RATES)),
          Map.entry("images_per_s", new Known("Images per second", Group.RATES)),
          Map.entry("resident_mb", new Known("Memory of the worker, MiB", Group.MEMORY)),
          Map.entry("heap_mb", new Known("Of it Java's, MiB", Group.MEMORY)));

  /** As charts stand side by side: known ones first, each step by step before epoch by epoch. */
  public static final Comparator<Quantity> AS_SHOWN =
      Comparator.comparing(Quantity::group)
          .thenComparingInt(Quantity::place)
          .thenComparing(Quantity::key)
          .thenComparing(quantity -> quantity.perStep() ? 0 : 1);

  public boolean perStep() {
    return kind.equals(STEP);
  }

  public Group group() {
    if (KNOWN.containsKey(key)) {
      return KNOWN.get(key).group();
    }
    return key.startsWith("loss") || key.endsWith("loss") ? Group.LOSS : Group.OTHER;
  }

  private int place() {
    int place = ORDER.indexOf(key);
    return place < 0 ? ORDER.size() : place;
  }

  /** What its chart is called. */
  public String title() {
    String name =
        KNOWN.containsKey(key) ? KNOWN.get(key).title() : capitalized(key.replace('_', ' '));
    boolean both = key.equals("loss") || key.equals("images_per_s") || group() == Group.LOSS;
    return both ? name + (perStep() ? ", step by step" : ", mean of each epoch") : name;
  }

  private static String capitalized(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Whether it is a share from 0 to 1. */
  public boolean share() {
    return key.equals("knn")
        || key.equals("purity")
        || key.equals("coverage")
        || key.endsWith("share");
  }
}
