package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kindred.data.DatasetInfo;
import kindred.experiment.Json;
import kindred.export.ExportFormat;
import kindred.export.ModelNotes;
import kindred.export.Part;
import kindred.metrics.NumberWords;
import kindred.metrics.Wilson;
import kindred.torch.Chain;
import kindred.torch.ImageFormat;

/**
 * A model card: in Markdown what an exported file is, what it was learned from and how, and how
 * well it did. Its head is what model hubs read.
 */
final class ModelCard {
  private final List<String> lines = new ArrayList<>();

  private ModelCard() {}

  /**
   * Of networks.
   *
   * @param content of the file, in words
   */
  static List<String> of(
      Workspace workspace,
      RunFolder run,
      ExportFormat format,
      Chain chain,
      ModelNotes notes,
      String content) {
    ModelCard card = new ModelCard();
    card.head(run.id() + ", " + notes.part(), notes.license(), content);
    card.use(format, chain, notes);
    card.example(format, chain, notes.part());
    card.origin(workspace, run, notes.dataset(), notes.experiment(), notes.provenance());
    return card.lines;
  }

  /** Of vectors. */
  static List<String> ofVectors(
      Workspace workspace, RunFolder run, ExportOrder order, String content) {
    ModelCard card = new ModelCard();
    card.head(run.id() + ", vectors", order.license(), content);
    card.lines.add("");
    card.lines.add("A row for each image of the data set, in the order of their numbers.");
    JsonNode provenance =
        Json.read(run.provenance().orElse("{}"), JsonNode.class, run.id() + "/provenance.json");
    DatasetInfo images = workspace.images(Embeddings.dataOf(run)).info();
    card.origin(workspace, run, images, Json.tree(run.stage()), provenance);
    return card.lines;
  }

  private void head(String title, String license, String content) {
    lines.add("---");
    lines.add("license: " + (license.isBlank() ? "unknown" : Json.line(license)));
    lines.add("library_name: kindred");
    lines.add("pipeline_tag: image-feature-extraction");
    lines.add("---");
    lines.add("");
    lines.add("# " + title);
    lines.add("");
    lines.add("Content: " + content + ".");
    lines.add("");
    lines.add(
        license.isBlank()
            ? "License: not stated. Ask whoever gave you this file."
            : "License: " + license);
  }

  private void section(String title) {
    lines.add("");
    lines.add("## " + title);
    lines.add("");
  }

  private void use(ExportFormat format, Chain chain, ModelNotes notes) {
    section("Input and output");
    boolean anyType = format == ExportFormat.TORCHSCRIPT;
    boolean pixels = notes.pixels() && format != ExportFormat.SAFETENSORS;
    ImageFormat images = chain.format();
    String shape = String.format(Locale.ROOT, "N×%d×%2$d×%2$d", images.channels(), images.size());
    String taken =
        pixels
            ? shape + " pixels of 0 to 255, " + (anyType ? "of any type of number" : "uint8")
            : shape + " float32, (pixel / 255 − mean) / deviation";
    String given =
        shape + (pixels ? " pixels of 0 to 255, float32" : " float32, normalized likewise");
    Part part = notes.part();
    row("", "");
    row("---", "---");
    row("Input `" + part.input() + "`", chain.takesImages() ? taken : vectors(chain.takes()));
    row("Output `" + part.output() + "`", chain.givesImages() ? given : vectors(chain.gives()));
    row("Channels", images.channels() == 1 ? "gray" : "red, green, blue");
    String where = pixels ? ", applied by the model itself" : "";
    row("Mean of pixel / 255" + where, images.mean().toString());
    row("Deviation of pixel / 255" + where, images.std().toString());
    row(
        "Larger pictures",
        "scaled down, antialiased, until the shorter side fits; the middle square is kept");
    row("Smaller pictures", "not enlarged: they stand in the middle, zeros around them");
    row(
        "Transparent pictures",
        "lie over white, or over the background that they were imported with");
    DatasetInfo data = notes.dataset();
    if (data != null && chain.takesImages() && data.height() != images.size()) {
      row(
          "Padding",
          "images of %d×%d stand in the middle, zeros around them"
              .formatted(data.height(), data.width()));
    }
  }

  /** The one line that opens it in Python, and Kindred's own for pictures. */
  private void example(ExportFormat format, Chain chain, Part part) {
    section("How to use it");
    lines.add("In Python, with `" + part.input() + "` as said above:");
    lines.add("");
    lines.add("```python");
    switch (format) {
      case TORCHSCRIPT ->
          lines.add("%s = torch.jit.load(\"FILE\")(%s)".formatted(part.output(), part.input()));
      case ONNX ->
          lines.add(
              "%s = onnxruntime.InferenceSession(\"FILE\").run(None, {\"%s\": %2$s})[0]"
                  .formatted(part.output(), part.input()));
      case SAFETENSORS ->
          lines.add(
              "weights = safetensors.torch.load_file(\"FILE\")  # for load_state_dict of such a network");
      default -> throw new IllegalArgumentException("no network is written as " + format);
    }
    lines.add("```");
    if (format != ExportFormat.SAFETENSORS && chain.takesImages() && !chain.givesImages()) {
      lines.add("");
      lines.add("Of picture files: `kindred predict FILE PICTURES… --out vectors.csv`.");
    }
    lines.add("");
    lines.add(
        "It was measured, if at all, on images of its own data set (see Figures); of images of"
            + " another kind nothing is known.");
  }

  private static String vectors(int length) {
    return "N×" + length + " float32";
  }

  private void row(String what, String value) {
    lines.add("| " + what + " | " + value + " |");
  }

  private void origin(
      Workspace workspace,
      RunFolder run,
      DatasetInfo data,
      JsonNode experiment,
      JsonNode provenance) {
    section("Data");
    if (data == null) {
      lines.add("The data set, " + Embeddings.dataOf(run) + ", has been removed since.");
    } else {
      row("", "");
      row("---", "---");
      row("Name", data.name());
      row("Images", Integer.toString(data.count()));
      row("Size", data.channels() + "×" + data.height() + "×" + data.width());
      if (!data.classes().isEmpty()) {
        row("Classes (never seen in training)", String.join(", ", data.classes()));
      }
      row("Fingerprint (SHA-256)", data.fingerprint());
    }
    section("Method and settings");
    row("Setting", "Value");
    row("---", "---");
    settings("", experiment);
    section("Figures");
    figures(workspace, run);
    section("Provenance");
    lines.add("```json");
    lines.addAll(Json.pretty(provenance).lines().toList());
    lines.add("```");
  }

  private void settings(String prefix, JsonNode object) {
    object
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isObject()) {
                settings(prefix + field.getKey() + ".", field.getValue());
              } else if (!field.getValue().isNull()) {
                row(prefix + field.getKey(), field.getValue().asText(field.getValue().toString()));
              }
            });
  }

  private void figures(Workspace workspace, RunFolder run) {
    JsonNode result = run.state().result();
    if (result != null && result.path("loss").isNumber()) {
      lines.add(String.format(Locale.ROOT, "- last loss %.4g", result.path("loss").asDouble()));
    }
    List<Measured> evaluations = Measured.of(workspace, run);
    if (evaluations.isEmpty()) {
      lines.add("- not evaluated");
    }
    for (Measured measured : evaluations) {
      lines.add(
          String.format(
              Locale.ROOT,
              "- %s, on %s: linear probe %.1f %%%s, k-NN (k = %d) %.1f %%%s",
              measured.evaluation(),
              measured.images(),
              100 * measured.probe(),
              interval(measured.probe(), measured.testImages()),
              measured.k(),
              100 * measured.knn(),
              interval(measured.knn(), measured.testImages())));
    }
  }

  private static String interval(double accuracy, Integer images) {
    if (images == null) {
      return "";
    }
    Wilson wilson = Wilson.ofShare(accuracy, images);
    return " (" + NumberWords.percents(wilson.low(), wilson.high()) + " with 95 % confidence)";
  }
}
