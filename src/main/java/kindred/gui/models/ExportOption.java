package kindred.gui.models;

import java.util.ArrayList;
import java.util.List;
import kindred.export.ExportFormat;
import kindred.export.Part;
import kindred.run.Produced;

/**
 * A file that one may export.
 *
 * @param part of no meaning for vectors
 * @param suffix of the file's name, without the dot; empty for a folder
 * @param title a few words
 * @param explanation who reads it and how
 */
record ExportOption(
    ExportFormat format, Part part, String suffix, String title, String explanation) {

  /** What can be made of what a run left, the most wanted first. */
  static List<ExportOption> of(List<Produced.Piece> pieces) {
    List<ExportOption> options = new ArrayList<>();
    if (has(pieces, Produced.Kind.ENCODER)) {
      options.add(
          new ExportOption(
              ExportFormat.TORCHSCRIPT,
              Part.ENCODER,
              "pt",
              "Encoder, TorchScript",
              "One file for torch.jit.load, with weights and normalization inside. It takes N×C×S×S"
                  + " pixels of 0 to 255 and gives N vectors."));
      options.add(weights(Part.ENCODER, "Encoder, weights"));
    }
    if (has(pieces, Produced.Kind.VECTORS)) {
      options.add(
          vectors("npz", "NumPy archive", "Arrays 'vectors' and 'images', for numpy.load."));
      options.add(vectors("npy", "NumPy matrix", "One matrix, a row for every image."));
      options.add(vectors("csv", "CSV", "Text with a line for every image, for any program."));
      options.add(
          vectors("pkl", "Python pickle", "A dict from an image's number to its numpy vector."));
    }
    if (has(pieces, Produced.Kind.DECODER)) {
      options.add(
          new ExportOption(
              ExportFormat.TORCHSCRIPT,
              Part.DECODER,
              "pt",
              "Decoder, TorchScript",
              "One file for torch.jit.load. It takes N vectors and gives N×C×S×S pixels of 0 to"
                  + " 255."));
      options.add(weights(Part.DECODER, "Decoder, weights"));
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
              "Metrics, pictures and vectors with thumbnails, for tensorboard --logdir."));
    }
    return options;
  }

  private static boolean has(List<Produced.Piece> pieces, Produced.Kind kind) {
    return pieces.stream().anyMatch(piece -> piece.kind() == kind);
  }

  private static ExportOption weights(Part part, String title) {
    return new ExportOption(
        ExportFormat.SAFETENSORS,
        part,
        "safetensors",
        title,
        "safetensors with PyTorch's names of tensors; of a ResNet torchvision's, so that its"
            + " load_state_dict takes them.");
  }

  private static ExportOption vectors(String suffix, String kind, String explanation) {
    return new ExportOption(
        ExportFormat.EMBEDDINGS, Part.ENCODER, suffix, "Vectors, " + kind, explanation);
  }

  /** A name for the file of a run. */
  String suggestedName(String run) {
    return switch (format) {
      case EMBEDDINGS -> run + "-vectors." + suffix;
      case REPORT -> run + "." + suffix;
      case TENSORBOARD, PROJECTOR -> run + "-" + format;
      default -> run + "-" + part + "." + suffix;
    };
  }

  @Override
  public String toString() {
    return suffix.isEmpty() ? title : title + " (." + suffix + ")";
  }
}
