package kindred.export.tensorboard;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.array.AtomicFile;
import kindred.data.ImageSet;
import kindred.data.PixelImage;

/**
 * What TensorBoard's projector shows: vectors, what is known of their images, thumbnails, and the
 * file that names these.
 *
 * @param images of the data set
 * @param vectors a row of the dimension for each number
 * @param numbers the image of each row
 * @param heldOut whether it was held out of the training
 */
public record Projector(
    ImageSet images, float[] vectors, int dimension, int[] numbers, boolean[] heldOut) {
  /** Longest side of the picture with all thumbnails, in pixels; browsers show no larger one. */
  static final int MOST = 8192;

  private static final int LARGEST = 64;
  private static final String FOLDER = "projector";
  private static final String CONFIG = "projector_config.pbtxt";

  /**
   * Writes the configuration, and beside it a folder with the others; each whole, the configuration
   * last.
   */
  public void write(Path folder) {
    try {
      Path files = Files.createDirectories(folder.resolve(FOLDER));
      text(files.resolve("vectors.tsv"), this::vectors);
      text(files.resolve("metadata.tsv"), this::metadata);
      AtomicFile.writeBytes(files.resolve("sprite.png"), PixelImage.png(sprite()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.writeString(folder.resolve(CONFIG), configuration());
  }

  /** Writes text. */
  @FunctionalInterface
  private interface Lines {
    void writeTo(Writer text) throws IOException;
  }

  private static void text(Path file, Lines lines) {
    AtomicFile.write(
        file,
        channel -> {
          // Not closed, as that would close the channel, which is to be forced to the disk.
          Writer text =
              new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
          lines.writeTo(text);
          text.flush();
        });
  }

  private void vectors(Writer text) throws IOException {
    for (int i = 0; i < vectors.length; i++) {
      text.write(Float.toString(vectors[i]));
      text.write((i + 1) % dimension == 0 ? '\n' : '\t');
    }
  }

  private void metadata(Writer text) throws IOException {
    text.write(images.labeled() ? "image\tclass\theld out\n" : "image\theld out\n");
    for (int row = 0; row < numbers.length; row++) {
      text.write(numbers[row] + "\t");
      if (images.labeled()) {
        int label = images.label(numbers[row]);
        String name = label < 0 ? "" : images.info().classes().get(label);
        text.write(name.replaceAll("\\s", " ") + "\t");
      }
      text.write(heldOut[row] ? "yes\n" : "no\n");
    }
  }

  private int columns() {
    return (int) Math.max(1, Math.ceil(Math.sqrt(numbers.length)));
  }

  /** Side of a thumbnail in pixels. */
  private int side() {
    int own = Math.max(images.info().width(), images.info().height());
    return Math.max(1, Math.min(Math.min(own, LARGEST), MOST / columns()));
  }

  private BufferedImage sprite() {
    int columns = columns();
    int side = side();
    int rows = Math.max(1, (numbers.length + columns - 1) / columns);
    BufferedImage sprite =
        new BufferedImage(columns * side, rows * side, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sprite.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    for (int row = 0; row < numbers.length; row++) {
      BufferedImage picture = PixelImage.of(images, numbers[row]);
      pen.drawImage(picture, row % columns * side, row / columns * side, side, side, null);
    }
    pen.dispose();
    return sprite;
  }

  private String configuration() {
    return """
    embeddings {
      tensor_name: "vectors"
      tensor_path: "%1$s/vectors.tsv"
      metadata_path: "%1$s/metadata.tsv"
      sprite {
        image_path: "%1$s/sprite.png"
        single_image_dim: %2$d
        single_image_dim: %2$d
      }
    }
    """
        .formatted(FOLDER, side());
  }
}
