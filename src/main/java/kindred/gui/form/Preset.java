package kindred.gui.form;

import java.util.List;
import java.util.Map;

/**
 * Settings under one name. Those that are not among its values become usual again, but for what a
 * stage is about: its way, its images, its inputs.
 *
 * @param values texts by path
 */
record Preset(String name, Map<String, String> values) {
  private static final Preset AUTHORS = new Preset("The authors' setup", Map.of());

  /** Those of a kind of stage. The first is what a fresh form shows. */
  static List<Preset> of(String kind) {
    return switch (kind) {
      case "latent", "byol" ->
          List.of(
              AUTHORS,
              new Preset("Quick look", Map.of("training.epochs", "3", "training.limit", "5000")),
              new Preset(
                  "ResNet-18",
                  Map.of(
                      "training.encoder", "resnet18",
                      "training.epochs", "100",
                      "training.schedule.kind", "cosine",
                      "training.schedule.warmup", "5")));
      case "neighbors" ->
          List.of(
              new Preset("The authors' setup", Map.of("metric", "euclidean", "k", "1")),
              new Preset("Ten by cosine", Map.of("metric", "cosine", "k", "10")),
              new Preset(
                  "Of BYOL's vectors", Map.of("metric", "cosine", "prepare", "center", "k", "10")));
      default ->
          List.of(
              new Preset("Usual measures", Map.of()),
              new Preset("Quick look", Map.of("probeEpochs", "20")));
    };
  }

  /** Whether a setting is left alone by every preset. */
  static boolean leaves(Field field) {
    String path = field.path();
    return field.isInput()
        || path.startsWith("positives.")
        || List.of("way", "method", "prob", "posWeight").contains(path);
  }
}
