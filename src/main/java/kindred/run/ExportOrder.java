package kindred.run;

import java.nio.file.Path;
import kindred.export.ExportFormat;
import kindred.export.Part;

/**
 * What to export.
 *
 * @param part which networks; of no meaning for embeddings
 * @param pixels of ONNX, whether normalization is part of the model
 * @param license of the model, in a word or two, or empty
 * @param out a file, or with {@code folder} a folder that does not exist yet
 * @param folder whether to write a folder with the model, its card and examples
 */
public record ExportOrder(
    ExportFormat format, Part part, boolean pixels, String license, Path out, boolean folder) {
  /** A file, with what is usual. */
  public ExportOrder(ExportFormat format, Part part, Path out) {
    this(format, part, false, "", out, false);
  }

  /** The same, written to another place. */
  ExportOrder at(Path other) {
    return new ExportOrder(format, part, pixels, license, other, folder);
  }
}
