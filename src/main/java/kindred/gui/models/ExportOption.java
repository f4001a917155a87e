package kindred.gui.models;

import java.util.ArrayList;
import java.util.List;
import kindred.export.ExportFormat;
import kindred.export.Part;
import kindred.run.Produced;

/**
 * A file or folder that one may export.
 *
 * @param part of no meaning for vectors
 * @param suffix of the file's name, without the dot; of a folder empty
 * @param title a few words
 * @param explanation who reads it and how
 */
record ExportOption(
    ExportFormat format, Part part, String suffix, String title, String explanation) {
  private static final String PIXELS = "N×C×S×S pixels of 0 to 255";

  /** What can be made of what a run left, the most wanted first. */
  static List<ExportOption> of(List<Produced.Piece> pieces) {
    boolean encoder = has(pieces, Produced.Kind.ENCODER);
    boolean decoder = has(pieces, Produced.Kind.DECODER);
    List<ExportOption> options = new ArrayList<>();
    if (encoder) {
      options.add(onnx(Part.ENCODER, "Encoder"));
      options.add(withExamples());
      options.add(
          script(
              Part.ENCODER,
              "Encoder",
              "with weights and normalization inside. It takes "
                  + PIXELS
                  + " and gives N vectors."));
      options.add(weights(Part.ENCODER, "Encoder"));
    }
    if (has(pieces, Produced.Kind.VECTORS)) {
      options.add(
          vectors("npz", "NumPy archive", "Arrays 'vectors' and 'images', for numpy.load."));
      options.add(vectors("npy", "NumPy matrix", "One matrix, a row for every image."));
      options.add(vectors("csv", "CSV", "Text with a line for every image, for any program."));
      options.add(
          vectors("pkl", "Python pickle", "A dict from an image's number to its numpy vector."));
    }
    if (encoder && !decoder && has(pieces, Produced.Kind.CHECKPOINT)) {
      String both = "Encoder and projector";
      options.add(
          script(Part.PROJECTION, both, "from " + PIXELS + " to what BYOL compared in training."));
      options.add(onnx(Part.PROJECTION, both));
    }
    if (decoder) {
      options.add(
          script(Part.DECODER, "Decoder", "that takes N vectors and gives " + PIXELS + "."));
      options.add(onnx(Part.DECODER, "Decoder"));
      options.add(weights(Part.DECODER, "Decoder"));
    }
    if (encoder && decoder) {
      options.add(
          script(
              Part.AUTOENCODER, "Auto-encoder", "that gives " + PIXELS + " back as it sees them."));
      options.add(onnx(Part.AUTOENCODER, "Auto-encoder"));
    }
    options.add(
        new ExportOption(
            ExportFormat.REPORT,
            Part.ENCODER,
            "html",
            "Report",
            "One page to read, print or send: settings, figures, charts, pictures, provenance."));
    if (has(pieces, Produced.Kind.VECTORS)) {
      options.add(
          new ExportOption(
              ExportFormat.TENSORBOARD,
              Part.ENCODER,
              "",
              "TensorBoard folder",
              "Metrics, pictures and vectors with thumbnails, as TensorBoard reads them."));
    }
    return options;
  }

  private static boolean has(List<Produced.Piece> pieces, Produced.Kind kind) {
    return pieces.stream().anyMatch(piece -> piece.kind() == kind);
  }

  private static ExportOption script(Part part, String title, String what) {
    return new ExportOption(
        ExportFormat.TORCHSCRIPT,
        part,
        "pt",
        title + ", TorchScript",
        "One file for torch.jit.load, " + what);
  }

  private static ExportOption onnx(Part part, String title) {
    return new ExportOption(
        ExportFormat.ONNX,
        part,
        "onnx",
        title + ", ONNX",
        "One file for ONNX Runtime and many others. It is run on 100 real inputs first and must"
            + " give what the run's own networks give.");
  }

  private static ExportOption withExamples() {
    return new ExportOption(
        ExportFormat.ONNX,
        Part.ENCODER,
        "",
        "Encoder, ONNX with examples",
        "A new folder with the model, its card, and a Python and a Java program that run it on a"
            + " picture.");
  }

  private static ExportOption weights(Part part, String title) {
    return new ExportOption(
        ExportFormat.SAFETENSORS,
        part,
        "safetensors",
        title + ", weights",
        "safetensors with PyTorch's names of tensors; of a ResNet torchvision's, so that its"
            + " load_state_dict takes them.");
  }

  private static ExportOption vectors(String suffix, String kind, String explanation) {
    return new ExportOption(
        ExportFormat.EMBEDDINGS, Part.ENCODER, suffix, "Vectors, " + kind, explanation);
  }

  /** Whether a folder is made, not a file. */
  boolean folder() {
    return suffix.isEmpty();
  }

  /** A name for the file or folder of a run. */
  String suggestedName(String run) {
    return switch (format) {
      case EMBEDDINGS -> run + "-vectors." + suffix;
      case REPORT -> run + "." + suffix;
      case TENSORBOARD, PROJECTOR -> run + "-" + format;
      default -> run + "-" + part + (folder() ? "-" + format : "." + suffix);
    };
  }

  @Override
  public String toString() {
    return title + (folder() ? "" : " (." + suffix + ")");
  }
}
